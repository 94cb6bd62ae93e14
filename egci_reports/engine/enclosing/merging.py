"""Takes annexes one by one: paints their pages, carries over links and structure, saves the file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from contextlib import ExitStack
from io import BytesIO
from itertools import groupby
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, StreamDecodeLevel, String

from egci_reports.engine.enclosing.annex import BROKEN, AnnexError
from egci_reports.engine.enclosing.annotations import Annotations, Carried
from egci_reports.engine.enclosing.destinations import Destinations
from egci_reports.engine.enclosing.enclosure import PlacedEnclosure
from egci_reports.engine.enclosing.outlines import Outlines
from egci_reports.engine.enclosing.pages import PaintedPage, Painter
from egci_reports.engine.enclosing.placing import place
from egci_reports.engine.enclosing.registers import Ref, Registers, several
from egci_reports.engine.enclosing.resources import Cleansing, cmyk_of
from egci_reports.engine.enclosing.structure import Translation

_IDENTIFIER = re.compile(rb"/ID \[<[0-9a-f]*><([0-9a-f]{32})>\]")


def enclose(main: bytes, enclosures: Sequence[PlacedEnclosure]) -> bytes:
    """Return our file with annexes in it, always the same bytes for the same input.

    `main` must be tagged and have a prepared page for each page of the annexes. A page is shrunk into its
    frame if it is larger. What is wrong in an annex raises whatever pikepdf and Python say of it: this runs
    where nothing is lost by that (`process`), and first when the annex is examined.
    """
    with ExitStack() as opened:
        file = opened.enter_context(pikepdf.open(BytesIO(main)))
        registers = Registers(file)
        for enclosure in enclosures:
            # saving reads from the annexes, which stay open until then
            source = opened.enter_context(pikepdf.open(BytesIO(enclosure.content)))
            _Enclosing(file, source, registers, enclosure).run()
            if source.get_warnings():
                raise AnnexError(BROKEN)
        registers.write()
        return _saved(file, _digest(file, enclosures))


class _Enclosing:
    """The work on one annex."""

    def __init__(self, main: Pdf, source: Pdf, registers: Registers, enclosure: PlacedEnclosure) -> None:
        self._main, self._source, self._registers = main, source, registers
        self._enclosure = enclosure
        self._cleansing = Cleansing(cmyk_of(source))
        self._tagged = "/K" in source.Root.get("/StructTreeRoot", Dictionary())

    def run(self) -> None:
        """Carry over pages, annotations, bookmarks and structure: each refers to those before."""
        pages = self._pages()
        destinations = Destinations(self._source, pages)
        carried = self._annotations(pages, destinations)
        first = self._main.pages.p(self._enclosure.first_page).obj
        Outlines(self._main, self._source, destinations).carry(self._enclosure.title, first)
        section = self._section()
        if self._tagged:
            by_source = {one.source: one for one in carried}
            Translation(self._main, self._source, self._registers, self._cleansing, pages, by_source).fill(
                section
            )
        on_page = groupby(carried, key=lambda one: one.page.objgen)
        links = {page: list(some) for page, some in on_page}
        for placed in pages.values():
            if not self._tagged:
                element = self._add(section, Name.P, Pg=placed.page, K=placed.offset)
                self._registers.mark(placed.page, placed.offset, element)
            for one in links.get(placed.page.objgen, ()):
                self._adopt(one, section)

    def _pages(self) -> dict[Ref, PaintedPage]:
        """Paint all pages; return where each went."""
        painter = Painter(self._main, self._source, self._cleansing)
        placed = {}
        given, whole = self._enclosure, not self._tagged
        for index, (page, frame) in enumerate(zip(self._source.pages, given.frames, strict=True)):
            ours = self._main.pages.p(given.first_page + index)
            taken = self._registers.marks_on(ours.obj)
            where = place(page, frame)
            placed[page.obj.objgen] = painter.paint(page, ours, where, taken, given.unpainted, whole=whole)
        return placed

    def _annotations(self, pages: dict[Ref, PaintedPage], destinations: Destinations) -> list[Carried]:
        """Put the annotations of all pages on ours."""
        annotations = Annotations(self._main, self._source, self._cleansing, destinations, self._tagged)
        return [
            carried
            for page in self._source.pages
            for carried in annotations.carry(page, pages[page.obj.objgen])
        ]

    def _section(self) -> Object:
        """Return the section for the annex, at the end of our document."""
        section = self._add(self._registers.document, Name.Sect, T=String(self._enclosure.title))
        lang = self._source.Root.get("/Lang")
        if isinstance(lang, String) and str(lang).lower() != str(self._main.Root.get("/Lang")).lower():
            section["/Lang"] = String(str(lang))
        return section

    def _add(self, parent: Object, tag: Name, **entries: Any) -> Object:
        element = self._main.make_indirect(Dictionary(Type=Name.StructElem, S=tag, P=parent, **entries))
        if not isinstance(parent.get("/K"), Array):
            parent["/K"] = Array(several(parent.get("/K")))
        parent.K.append(element)
        return element

    def _adopt(self, carried: Carried, section: Object) -> None:
        """Make a link that no element has one of the structure (ISO 14289-1, 7.18.5)."""
        annotation = carried.annotation
        if not carried.is_link or "/StructParent" in annotation:
            return
        if not str(annotation.get("/Contents", "")).strip():
            address = annotation.get("/A", Dictionary()).get("/URI", self._enclosure.title)
            annotation["/Contents"] = String(str(address))
        reference = Dictionary(Type=Name.OBJR, Obj=annotation, Pg=carried.page)
        element = self._add(section, Name.Link, Pg=carried.page, K=reference)
        self._registers.own(annotation, element)


def _digest(main: Pdf, enclosures: Sequence[PlacedEnclosure]) -> bytes:
    """Return an identifier made of all that goes into the file, not of the clock."""
    digest = hashlib.sha256(bytes(main.trailer.ID[1]))
    for one in enclosures:
        frames = [tuple(frame) for frame in one.frames]
        said = f"{one.first_page} {one.title} {frames} {sorted(one.unpainted)} {len(one.content)} "
        digest.update(said.encode() + one.content)
    return digest.hexdigest()[:32].encode()


def _saved(main: Pdf, identifier: bytes) -> bytes:
    """Return the bytes of a file, written plainly: one table of its objects, streams as they are."""
    out = BytesIO()
    main.save(
        out,
        force_version="1.7",
        fix_metadata_version=False,
        stream_decode_level=StreamDecodeLevel.none,
        object_stream_mode=ObjectStreamMode.disable,
        static_id=True,
    )
    content = out.getvalue()
    # the first half of the identifier stays that of our file: ISO 32000-1, 14.4
    static = _IDENTIFIER.search(content, content.rindex(b"trailer"))
    if static is None:
        raise ValueError("the file has no identifier")
    return content[: static.start(1)] + identifier + content[static.end(1) :]
