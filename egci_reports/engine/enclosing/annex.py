"""What is known of the file of an annex once it was examined."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property

STANDARDS = ("PDF/UA-1", "PDF/A-2a")
"""The standards that are looked for in annexes: those that our own PDFs claim to keep."""

BROKEN = "it is no PDF, or broken"


class AnnexError(Exception):
    """A file that cannot be an annex; it says why, in words for officers."""


@dataclass(frozen=True)
class AnnexFile:
    """The file of an annex: its bytes, and the width and height of each page as it is seen, in points.

    `claims` are the standards that it says it keeps: "PDF/UA-1", "PDF/A-2a". `is_own` says that it is a paper
    that this program made.
    """

    content: bytes = field(repr=False)
    sizes: tuple[tuple[float, float], ...]
    claims: frozenset[str]
    is_own: bool = False

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.sizes)

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of its bytes, in hex."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def claims_all(self) -> bool:
        """Whether it says that it keeps every standard that our own PDFs claim."""
        return self.claims == frozenset(STANDARDS)
