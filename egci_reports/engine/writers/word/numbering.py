"""Word's own numbering of headings, paragraphs, lists and sources, in step with the numbers of the tree.

Word counts by itself. So each number that the tree gives is compared with the one Word will arrive at; where
they differ, a new instance starts at the tree's number, and where Word cannot say it at all ("2A") the writer
sets it as text.
"""

from __future__ import annotations

from enum import IntEnum

from egci_reports.engine.document.nodes import ListForm
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.word.markup import NOTHING, Xml, part, tag, val
from egci_reports.engine.writers.word.measures import twips


class Scheme(IntEnum):
    """The abstract numberings of a paper, by their ids."""

    HEADINGS = 0
    PARAGRAPHS = 1
    BULLET = 2
    DECIMAL = 3
    ALPHA = 4
    ROMAN = 5
    SOURCES = 6
    NONE = 7


DEFAULT_INSTANCES = {scheme: int(scheme) + 1 for scheme in Scheme}
"""The instance of each scheme that the styles name."""

OF_FORM: dict[ListForm, Scheme] = {
    "bullet": Scheme.BULLET,
    "decimal": Scheme.DECIMAL,
    "alpha": Scheme.ALPHA,
    "roman": Scheme.ROMAN,
}
NONE = (DEFAULT_INSTANCES[Scheme.NONE], 0)
"""Takes a paragraph out of the numbering of its style: a numbering that shows nothing.

Instance 0 would do the same (17.9.18), but validators take it for one that is missing.
"""
_PATTERNS = {
    Scheme.PARAGRAPHS: ("decimal", "%{level}"),
    Scheme.BULLET: ("bullet", "•"),
    Scheme.DECIMAL: ("decimal", "%{level}."),
    Scheme.ALPHA: ("lowerLetter", "(%{level})"),
    Scheme.ROMAN: ("lowerRoman", "(%{level})"),
    Scheme.SOURCES: ("decimal", "[%{level}]"),
    Scheme.NONE: ("none", ""),
}
_LEVELS = 9
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def label_of(form: ListForm, number: int) -> str:
    """Return the label that Word prints before the n-th item of a list; roman numbers are right up to 39."""
    match form:
        case "bullet":
            return "•"
        case "decimal":
            return f"{number}."
        case "alpha":
            return f"({chr(ord('a') + (number - 1) % 26) * ((number - 1) // 26 + 1)})"
        case "roman":
            return f"({_roman(number)})"


class Numbering:
    """The numbering instances of one paper. Each method takes the tree's number and returns an instance.

    None means that Word cannot count to that number, so that the writer must set it as text.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._instances = [
            _instance(instance, scheme, NOTHING) for scheme, instance in DEFAULT_INSTANCES.items()
        ]
        self._current = dict(DEFAULT_INSTANCES)
        self._counters: dict[Scheme, int] = {Scheme.PARAGRAPHS: 0, Scheme.SOURCES: 0}
        self._headings = [0, 0, 0, 0]

    def paragraph(self, number: str) -> int | None:
        """Count a numbered paragraph ("12")."""
        return self._counted(Scheme.PARAGRAPHS, int(number)) if number.isdecimal() else None

    def source(self, number: int) -> int:
        """Count an entry of the list of sources."""
        return self._counted(Scheme.SOURCES, number)

    def heading(self, level: int, number: str) -> int | None:
        """Count a heading of a level (1 to 4) numbered "4.2"."""
        counters = self._headings
        if level == 1 and number.isdecimal() and int(number) != counters[0] + 1:
            self._current[Scheme.HEADINGS] = self._start(Scheme.HEADINGS, 0, int(number))
            counters[0] = int(number) - 1
        expected = [*counters[: level - 1], counters[level - 1] + 1]
        if ".".join(map(str, expected)) != number:
            return None
        counters[:] = [*expected, 0, 0, 0, 0][:4]
        return self._current[Scheme.HEADINGS]

    def list_from_one(self, form: ListForm, level: int) -> int:
        """Begin a list at a level (from 0); bullets need no beginning."""
        if form == "bullet":
            return DEFAULT_INSTANCES[Scheme.BULLET]
        return self._start(OF_FORM[form], level, 1)

    def xml(self, *, numbered: bool) -> bytes:
        """Return the numbering part; `numbered` tells whether the styles of headings count."""
        schemes = (
            _scheme(self._theme, scheme, linked=numbered or scheme is not Scheme.HEADINGS)
            for scheme in Scheme
        )
        return part("w:numbering", "w", *schemes, *self._instances)

    def _counted(self, scheme: Scheme, number: int) -> int:
        if number != self._counters[scheme] + 1:
            self._current[scheme] = self._start(scheme, 0, number)
        self._counters[scheme] = number
        return self._current[scheme]

    def _start(self, scheme: Scheme, level: int, number: int) -> int:
        instance = len(self._instances) + 1
        override = tag("w:lvlOverride", {"w:ilvl": level}, val("w:startOverride", number))
        self._instances.append(_instance(instance, scheme, override))
        return instance


def _instance(number: int, scheme: Scheme, override: Xml) -> Xml:
    return tag("w:num", {"w:numId": number}, val("w:abstractNumId", int(scheme)), override)


def _scheme(theme: Theme, scheme: Scheme, *, linked: bool) -> Xml:
    levels = (
        _level(theme, scheme, level, linked_style(scheme, level) if linked else None)
        for level in range(_LEVELS)
    )
    return tag(
        "w:abstractNum",
        {"w:abstractNumId": int(scheme)},
        val("w:nsid", f"EC10000{int(scheme)}"),
        val("w:multiLevelType", "multilevel"),
        val("w:tmpl", f"EC20000{int(scheme)}"),
        *levels,
    )


def _level(theme: Theme, scheme: Scheme, level: int, style: str | None) -> Xml:
    if scheme is Scheme.HEADINGS:
        form, pattern = "decimal", ".".join(f"%{n + 1}" for n in range(level + 1))
    else:
        form, pattern = _PATTERNS[scheme]
        pattern = pattern.replace("{level}", str(level + 1))
    return tag(
        "w:lvl",
        {"w:ilvl": level},
        val("w:start", 1),
        val("w:numFmt", form),
        val("w:pStyle", style) if style else NOTHING,
        val("w:suff", "nothing" if scheme is Scheme.NONE else "tab"),
        val("w:lvlText", pattern),
        val("w:lvlJc", "left"),
        _place(theme, scheme, level),
        tag("w:rPr", None, tag("w:rFonts", _latin(theme))) if scheme is Scheme.BULLET else NOTHING,
    )


def _latin(theme: Theme) -> dict[str, str | int | None]:
    return {"w:ascii": theme.fonts.latin_word, "w:hAnsi": theme.fonts.latin_word}


def _place(theme: Theme, scheme: Scheme, level: int) -> Xml:
    """Return where the text behind a number begins, and how far left of it the number stands."""
    if scheme is Scheme.NONE:
        return NOTHING
    lists = theme.lists
    if scheme in OF_FORM.values():
        left, hanging = lists.left(level), lists.indent
    else:
        left = hanging = lists.heading_indent if scheme is Scheme.HEADINGS else lists.number_indent
    # no tab stop: the text begins at its indent, also where a paragraph has one of its own
    return tag("w:pPr", None, tag("w:ind", {"w:left": twips(left), "w:hanging": twips(hanging)}))


def linked_style(scheme: Scheme, level: int) -> str | None:
    """Return the style whose paragraphs a level numbers, so that Tab changes level and style together."""
    if scheme is Scheme.NONE:
        return None
    if scheme is Scheme.HEADINGS:
        return f"Heading{level + 1}" if level < 4 else None
    if scheme is Scheme.PARAGRAPHS or scheme is Scheme.SOURCES:
        name = "NumberedParagraph" if scheme is Scheme.PARAGRAPHS else "Source"
        return name if level == 0 else None
    base = {
        Scheme.BULLET: "ListBullet",
        Scheme.DECIMAL: "ListNumber",
        Scheme.ALPHA: "ListLetter",
        Scheme.ROMAN: "ListRoman",
    }[scheme]
    return base + (str(level + 1) if level else "") if level < 3 else None


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written
