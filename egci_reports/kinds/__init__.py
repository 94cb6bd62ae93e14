"""The kinds of papers: which records, which context, which charts, which template."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import cast

from egci_reports.kinds.interface import Kind
from egci_reports.records.audience.reader import Audience

KINDS: Mapping[str, str] = {
    "annual": "annual:annual",
    "history": "history:history",
    "call": "call:call",
    "briefing": "briefing:briefing",
    "department": "briefing.department:department",
}
"""Every kind by its name: the module under this package, and the function that makes the paper."""

AUDIENCES: Mapping[str, tuple[Audience, ...]] = {
    "annual": (Audience.INTERNAL, Audience.JOINT, Audience.PUBLIC),
    "history": (Audience.INTERNAL, Audience.JOINT, Audience.PUBLIC),
    "call": (Audience.INTERNAL,),
    "briefing": (Audience.INTERNAL,),
    "department": (Audience.DEPARTMENT,),
}
"""For whom each kind of paper is made."""

BEFORE_A_PLENARY = frozenset(("briefing", "department"))
"""The kinds that look forward to a plenary, and take in what was sent and written for it."""


def kind_named(name: str) -> Kind:
    """Import a kind when it is asked for; raises KeyError if there is none of this name."""
    module, _, function = KINDS[name].partition(":")
    return cast(Kind, getattr(import_module(f"{__name__}.{module}"), function))
