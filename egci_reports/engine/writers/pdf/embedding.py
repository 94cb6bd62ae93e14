"""Embeds typefaces: gives each character used a code, and writes the subsets with their maps back to text."""

from __future__ import annotations

from egci_reports.engine.writers.pdf.faces import Face, face
from egci_reports.engine.writers.pdf.objects import ObjectFile, number, reference
from egci_reports.engine.writers.pdf.subset import subset

_CODES = [code for code in range(1, 256) if code not in b"\r\n()\\ "]
"""Codes that need no escape in a literal string; the space keeps its own code."""
_PER_SUBSET = len(_CODES) + 1


class CharacterCodes(dict[int, int]):
    """Gives the characters of a face codes in the order of first use, 250 to a subset.

    The key is a code point; the value is 256 x subset + code. `str.translate` asks it for what it lacks.
    """

    def __init__(self, font: Face) -> None:
        super().__init__()
        self.face = font
        self.subsets: list[dict[int, int]] = []

    def __missing__(self, character: int) -> int:
        if character not in self.face.glyphs:
            raise ValueError(f"{self.face.name} lacks U+{character:04X}")
        if not self.subsets or len(self.subsets[-1]) == _PER_SUBSET:
            self.subsets.append({0x20: 0x20})
        subset = self.subsets[-1]
        code = 0x20 if character == 0x20 else _CODES[len(subset) - 1]
        subset[character] = code
        self[character] = value = ((len(self.subsets) - 1) << 8) + code
        return value


class Embedding:
    """The typefaces of one file. Resource names are "/F" with the face's place and "-" with the subset's."""

    def __init__(self) -> None:
        self._codes: dict[str, CharacterCodes] = {}
        self._names: dict[str, str] = {}

    def encode(self, font: Face, text: str) -> list[tuple[str, str]]:
        """Return the stretches of a text, each with its resource name and its codes as Latin-1 characters."""
        codes = self._codes.get(font.name)
        if codes is None:
            codes = self._codes[font.name] = CharacterCodes(font)
            self._names[font.name] = f"/F{len(self._names) + 1}-"
        coded = text.translate(codes)
        if max(coded, default="") < "\u0100":
            return [(f"{self._names[font.name]}0", coded)]
        parts: list[tuple[str, str]] = []
        for character in coded:
            name, code = f"{self._names[font.name]}{ord(character) >> 8}", chr(ord(character) & 0xFF)
            if parts and (parts[-1][0] == name or code == " "):
                parts[-1] = (parts[-1][0], parts[-1][1] + code)
            else:
                parts.append((name, code))
        return parts

    def write(self, file: ObjectFile) -> bytes:
        """Write all subsets; return the dictionary of font resources."""
        entries: list[bytes] = []
        for name, codes in self._codes.items():
            for index, one in enumerate(codes.subsets):
                font = _write_font(file, face(name), _tag(len(entries)), one)
                entries.append(b"%s%d %s" % (self._names[name].encode(), index, reference(font)))
        return b"<<%s>>" % b"".join(entries)


def _tag(index: int) -> str:
    """Return the six letters that mark a subset (ISO 32000-1, 9.6.4)."""
    letters = ""
    for _ in range(6):
        index, letter = divmod(index, 26)
        letters = chr(65 + letter) + letters
    return letters


def _write_font(file: ObjectFile, font: Face, tag: str, codes: dict[int, int]) -> int:
    """Write one subset as a simple symbolic TrueType font (ISO 32000-1, 9.6.3 and 9.6.6.4)."""
    by_code = {code: character for character, code in codes.items()}
    last = max(by_code)
    order = [by_code.get(code, 0) for code in range(last + 1)]
    source = font.font
    program = subset(source, order)
    name = f"{tag}+{font.name}".encode("ascii")
    program_number = file.stream(b"/Length1 %d" % len(program), program)
    box = b" ".join(number(side) for side in source.box)
    descriptor = file.add(
        b"<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%s]/ItalicAngle %s/Ascent %s/Descent %s"
        b"/CapHeight %s/StemV %s/FontFile2 %s>>"
        % (
            name,
            box,
            *map(number, (source.slant, source.ascent, source.descent)),
            *map(number, (source.cap_height, source.stem)),
            reference(program_number),
        )
    )
    widths = b" ".join(number(source.width(by_code.get(code, 0))) for code in range(last + 1))
    return file.add(
        b"<</Type/Font/Subtype/TrueType/BaseFont/%s/FirstChar 0/LastChar %d/Widths[%s]"
        b"/FontDescriptor %s/ToUnicode %s>>"
        % (name, last, widths, reference(descriptor), reference(file.stream(b"", _to_unicode(by_code))))
    )


def _to_unicode(by_code: dict[int, int]) -> bytes:
    """Return the map from codes to text: UTF-16 with surrogates, at most 100 lines to a block (9.10.3)."""
    lines = [f"<{code:02X}> <{_utf16(by_code[code])}>" for code in sorted(by_code)]
    blocks = "".join(
        f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar\n"
        for part in (lines[start : start + 100] for start in range(0, len(lines), 100))
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{blocks}"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def _utf16(code: int) -> str:
    return chr(code).encode("utf-16-be").hex().upper()
