"""Paints the page of an annex on a page of ours."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from pikepdf import Dictionary, Name, Object, Page, Pdf

from egci_reports.engine.enclosing.content import read_content
from egci_reports.engine.enclosing.placing import Placing
from egci_reports.engine.enclosing.resources import Cleansing, merged

_LEVEL = 6
"""The compression level, named so that it never depends on the zlib build's default."""


@dataclass(frozen=True, slots=True)
class PaintedPage:
    """A page of an annex that was painted.

    `page` is the page of ours that it went to; `marks` are the identifiers of its marked content as it had
    them, and `offset` is what was added to each.
    """

    page: Object
    placing: Placing
    marks: frozenset[int]
    offset: int


@dataclass(frozen=True, slots=True)
class Painter:
    """Paints pages of one annex, `source`, on pages of `main`."""

    main: Pdf
    source: Pdf
    cleansing: Cleansing

    def paint(
        self, page: Page, ours: Page, placing: Placing, taken: int, unpainted: frozenset[str], *, whole: bool
    ) -> PaintedPage:
        """Paint a page over one of ours, of whose identifiers of marked content `taken` are used.

        Its operators go among those of our page, not into a form: readers find the text of marked content
        there most surely. Artifacts of the kinds `unpainted` are
        left out; `whole` makes all of it one marked content, for want of marks of its own.
        """
        theirs = read_content(page).without(unpainted)
        both, names = merged(ours.obj.get("/Resources", Dictionary()), self._resources(page))
        if whole:
            body, marks = b"/P <</MCID %d>> BDC\n%s\nEMC" % (taken, theirs.bare()), frozenset({0})
        else:
            body, marks = theirs.code(taken), frozenset(theirs.marks)
        before = read_content(ours).renamed(names)
        code = b"q\n%s\nQ\nq\n%s%s\nQ\n" % (before, placing.code, body)
        ours.obj.Contents = packed(self.main, code)
        ours.obj.Resources = both
        return PaintedPage(ours.obj, placing, marks, taken)

    def _resources(self, page: Page) -> Object:
        """Return a copy of a page's resources in our file."""
        resources = page.obj.get("/Resources", Dictionary())
        self.cleansing.resources(resources)
        return self.main.copy_foreign(self.source.make_indirect(resources))


def packed(main: Pdf, code: bytes, entries: Object | None = None) -> Object:
    """Return a stream of operators, compressed the way all our streams are."""
    stream = main.make_stream(b"")
    for key, value in (Dictionary() if entries is None else entries).items():
        stream[key] = value
    stream.write(zlib.compress(code, _LEVEL), filter=Name.FlateDecode)
    return stream
