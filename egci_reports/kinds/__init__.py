"""The kinds of papers: which records, which context, which charts, which template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from egci_reports.kinds.interface import Kind
from egci_reports.records.audience.reader import Audience


@dataclass(frozen=True, slots=True)
class KindEntry:
    """A kind of paper: its "module:function" under this package, and for whom it is made.

    `before_plenary` says that it looks forward to a plenary, and takes in what was sent and written for it.
    """

    target: str
    audiences: tuple[Audience, ...]
    before_plenary: bool = False


_ALL_SIDES = (Audience.INTERNAL, Audience.JOINT, Audience.PUBLIC)

KINDS: Mapping[str, KindEntry] = {
    "annual": KindEntry("annual:annual", _ALL_SIDES),
    "history": KindEntry("history:history", _ALL_SIDES),
    "call": KindEntry("call:call", (Audience.DEPARTMENT,)),
    "briefing": KindEntry("briefing:briefing", (Audience.INTERNAL,), before_plenary=True),
    "department": KindEntry("briefing.department:department", (Audience.DEPARTMENT,), before_plenary=True),
}
"""Every kind of paper by its name, a line each."""


def kind_named(name: str) -> Kind:
    """Import a kind when it is asked for; raises KeyError if there is none of this name."""
    module, _, function = KINDS[name].target.partition(":")
    return cast(Kind, getattr(import_module(f"{__name__}.{module}"), function))
