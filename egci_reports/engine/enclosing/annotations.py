"""Carries the annotations of an annex over: links and remarks, without what acts by itself or hides files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pikepdf import Array, Dictionary, Matrix, Name, Object, Page, Pdf, Stream

from egci_reports.engine.enclosing.destinations import Destinations
from egci_reports.engine.enclosing.pages import PaintedPage, packed
from egci_reports.engine.enclosing.placing import Placing, numbers
from egci_reports.engine.enclosing.registers import Ref
from egci_reports.engine.enclosing.resources import Cleansing

_REMARKS = (
    "/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline",
    "/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink",
)  # fmt: skip
_KEPT = (
    "/Subtype", "/Rect", "/Contents", "/NM", "/M", "/F", "/C", "/CA", "/Border", "/BS", "/H", "/T", "/Subj",
    "/CreationDate", "/RC", "/IC", "/BE", "/LE", "/L", "/Vertices", "/InkList", "/QuadPoints", "/DA", "/DS",
    "/Q", "/Name", "/IT", "/Open", "/Sy", "/Lang",
)  # fmt: skip
"""The entries of ISO 32000-1, 12.5, that say how a remark looks and what it says; all others stay behind."""
_POINTS = ("/L", "/Vertices", "/QuadPoints")
_PRINTED = 4
"""The flag of annotations that are printed too, as ISO 19005-2, 6.3.2, wants of all."""


class Carried(NamedTuple):
    """An annotation of ours, on `page`; `source` is the object that it was in the annex."""

    source: Ref
    annotation: Object
    page: Object

    @property
    def is_link(self) -> bool:
        """Whether it is a link."""
        return bool(self.annotation.Subtype == Name.Link)


@dataclass(frozen=True, slots=True)
class Annotations:
    """Carries annotations of `source` over to `main`; `tagged` says that the structure knows them there.

    Without tags nobody would know what a remark belongs to, so only links come along.
    """

    main: Pdf
    source: Pdf
    cleansing: Cleansing
    destinations: Destinations
    tagged: bool

    def carry(self, page: Page, placed: PaintedPage) -> Iterator[Carried]:
        """Put the annotations of a page on the page of ours that it was painted on, and yield them."""
        made = [one for given in page.obj.get("/Annots", Array()) if (one := self._one(given, placed))]
        if made:
            before = placed.page.get("/Annots", Array())
            placed.page.Annots = Array([*before, *(one.annotation for one in made)])
            # ISO 14289-1, 7.18.3
            placed.page.Tabs = Name.S
        yield from made

    def _one(self, given: Object, placed: PaintedPage) -> Carried | None:
        if not isinstance(given, Dictionary) or "/Rect" not in given or not placed.placing.shows(given.Rect):
            return None
        entries = Dictionary({key: given[key] for key in _KEPT if key in given})
        target = None
        if given.get("/Subtype") == Name.Link:
            target = self.destinations.target(given)
            if target is None:
                return None
        elif not self.tagged or str(given.get("/Subtype")) not in _REMARKS:
            return None
        annotation = self.main.copy_foreign(self.source.make_indirect(entries))
        annotation["/Type"] = Name.Annot
        _move(annotation, placed.placing)
        for key, value in (Dictionary() if target is None else target).items():
            annotation[key] = value
        if not self.tagged:
            annotation["/F"] = _PRINTED
        look = given.get("/AP", Dictionary()).get("/N")
        if isinstance(look, Stream):
            annotation["/AP"] = Dictionary(N=self._look(look, placed.placing))
        return Carried(given.objgen, annotation, placed.page)

    def _look(self, look: Object, placing: Placing) -> Object:
        """Return the look of an annotation; readers fit it to its box, but do not turn it (12.5.5)."""
        self.cleansing.part(look)
        ours = self.main.copy_foreign(look)
        if not placing.turns:
            return ours
        entries = Dictionary({key: value for key, value in ours.items() if key not in _OF_STREAMS})
        before = Matrix(ours.Matrix) if "/Matrix" in ours else Matrix()
        entries["/Matrix"] = (before @ _TURNS[placing.turns]).as_array()
        return packed(self.main, ours.read_bytes(), entries)


_OF_STREAMS = ("/Length", "/Filter", "/DecodeParms")
_TURNS = (Matrix(), Matrix(0, -1, 1, 0, 0, 0), Matrix(-1, 0, 0, -1, 0, 0), Matrix(0, 1, -1, 0, 0, 0))
"""A page's turn by so many quarters clockwise."""


def _move(annotation: Object, placing: Placing) -> None:
    """Put an annotation where its page went: its box and all its points (12.5.6)."""
    annotation.Rect = placing.box(annotation.Rect)
    for key in _POINTS:
        if key in annotation:
            annotation[key] = _moved(annotation[key], placing)
    if "/InkList" in annotation:
        annotation.InkList = Array([_moved(line, placing) for line in annotation.InkList])


def _moved(points: Object, placing: Placing) -> Array:
    values = [float(value) for value in points]
    moved = (placing.point(x, y) for x, y in zip(values[::2], values[1::2], strict=False))
    return numbers(*(value for point in moved for value in point))
