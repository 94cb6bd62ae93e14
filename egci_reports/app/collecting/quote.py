"""Quotes to officers what stands in a form."""

from __future__ import annotations

LONGEST = 600
"""The letters of a text that are told; the rest stands in the form."""


def quoted(text: str) -> str:
    """Return a text in quotation marks, cut where it is very long."""
    return repr(text if len(text) <= LONGEST else f"{text[:LONGEST]}...")
