"""A small tagged PDF with all that annexes have, and what a stranger might put in the place of any value."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from egci_reports.engine.document.nodes import Link
from tests.engine.writers.pdf.made import para, section, table, written

Place = tuple[int, str | int]
"""An object by its place among those of the file, and a key of it or an index."""


@cache
def sound() -> bytes:
    """Return a tagged PDF with a table, links, a remark, bookmarks, named places, roles, classes, numbers."""
    address = Link("https://example.org/made-up", para("an address").content)
    rows = table([("one", "two"), ("three", "four")])
    paper = written(section("Made up", para("Words. ", address), rows), section("More", para("The end.")))
    with pikepdf.open(io.BytesIO(paper.content)) as file:
        page, root, tree = file.pages[0], file.Root, file.Root.StructTreeRoot
        look = file.make_stream(b"0 0 9 9 re f", Dictionary(Subtype=Name.Form, BBox=Array([0, 0, 9, 9])))
        note = Dictionary(
            Type=Name.Annot, Subtype=Name.Text, Rect=Array([20, 20, 40, 40]), AP=Dictionary(N=look), F=4
        )
        inner = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array([20, 50, 40, 60]), Dest=String("here")
        )
        page.obj.Annots = Array([*page.obj.get("/Annots", Array()), *map(file.make_indirect, (note, inner))])
        page.obj.Rotate, page.obj.UserUnit = 90, 1
        page.obj.CropBox = Array([10, 10, 580, 830])
        here = Array([String("here"), Array([page.obj, Name.XYZ, 10, 700, None])])
        kid = file.make_indirect(Dictionary(Names=here, Limits=Array([String("here"), String("here")])))
        root.Names = Dictionary(Dests=file.make_indirect(Dictionary(Kids=Array([kid]))))
        tree.RoleMap = Dictionary(Words=Name.P)
        tree.ClassMap = Dictionary(Wide=Dictionary(O=Name.Layout, SpaceBefore=3))
        return _saved(file)


def mutated(seed: int) -> bytes | None:
    """Return the PDF with one value replaced by a hostile one; None if such a file cannot be written."""
    chance = random.Random(seed)
    with pikepdf.open(io.BytesIO(sound())) as file:
        index, key = chance.choice(list(_places(file)))
        holder: Any = file.objects[index]
        chance.choice(HOSTILE)(file, holder, key)
        try:
            return _saved(file)
        except (pikepdf.PdfError, ValueError, TypeError, RuntimeError):
            return None


def _places(file: Pdf) -> Iterator[Place]:
    for index, one in enumerate(file.objects):
        if isinstance(one, Dictionary | Stream):
            yield from ((index, key) for key in one.keys() if key != "/Length")  # noqa: SIM118 - no mapping
        elif isinstance(one, Array):
            yield from ((index, place) for place in range(len(one)))


def _put(value: Callable[[Pdf, Any], Any]) -> Callable[[Pdf, Any, Any], None]:
    def put(file: Pdf, holder: Any, key: Any) -> None:
        holder[key] = value(file, holder)

    return put


def _take_out(file: Pdf, holder: Any, key: Any) -> None:
    del holder[key]


def _within(file: Pdf, holder: Any, key: Any) -> None:
    """Spoil what stands within a value, such as one side of a box."""
    value = holder[key]
    if isinstance(value, Array) and len(value):
        value[0] = Name.Made
    elif isinstance(value, Dictionary) and len(value.keys()):
        value[next(iter(value.keys()))] = -1
    else:
        holder[key] = Array([value, value])


def deep(levels: int) -> Any:
    """Return arrays inside arrays."""
    inner: Any = Array([])
    for _ in range(levels):
        inner = Array([inner])
    return inner


HOSTILE: tuple[Callable[[Pdf, Any, Any], None], ...] = (
    _take_out,
    _within,
    _put(lambda _file, _holder: 0),
    _put(lambda _file, _holder: -1),
    _put(lambda _file, _holder: 10**10),
    _put(lambda _file, _holder: 1e30),
    _put(lambda _file, _holder: True),
    _put(lambda _file, _holder: Name.Made),
    _put(lambda _file, _holder: String("made up \x00 粵")),
    _put(lambda _file, _holder: Array([])),
    _put(lambda _file, _holder: Array([0, 0, 0, 0])),
    _put(lambda _file, _holder: Array([9, 9, -9, -9])),
    _put(lambda _file, _holder: deep(90)),
    _put(lambda _file, _holder: Dictionary()),
    _put(lambda _file, holder: holder),
    _put(lambda file, _holder: file.Root),
    _put(lambda file, _holder: file.pages[0].obj),
    _put(lambda file, _holder: file.Root.StructTreeRoot),
    _put(lambda file, _holder: file.make_stream(b"( > ]] BT q Q Q EMC", Dictionary(Type=Name.Made))),
)


def _saved(file: Pdf) -> bytes:
    out = io.BytesIO()
    file.save(out, static_id=True, fix_metadata_version=False)
    return out.getvalue()


def spoilt(change: Callable[[Pdf], object]) -> bytes:
    """Return the PDF after a change."""
    with pikepdf.open(io.BytesIO(sound())) as file:
        change(file)
        return _saved(file)
