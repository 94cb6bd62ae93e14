"""Works out where the page of an annex goes on a page of ours: shrunk if need be, upright, never enlarged."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

from pikepdf import Array, Matrix, Object, Page, Rectangle

from egci_reports.engine.enclosing.annex import AnnexError
from egci_reports.engine.enclosing.enclosure import Frame
from egci_reports.engine.enclosing.limits import LEAST_SIDE, MOST_SIDE


@dataclass(frozen=True, slots=True)
class Placing:
    """Where the page of an annex goes.

    `crop` is what is seen of it, in its own coordinates; `matrix` leads from these to the coordinates of our
    page; `turns` says how many quarters the page is turned clockwise.
    """

    crop: Rectangle
    matrix: Matrix
    turns: int

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the annex's page goes."""
        return self.matrix.transform((x, y))

    def box(self, corners: Object) -> Array:
        """Return where a rectangle goes, given as the array of two corners."""
        moved = self.matrix.transform(upright(corners))
        return numbers(moved.llx, moved.lly, moved.urx, moved.ury)

    def shows(self, corners: Object) -> bool:
        """Whether any part of a rectangle is seen."""
        box, crop = upright(corners), self.crop
        return box.llx < crop.urx and box.urx > crop.llx and box.lly < crop.ury and box.ury > crop.lly

    @property
    def code(self) -> bytes:
        """The operators that lead to the coordinates of the annex's page, and hide what its crop box hid."""
        crop = self.crop
        matrix = " ".join(map(_short, self.matrix.shorthand))
        box = " ".join(map(_short, (crop.llx, crop.lly, crop.width, crop.height)))
        return f"{matrix} cm\n{box} re W n\n".encode("ascii")


def place(page: Page, frame: Frame) -> Placing:
    """Return where a page goes: in the middle of the frame, at its top (ISO 32000-1, 7.7.3.3 and 14.11.2).

    What a page has from the nodes above it (7.7.3.4), pikepdf writes into it when it is asked for pages.
    """
    crop, turns, unit = _crop(page), _turns(page), _unit(page)
    width, height = _size(crop, turns, unit)
    fitting = min(1.0, frame.width / width, frame.height / height)
    left = frame.left + (frame.width - width * fitting) / 2
    bottom = frame.bottom + frame.height - height * fitting
    scale = fitting * unit
    seen = _upright_page(crop, turns)
    return Placing(crop, seen @ Matrix(scale, 0, 0, scale, left, bottom), turns)


def seen_size(page: Page, number: int) -> tuple[float, float]:
    """Return the width and height of a page as it is seen, in points.

    Raises AnnexError, which names the page by its number, if it has none that a page may have.
    """
    try:
        sides = _size(_crop(page), _turns(page), _unit(page))
    except (ArithmeticError, TypeError, ValueError) as error:
        raise AnnexError(f"the measures of page {number} are broken") from error
    if not all(isfinite(side) and LEAST_SIDE <= side <= MOST_SIDE for side in sides):
        raise AnnexError(f"page {number} has no size that a page may have")
    return sides


def _turns(page: Page) -> int:
    """Return by how many quarters a page is turned clockwise."""
    return int(page.obj.get("/Rotate", 0)) // 90 % 4


def _unit(page: Page) -> float:
    return float(page.obj.get("/UserUnit", 1))


def _size(crop: Rectangle, turns: int, unit: float) -> tuple[float, float]:
    sides = crop.width * unit, crop.height * unit
    return (sides[1], sides[0]) if turns % 2 else sides


def upright(corners: Object) -> Rectangle:
    """Return a rectangle whose corners may stand in any order."""
    x, y, to_x, to_y = (float(side) for side in list(corners)[:4])
    return Rectangle(min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y))


def numbers(*values: float) -> Array:
    """Return an array of numbers, to a thousandth of a point."""
    return Array([round(value, 3) + 0.0 for value in values])


def _crop(page: Page) -> Rectangle:
    """Return what is seen of a page: its crop box as far as the media box goes; an empty one is none."""
    media = page.obj.get("/MediaBox")
    whole = Rectangle(0, 0, 612, 792) if media is None else upright(media)
    asked = page.obj.get("/CropBox")
    if asked is None:
        return whole
    crop = upright(asked)
    sides = (max(crop.llx, whole.llx), max(crop.lly, whole.lly))
    ends = (min(crop.urx, whole.urx), min(crop.ury, whole.ury))
    return Rectangle(*sides, *ends) if sides[0] < ends[0] and sides[1] < ends[1] else whole


def _upright_page(crop: Rectangle, turns: int) -> Matrix:
    """Return the way from a page's coordinates to the page as it is seen, with its bottom left at 0, 0."""
    return (
        Matrix(1, 0, 0, 1, -crop.llx, -crop.lly),
        Matrix(0, -1, 1, 0, -crop.lly, crop.urx),
        Matrix(-1, 0, 0, -1, crop.urx, crop.ury),
        Matrix(0, 1, -1, 0, crop.ury, -crop.llx),
    )[turns]


def _short(value: float) -> str:
    return f"{round(value, 5) + 0.0:.5f}".rstrip("0").rstrip(".")
