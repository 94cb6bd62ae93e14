"""Reads the painting of a page, and returns it fit to stand among other painting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Operator,
    Page,
    Stream,
    parse_content_stream,
    unparse_content_stream,
)

Instruction = ContentStreamInstruction | ContentStreamInlineImage
Renamed = Mapping[tuple[str, str], str]
"""New names of resources, by their class and the name they had."""

OF_OURS = frozenset({"/Header", "/Footer", "/Watermark", "/Attached"})
"""The artifacts of pagination that our own pages have: head, foot, watermark, and marking."""

_PAINTING = frozenset((
    "Tj", "TJ", "'", '"', "m", "l", "c", "v", "y", "h", "re", "W", "W*", "n",
    "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do",
))  # fmt: skip
"""What shows text, draws and paints paths and pictures (ISO 32000-1, tables 59, 60 and 109)."""
_MARKS = ("BMC", "BDC", "EMC", "MP", "DP")
_CLASSES = {
    "Tf": "/Font", "gs": "/ExtGState", "Do": "/XObject", "cs": "/ColorSpace", "CS": "/ColorSpace",
    "scn": "/Pattern", "SCN": "/Pattern", "sh": "/Shading", "BDC": "/Properties", "DP": "/Properties",
}  # fmt: skip
"""Which class of resources the name is of that an operator is given (ISO 32000-1, 7.8.3)."""


@dataclass(frozen=True, slots=True)
class Content:
    """The painting of one page, as written and as read, and the property lists it calls by name."""

    source: bytes
    instructions: tuple[Instruction, ...]
    properties: Mapping[str, Object]

    @property
    def marks(self) -> tuple[int, ...]:
        """The identifiers of its marked content (ISO 32000-1, 14.7.4.2)."""
        found = (self._properties(one).get("/MCID") for one in self.instructions)
        return tuple(int(mark) for mark in found if mark is not None)

    def code(self, offset: int = 0) -> bytes:
        """Return the operators, with `offset` added to the identifiers of marked content.

        States that are saved are restored, and marks that are begun are ended (8.4.2 and 14.6). What is
        sound, and has its identifiers already, is returned as it was written.
        """
        sound = tuple(_balanced(self.instructions))
        if offset:
            return unparse_content_stream([self._moved(one, offset) for one in sound])
        return self.source if sound == self.instructions else unparse_content_stream(sound)

    def without(self, unpainted: frozenset[str]) -> Content:
        """Return it without what artifacts of pagination of some kinds paint.

        A kind is the artifact's subtype; "/Attached" if it has none and only says at which edge it stands.
        What else is done within them stays: what follows may build on the state they leave.
        """
        if not unpainted:
            return self
        kept = tuple(self._outside(unpainted))
        return replace(self, source=unparse_content_stream(kept), instructions=kept)

    def _outside(self, unpainted: frozenset[str]) -> Iterator[Instruction]:
        within = 0
        for one in self.instructions:
            match str(one.operator):
                case "BMC" | "BDC":
                    within += bool(within) or self._kind(one) in unpainted
                case "EMC" if within:
                    within -= 1
                case operator if within and operator in _PAINTING:
                    continue
            yield one

    def _kind(self, one: Instruction) -> str:
        """Return the kind of an artifact of pagination that an instruction begins; "" if it begins none."""
        properties = self._properties(one)
        if one.operands[0] != Name.Artifact or properties.get("/Type") != Name.Pagination:
            return ""
        return str(properties.get("/Subtype", "/Attached" if "/Attached" in properties else ""))

    def bare(self) -> bytes:
        """Return the operators without any marks, so that all of it can stand within one."""
        sound = _balanced(self.instructions)
        return unparse_content_stream([one for one in sound if str(one.operator) not in _MARKS])

    def renamed(self, names: Renamed) -> bytes:
        """Return the operators with other names of resources."""
        if not names:
            return self.source
        return unparse_content_stream([_renamed(one, names) for one in self.instructions])

    def _properties(self, one: Instruction) -> Object:
        """Return the properties of the marked content that an instruction begins."""
        given: object = one.operands[1] if str(one.operator) == "BDC" else None
        if isinstance(given, Name):
            given = self.properties.get(str(given))
        return given if isinstance(given, Dictionary) else Dictionary()

    def _moved(self, one: Instruction, offset: int) -> Instruction:
        properties = self._properties(one)
        if "/MCID" not in properties:
            return one
        direct = {key: value for key, value in properties.items() if not _stands_elsewhere(value)}
        moved = Dictionary({**direct, "/MCID": int(properties.MCID) + offset})
        return ContentStreamInstruction([one.operands[0], moved], one.operator)


def read_content(page: Page) -> Content:
    """Return the painting of a page; the streams of one page are read as one (7.8.2)."""
    given = page.obj.get("/Contents")
    streams = [] if given is None else list(given) if isinstance(given, Array) else [given]
    properties = page.obj.get("/Resources", Dictionary()).get("/Properties", Dictionary())
    return Content(
        b"\n".join(stream.read_bytes() for stream in streams if isinstance(stream, Stream)),
        tuple(parse_content_stream(page)),
        dict(properties.items()),
    )


def _balanced(instructions: tuple[Instruction, ...]) -> Iterator[Instruction]:
    """Yield instructions without ends of what was not begun, and with the ends that lack."""
    saved = marked = 0
    for one in instructions:
        match str(one.operator):
            case "q":
                saved += 1
            case "BMC" | "BDC":
                marked += 1
            case "Q" if saved:
                saved -= 1
            case "EMC" if marked:
                marked -= 1
            case "Q" | "EMC":
                continue
        yield one
    yield from (ContentStreamInstruction([], Operator("EMC")) for _ in range(marked))
    yield from (ContentStreamInstruction([], Operator("Q")) for _ in range(saved))


def _renamed(one: Instruction, names: Renamed) -> Instruction:
    place = -1 if str(one.operator) != "Tf" else 0
    kind = _CLASSES.get(str(one.operator))
    if kind is None or not isinstance(one.operands[place], Name):
        return one
    operands = list(one.operands)
    operands[place] = Name(names.get((kind, str(operands[place])), str(operands[place])))
    return ContentStreamInstruction(operands, one.operator)


def _stands_elsewhere(value: object) -> bool:
    """Whether a value is an object of its own, which content cannot refer to (7.8.2)."""
    return isinstance(value, Object) and value.is_indirect
