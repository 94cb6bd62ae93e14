"""Tagged annexes, and a look at the structure of a file and its registers, past what readers make of them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

from tests.engine.writers.pdf.made import para, section, written
from tests.readers.pdf_tags import Node, Tree


def annex(*blocks: Any) -> bytes:
    """Return a tagged annex: a section \"Theirs\" of these blocks."""
    return written(section("Theirs", *(blocks or (para("The annex."),)))).content


def sections(tree: Tree) -> list[Node]:
    """Return the sections of the annexes of a paper that has one section."""
    return [node for node in tree.root.nodes if node.tag == "Sect"][1:]


def elements(file: pikepdf.Pdf) -> Iterator[Any]:
    """Yield all elements of a file in their order."""
    yield from _below(file.Root.StructTreeRoot.K)


def _below(element: Any) -> Iterator[Any]:
    yield element
    for kid in kids_of(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _below(kid)


def kids_of(element: Any) -> list[Any]:
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def named(file: pikepdf.Pdf, tag: str) -> list[Any]:
    """Return the elements of a tag."""
    return [one for one in elements(file) if f"/{tag}" == one.S]


def misfits(pdf: bytes) -> list[str]:
    """Return where the registers of the structure do not say what the structure does."""
    found = []
    with pikepdf.open(io.BytesIO(pdf)) as file:
        root = file.Root.StructTreeRoot
        parents = dict(pikepdf.NumberTree(root.ParentTree).items())
        if max(parents) >= root.ParentTreeNextKey:
            found.append("the next key is taken")
        told: list[tuple[int, ...]] = []
        for element in elements(file):
            for kid in kids_of(element):
                if isinstance(kid, Dictionary) and "/S" in kid:
                    if kid.P.objgen != element.objgen:
                        found.append(f"{kid.S} does not know its parent")
                elif isinstance(kid, Dictionary) and "/Obj" in kid:
                    told.append((int(kid.Obj.StructParent),))
                    if parents[kid.Obj.StructParent].objgen != element.objgen:
                        found.append(f"the object of {element.S} is not its own")
                else:
                    mark = kid if isinstance(kid, int) else int(kid.MCID)
                    home = element if isinstance(kid, int) else kid
                    holder = home.get("/Stm", home.get("/Pg"))
                    told.append((int(holder.StructParents), mark))
                    if parents[holder.StructParents][mark].objgen != element.objgen:
                        found.append(f"mark {mark} of {element.S} is not its own")
        if len(set(told)) != len(told):
            found.append("a mark is told twice")
        identified = {bytes(one.ID): one for one in elements(file) if "/ID" in one}
        names = list(root.IDTree.Names) if "/IDTree" in root else []
        if [bytes(one) for one in names[::2]] != sorted(identified):
            found.append("the identifiers are not those of the elements")
    return found
