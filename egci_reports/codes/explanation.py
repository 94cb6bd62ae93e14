"""What an explanation of a code consists of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a code means: a title, why it matters, and an example of the mistake put right."""

    title: str
    text: str
    wrong: str | None = None
    right: str | None = None
