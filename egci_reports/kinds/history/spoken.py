"""Names of subjects as they stand inside a sentence."""

from __future__ import annotations


def in_sentence(name: str) -> str:
    """Return a name with a small first letter, unless it opens with an abbreviation: "smart city", "RFID"."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
