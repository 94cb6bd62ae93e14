"""An annex and its place in our file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Frame(NamedTuple):
    """The box of our page that receives the page of an annex: points from the page's bottom left corner."""

    left: float
    bottom: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PlacedEnclosure:
    """An annex and its place in our file.

    `first_page` is the number (from 1) of the page that receives the annex's first page, the pages after it
    receive the others; `frames` are the boxes of these pages. `title` names the section of the structure and
    the bookmark ("Annex A: Work plan 2012").

    `unpainted` are the artifacts of pagination that are left out, since our page has its own: subtypes such
    as "/Header" (ISO 32000-1, 14.8.2.2.2), "" for those without one.
    """

    first_page: int
    title: str
    content: bytes = field(repr=False)
    frames: tuple[Frame, ...]
    unpainted: frozenset[str] = frozenset()
