"""Boxes that are kept together: a paragraph whole, with what follows it, or all on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from egci_reports.engine.writers.pdf.boxes import Box, TextBox
from egci_reports.engine.writers.pdf.flow import NewPage

B = TypeVar("B", bound=Box | NewPage)


def with_last(boxes: Iterable[B]) -> Iterator[tuple[B, bool]]:
    """Yield each box, and whether it is the last. The next is made before one is handed on."""
    waiting: list[B] = []
    for box in boxes:
        for one in waiting:
            yield one, False
        waiting = [box]
    for one in waiting:
        yield one, True


def held(boxes: Iterable[Box | NewPage]) -> Iterator[Box | NewPage]:
    """Yield boxes of text so that all of them stay on one page."""
    for box, is_last in with_last(boxes):
        yield replace(box, keep=not is_last, keep_lines=True) if isinstance(box, TextBox) else box


def kept(box: TextBox) -> TextBox:
    """Return a paragraph that stays whole, on the page of what follows."""
    return replace(box, keep=True, keep_lines=True)
