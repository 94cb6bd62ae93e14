"""The structure tree of a PDF (ISO 32000-1, 14.7): elements made with the story, marks added while painting.

Elements know nothing of pages. What one saving paints is kept in `Marks`, so that the same tree can be
saved again with another copy's late text.
"""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.engine.writers.pdf.objects import ObjectFile, reference, text_string

ROLES = {
    "TitleBlock": "Sect",
    "GroupName": "P",
    "Title": "P",
    "Subtitle": "P",
    "ContentsTitle": "P",
    "ContentsNumber": "Span",
    "ContentsPage": "Span",
    "TableNote": "P",
    "FigureGroup": "Div",
    "Callout": "Div",
    "CalloutTitle": "P",
    "NoteMark": "Reference",
    "PageReference": "Reference",
    "Strong": "Span",
    "Em": "Span",
    "Added": "Span",
    "Removed": "Span",
}
"""Our own tags and the standard ones they stand for (ISO 14289-1, 7.1: every tag maps to a standard one)."""


class StructElem:
    """A structure element.

    `kids` are the elements inside it that are known before painting. An `inline` element takes its place
    among the marks of its parent when it is first painted. `attributes` is the value of /A, as PDF code.
    """

    __slots__ = ("alt", "attributes", "identifier", "inline", "kids", "lang", "parent", "tag")

    def __init__(
        self,
        tag: str,
        parent: StructElem | None,
        *,
        inline: bool = False,
        attributes: bytes = b"",
        lang: str | None = None,
        alt: str | None = None,
    ) -> None:
        self.tag = tag
        self.parent = parent
        self.inline = inline
        self.attributes = attributes
        self.lang = lang
        self.alt = alt
        self.identifier: str | None = None
        self.kids: list[StructElem] = []
        if parent is not None and not inline:
            parent.kids.append(self)

    def add(
        self, tag: str, *, attributes: bytes = b"", lang: str | None = None, alt: str | None = None
    ) -> StructElem:
        """Return a new element inside this one, after those already there."""
        return StructElem(tag, self, attributes=attributes, lang=lang, alt=alt)

    def span(self, tag: str, *, lang: str | None = None, attributes: bytes = b"") -> StructElem:
        """Return a new element that takes its place among this one's text."""
        return StructElem(tag, self, inline=True, lang=lang, attributes=attributes)


class Marks:
    """What one saving of a document has painted: the marked content and the annotations of each element."""

    def __init__(self, page_count: int) -> None:
        self.boxes: dict[StructElem, tuple[float, float, float, float]] = {}
        """Where figures stand on their page: left, bottom, right, top."""
        self._page_count = page_count
        self._annotated: list[StructElem] = []
        self._kids: dict[StructElem, list[StructElem | tuple[int, int] | tuple[int, int, None]]] = {}
        self._pages: list[tuple[int, list[StructElem]]] = []

    def open_page(self, page: int) -> int:
        """Begin a page, whose object is `page`; return its key in the parent tree."""
        self._pages.append((page, []))
        return len(self._pages) - 1

    def mark(self, element: StructElem) -> int:
        """Add marked content on the open page to an element; return its marked-content identifier."""
        page, elements = self._pages[-1]
        self._kids_of(element).append((page, len(elements)))
        elements.append(element)
        return len(elements) - 1

    def annotate(self, element: StructElem, annotation: int) -> int:
        """Add an annotation on the open page to an element; return its key in the parent tree."""
        self._kids_of(element).append((self._pages[-1][0], annotation, None))
        self._annotated.append(element)
        return self._page_count + len(self._annotated) - 1

    def _kids_of(self, element: StructElem) -> list[StructElem | tuple[int, int] | tuple[int, int, None]]:
        kids = self._kids.get(element)
        if kids is None:
            kids = self._kids[element] = []
            if element.inline and element.parent is not None:
                self._kids_of(element.parent).append(element)
        return kids

    def write(self, file: ObjectFile, document: StructElem) -> int:
        """Write the tree under `document`; return the number of its root object."""
        root = file.reserve()
        elements = list(self._walk(document))
        numbers = {element: file.reserve() for element in elements}
        for element in elements:
            parent = root if element.parent is None else numbers[element.parent]
            file.write(numbers[element], self._format(element, parent, numbers))
        tree = self._parent_tree(file, numbers)
        roles = b"".join(b"/%s/%s" % (own.encode(), to.encode()) for own, to in ROLES.items())
        identified = sorted((e.identifier, numbers[e]) for e in elements if e.identifier is not None)
        names = b" ".join(text_string(name) + b" " + reference(number) for name, number in identified)
        return file.write(
            root,
            b"<</Type/StructTreeRoot/K %s/ParentTree %s/ParentTreeNextKey %d/RoleMap<<%s>>%s>>"
            % (
                reference(numbers[document]),
                reference(tree),
                self._page_count + len(self._annotated),
                roles,
                b"/IDTree<</Names[%s]>>" % names if identified else b"",
            ),
        )

    def _walk(self, element: StructElem) -> Iterator[StructElem]:
        yield element
        for kid in element.kids:
            yield from self._walk(kid)
        for painted in self._kids.get(element, ()):
            if isinstance(painted, StructElem):
                yield from self._walk(painted)

    def _parent_tree(self, file: ObjectFile, numbers: dict[StructElem, int]) -> int:
        """Write the parent tree: the keys of pages come first, those of annotations follow."""
        entries = [
            b"%d[%s]" % (key, b" ".join(reference(numbers[element]) for element in elements))
            for key, (_, elements) in enumerate(self._pages)
        ]
        entries += [
            b"%d %s" % (self._page_count + key, reference(numbers[element]))
            for key, element in enumerate(self._annotated)
        ]
        return file.add(b"<</Nums[%s]>>" % b"\n".join(entries))

    def _format(self, element: StructElem, parent: int, numbers: dict[StructElem, int]) -> bytes:
        parts = [b"<</Type/StructElem/S/%s/P %d 0 R" % (element.tag.encode(), parent)]
        painted = self._kids.get(element, ())
        home = next((kid[0] for kid in painted if not isinstance(kid, StructElem)), None)
        if home is not None:
            parts.append(b"/Pg %d 0 R" % home)
        kids = [b"%d 0 R" % numbers[kid] for kid in element.kids]
        for kid in painted:
            if isinstance(kid, StructElem):
                kids.append(b"%d 0 R" % numbers[kid])
            elif len(kid) == 3:
                kids.append(b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % kid[:2])
            elif kid[0] == home:
                kids.append(b"%d" % kid[1])
            else:
                kids.append(b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % kid)
        if len(kids) == 1:
            parts.append(b"/K " + kids[0])
        elif kids:
            parts.append(b"/K[%s]" % b" ".join(kids))
        for key, text in (
            (b"/Lang", element.lang),
            (b"/Alt", element.alt),
            (b"/ID", element.identifier),
        ):
            if text is not None:
                parts.append(key + text_string(text))
        attributes = element.attributes
        if element in self.boxes:
            attributes += b"<</O/Layout/Placement/Block/BBox[%.2f %.2f %.2f %.2f]>>" % self.boxes[element]
        if attributes:
            parts.append(b"/A" + attributes)
        parts.append(b">>")
        return b"".join(parts)
