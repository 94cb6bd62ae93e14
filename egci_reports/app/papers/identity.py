"""Reads what a finished file of any format says of itself: its identity, its copy, its standards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields

from egci_reports.engine.document.nodes import Identity
from egci_reports.engine.writers.formats import format_of


def identity_in(content: bytes) -> Identity | None:
    """Return the identity in a file; None if it holds none, or only a part of one."""
    found = _said(content)
    names = {field.name for field in fields(Identity)}
    needed = {field.name for field in fields(Identity) if field.default is MISSING}
    if needed - set(found):
        return None
    return Identity(**{name: found[name] for name in names & set(found)})


def copy_in(content: bytes) -> int | None:
    """Return the number that a file gives itself as a numbered copy; None if it is none."""
    number = _said(content).get("copy", "")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 7 else None


def claims_in(content: bytes) -> tuple[str, ...]:
    """Return the standards that a file claims to keep."""
    form = format_of(content)
    return form.module.claims(content) if form else ()


def _said(content: bytes) -> Mapping[str, str]:
    form = format_of(content)
    return form.module.said(content) if form else {}
