"""Keeps the registers of a structure tree: whose each mark and object is, identifiers, roles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

Ref = tuple[int, int]
"""The number and generation of an object."""


class Registers:
    """The registers of one file, read from it and written back (ISO 32000-1, 14.7.2 and 14.7.4.4)."""

    def __init__(self, main: Pdf) -> None:
        self._main = main
        self._root = main.Root.StructTreeRoot
        self._parents: dict[int, Object | list[Object | None]] = {}
        for key, value in _pairs(self._root.ParentTree, "/Nums"):
            self._parents[int(key)] = list(value) if isinstance(value, Array) else value
        self._next = max(self._parents, default=-1) + 1
        self._elements: dict[bytes, Object] = {}
        if "/IDTree" in self._root:
            self._elements = {bytes(key): value for key, value in _pairs(self._root.IDTree, "/Names")}
        self._identifiers = set(self._elements)

    @property
    def document(self) -> Object:
        """The element that holds all others."""
        document: Object = several(self._root.K)[0]
        return document

    def marks_on(self, page: Object) -> int:
        """Return how many identifiers of marked content a page has used."""
        return len(self._marks_of(page))

    def mark(self, holder: Object, mark: int, element: Object) -> None:
        """Note that marked content of a page or form belongs to an element."""
        marks = self._marks_of(holder)
        marks += [None] * (mark + 1 - len(marks))
        marks[mark] = element

    def own(self, thing: Object, element: Object) -> None:
        """Note that an annotation or image belongs to an element."""
        thing["/StructParent"] = self._add(element)

    def identifier(self, wanted: bytes) -> bytes:
        """Return an identifier that no element has yet, the one wanted if it is free, and keep it free."""
        free, times = wanted, 1
        while free in self._identifiers:
            times += 1
            free = b"%s-%d" % (wanted, times)
        self._identifiers.add(free)
        return free

    def identify(self, element: Object, identifier: bytes) -> None:
        """Give an element its identifier."""
        element["/ID"] = String(identifier)
        self._elements[identifier] = element

    def role(self, tag: str, standard: str) -> Name:
        """Return the tag for elements that stand for a standard one: another name if ours mean another."""
        if "/RoleMap" not in self._root:
            self._root["/RoleMap"] = Dictionary()
        roles, free, times = self._root.RoleMap, tag, 1
        while roles.get(free, Name(standard)) != Name(standard):
            times += 1
            free = f"{tag}_{times}"
        roles[free] = Name(standard)
        return Name(free)

    def write(self) -> None:
        """Write the registers back to the file."""
        nums: list[object] = []
        for number, value in sorted(self._parents.items()):
            nums += [number, Array(value) if isinstance(value, list) else value]
        self._root["/ParentTree"] = self._main.make_indirect(Dictionary(Nums=Array(nums)))
        self._root["/ParentTreeNextKey"] = self._next
        if self._elements:
            names: list[object] = []
            for key, element in sorted(self._elements.items()):
                names += [String(key), element]
            self._root["/IDTree"] = self._main.make_indirect(Dictionary(Names=Array(names)))

    def _add(self, value: Object | list[Object | None]) -> int:
        self._parents[self._next] = value
        self._next += 1
        return self._next - 1

    def _marks_of(self, holder: Object) -> list[Object | None]:
        if "/StructParents" not in holder:
            holder["/StructParents"] = self._add([])
        marks = self._parents.setdefault(int(holder.StructParents), [])
        if not isinstance(marks, list):
            raise TypeError("the key of a page belongs to an annotation")
        return marks


def several(given: object) -> list[Any]:
    """Return what an entry holds that may be nothing, one thing or an array."""
    return [] if given is None else list(given) if isinstance(given, Array) else [given]


def _pairs(node: Object, leaves: str) -> Iterator[tuple[Object, Object]]:
    """Yield the keys and values of a tree of numbers or names (7.9.6 and 7.9.7)."""
    entries = list(node.get(leaves, Array()))
    yield from zip(entries[::2], entries[1::2], strict=True)
    for kid in node.get("/Kids", Array()):
        yield from _pairs(kid, leaves)
