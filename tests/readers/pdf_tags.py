"""Reads the structure tree of a finished PDF: elements with their text, language, links and attributes."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from tests.readers.pdf_pages import Page, read_pages, texts_by_mark


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link or a bookmark leads: an address outside, or a page (from 1) and a height on it."""

    address: str | None = None
    page: int | None = None
    y: float | None = None


@dataclass(eq=False)
class Node:
    """An element. `tag` is its own name, `role` the standard one that it stands for; kids are in order."""

    tag: str
    role: str
    lang: str
    alt: str | None
    identifier: str | None
    attributes: dict[str, str]
    kids: list[Node | str] = field(default_factory=list)
    links: list[Target] = field(default_factory=list)
    says: list[str] = field(default_factory=list)
    """What the element's link annotations tell those who cannot see them."""
    pages: list[int] = field(default_factory=list)
    """The pages (from 1) on which its own marks stand."""
    marks: list[tuple[int, int]] = field(default_factory=list)
    """Its own marks: page and MCID."""

    @property
    def nodes(self) -> list[Node]:
        """The elements inside."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def walk(self) -> Iterator[Node]:
        """Yield the element and all inside it."""
        yield self
        for kid in self.nodes:
            yield from kid.walk()

    def text(self, *without: str) -> str:
        """Return the text inside, without elements of the tags named."""
        return "".join(
            kid if isinstance(kid, str) else "" if kid.tag in without else kid.text(*without)
            for kid in self.kids
        )

    def named(self, *tags: str) -> list[Node]:
        """Return the elements directly inside that have one of the tags."""
        return [kid for kid in self.nodes if kid.tag in tags]


@dataclass(frozen=True)
class Tree:
    """A tagged PDF: the root element, the pages it describes, and what is amiss in how the two fit."""

    root: Node
    pages: tuple[Page, ...]
    faults: tuple[str, ...]


def read_tree(pdf: bytes) -> Tree:
    """Return the structure tree with the text of its marks."""
    pages = read_pages(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        reading = _Reading(file, pages)
        root = reading.root()
    return Tree(root, pages, tuple(reading.faults()))


def targets_of(file: pikepdf.Pdf, owner: Any) -> Target:
    """Return where a link annotation or a bookmark leads."""
    numbers = {page.objgen: number for number, page in enumerate(file.pages, 1)}
    if "/A" in owner:
        return Target(address=str(owner.A.URI))
    page, way, _, y, _ = owner.Dest
    assert way == "/XYZ", way
    return Target(page=numbers[page.objgen], y=float(y))


class _Reading:
    """Follows the tree and counts which marks it uses."""

    def __init__(self, file: pikepdf.Pdf, pages: tuple[Page, ...]) -> None:
        self._file, self._pages = file, pages
        self._texts = [texts_by_mark(page) for page in pages]
        self._numbers = {page.objgen: number for number, page in enumerate(file.pages, 1)}
        self._root = file.Root.StructTreeRoot
        self._roles = {str(own): str(role) for own, role in self._root.RoleMap.items()}
        self._used: Counter[tuple[int, int]] = Counter()

    def root(self) -> Node:
        return self._node(self._root.K, str(self._file.Root.Lang))

    def _node(self, element: Any, lang: str) -> Node:
        tag, lang = str(element.S), str(element.get("/Lang", lang))
        alt, identifier = element.get("/Alt"), element.get("/ID")
        node = Node(
            tag[1:],
            self._roles.get(tag, tag)[1:],
            lang,
            None if alt is None else str(alt),
            None if identifier is None else str(identifier),
            dict(_attributes(element)),
        )
        home = element.get("/Pg")
        for kid in _several(element, "/K"):
            self._kid(node, kid, home)
        return node

    def _kid(self, node: Node, kid: Any, home: Any) -> None:
        if isinstance(kid, int):
            self._mark(node, home, kid)
        elif "/MCID" in kid:
            self._mark(node, kid.get("/Pg", home), int(kid.MCID))
        elif "/Obj" in kid:
            node.links.append(targets_of(self._file, kid.Obj))
            node.says.append(str(kid.Obj.Contents))
        elif "/S" in kid:
            node.kids.append(self._node(kid, node.lang))

    def _mark(self, node: Node, page: Any, mcid: int) -> None:
        number = self._numbers[page.objgen]
        self._used[number, mcid] += 1
        node.pages.append(number)
        node.marks.append((number, mcid))
        node.kids.append(self._texts[number - 1].get(mcid, ""))

    def faults(self) -> Iterator[str]:
        """Yield where marks and tree do not fit each other."""
        painted = {(n, mcid) for n, page in enumerate(self._pages, 1) for mcid in page.mcids}
        for mark in sorted(painted - set(self._used)):
            yield f"mark {mark} is in no element"
        for mark in sorted(set(self._used) - painted):
            yield f"mark {mark} is painted nowhere"
        for mark, times in sorted(self._used.items()):
            if times > 1:
                yield f"mark {mark} is in {times} elements"
        for number, page in enumerate(self._pages, 1):
            if page.untagged:
                yield f"page {number} paints outside of marks: {page.untagged[:3]}"
            if list(page.mcids) != sorted(set(page.mcids)):
                yield f"page {number} uses a mark twice"


def _attributes(element: Any) -> Iterator[tuple[str, str]]:
    for attributes in _several(element, "/A"):
        for key, value in attributes.items():
            several = value if isinstance(value, pikepdf.Array) else [value]
            yield key[1:], " ".join(str(one).removeprefix("/") for one in several)


def _several(element: Any, key: str) -> list[Any]:
    """Return what stands under a key, be it nothing, one thing or an array."""
    value = element.get(key)
    return [] if value is None else list(value) if isinstance(value, pikepdf.Array) else [value]
