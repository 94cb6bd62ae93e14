"""Counts as Word does: the number or bullet before each paragraph, from numbering.xml (ISO 29500-1, 17.9)."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from tests.readers.word.package import W, value

_LEVELS = 9
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_LOW = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int
    style: str | None


class Counter:
    """Counts through one text. Instances of one abstract numbering share its counters; an instance that
    overrides the start of a level sets it when it first occurs.
    """

    def __init__(self, numbering: ET.Element | None) -> None:
        self._levels: dict[str, list[_Level]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        for abstract in () if numbering is None else numbering.iter(f"{W}abstractNum"):
            self._levels[abstract.attrib[f"{W}abstractNumId"]] = [
                _level(level) for level in abstract.iter(f"{W}lvl")
            ]
        for instance in () if numbering is None else numbering.iter(f"{W}num"):
            number = instance.attrib[f"{W}numId"]
            self._abstract[number] = value(instance, f"{W}abstractNumId") or ""
            self._starts[number] = {
                int(override.attrib[f"{W}ilvl"]): int(value(override, f"{W}startOverride") or 0)
                for override in instance.iter(f"{W}lvlOverride")
            }

    def counts(self, instance: str, level: int) -> bool:
        """Whether a number or a bullet is shown at all."""
        return instance != "0" and self._levels[self._abstract[instance]][level].form != "none"

    def linked_style(self, instance: str, level: int) -> str | None:
        """Return the id of the style whose paragraphs a level numbers."""
        return self._levels[self._abstract[instance]][level].style

    def label(self, instance: str, level: int) -> str:
        """Count a paragraph and return what stands before it."""
        abstract = self._abstract[instance]
        levels = self._levels[abstract]
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        for overridden, start in self._starts.pop(instance, {}).items():
            counts[overridden:] = [start - 1, *[None] * (_LEVELS - overridden - 1)]
        known = counts[level]
        counts[level:] = [
            levels[level].start if known is None else known + 1,
            *[None] * (_LEVELS - level - 1),
        ]
        text = levels[level].text
        for place in (place for place in range(level + 1) if f"%{place + 1}" in text):
            count = counts[place]
            shown = levels[place].start if count is None else count
            text = text.replace(f"%{place + 1}", _written(levels[place].form, shown))
        return text


def _level(element: ET.Element) -> _Level:
    return _Level(
        value(element, f"{W}numFmt") or "decimal",
        value(element, f"{W}lvlText") or "",
        int(value(element, f"{W}start") or 0),
        value(element, f"{W}pStyle"),
    )


def _written(form: str, number: int) -> str:
    match form:
        case "lowerLetter":
            return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        case "lowerRoman":
            written = ""
            for worth, sign in _ROMAN + _ROMAN_LOW:
                written += sign * (number // worth)
                number %= worth
            return written
        case "decimal":
            return str(number)
    raise AssertionError(f"numbers of the form {form!r} are not known here")
