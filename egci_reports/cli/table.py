"""Sets a table for the terminal: columns share the width, cells are wrapped, long ids run over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from egci_reports.cli.layout import plain, width_of, wrap

_GAP = 2
_READABLE = 24  # columns that the last cell of a row has at least
_NARROW = 18  # columns to which a column of ids may shrink
_UNDER = 2  # columns left where most ids run over anyhow


def columns(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """Set a table, each cell wrapped in its column.

    Columns that do not fit give way, the widest first. A word wider than its column, such as a long id, runs
    over, and the rest of its row goes on under it.
    """
    table = [[plain(cell) for cell in row] for row in (heads, *rows)]
    widths, gap = _shares([_Needs.of(cells) for cells in zip(*table, strict=True)], width)
    return [line for row in table for line in _set(row, widths, gap)]


@dataclass(frozen=True, slots=True)
class _Needs:
    """The width that a column of a table takes unbroken and at least.

    `words` are the widths of its cells, if each is a single word, as ids are.
    """

    widest: int
    least: int
    words: tuple[int, ...]

    @classmethod
    def of(cls, cells: Sequence[str]) -> _Needs:
        widest = max(map(width_of, cells))
        single = tuple(width_of(cell) for cell in cells[1:] if len(wrap(cell, 1)) == 1)
        if len(single) < len(cells) - 1:
            least = max(width_of(line) for cell in cells for line in wrap(cell, 1))
            return cls(widest, least, ())
        return cls(widest, min(widest, _NARROW), single)


def _shares(needs: Sequence[_Needs], width: int) -> tuple[list[int], int]:
    """Return the width of each column, and of the gap between two."""
    *others, last = needs
    least = [*(need.least for need in others), min(last.widest, _READABLE)]
    shares = [need.widest for need in needs]
    gaps = len(others)
    while sum(shares) + _GAP * gaps > width and shares != least:
        loose = [i for i, share in enumerate(shares) if share > least[i]]
        shares[max(loose, key=lambda i: shares[i])] -= 1
    for i, need in enumerate(others):
        if sum(word > shares[i] for word in need.words) * 2 > len(need.words):
            shares[i] = _UNDER
    gap = _GAP if sum(shares) + _GAP * gaps <= width else 1
    return [*shares[:-1], max(width - sum(shares[:-1]) - gap * gaps, shares[-1] // 2)], gap


def _set(row: Sequence[str], widths: Sequence[int], gap: int) -> list[str]:
    """Set one row; what stands right of a word that runs over goes under it."""
    lines: list[str] = []
    top = left = 0
    for cell, width in zip(row, widths, strict=True):
        body = wrap(cell, width) or [""]
        lines += [""] * (top + len(body) - len(lines))
        for i, text in enumerate(body, start=top):
            lines[i] += f"{' ' * (left - width_of(lines[i]))}{text}"
        if max(map(width_of, body)) > width:
            top += len(body)
        left += width + gap
    return [line.rstrip() for line in lines]
