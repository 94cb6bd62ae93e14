"""Makes the text of an entry one that papers can print, and finds what they cannot."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from egci_reports.engine.templating.word_list import WordList
from egci_reports.engine.theme.model import Fonts
from egci_reports.engine.writers.pdf.faces import FaceChoice
from egci_reports.forms.symbols import without_private

_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad]")
"""Signs without width that programs put in and nobody types."""
_BULLET = re.compile(
    "(?m)^[ \t]*[\u2022\u00b7\u25cf\u25aa\u25ab\u25a0\u25a1\u25e6\u25cb\u2023\u2043\u27a2\u25c6][ \t]*"
)
_MARKS = {
    "ticked": "\u2611\u2705\u2713\u2714\U0001f5f8\U0001f5f9",
    "not_ticked": "\u2610",
    "crossed": "\u2612\u2717\u2718\u274c\u2716\u2715\U0001f5f7",
}
_SELECTORS = re.compile("(?<=[\u2600-\u27bf])[\ufe0e\ufe0f]")
"""Whether a mark is shown in colour."""
_NOT_KEPT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of writing: no file of records holds them."""


@dataclass(frozen=True, slots=True)
class Printed:
    """How a form is printed: with which typefaces, and what stands above and below its pages."""

    fonts: Fonts
    running: re.Pattern[str]


def printed(short_title: str, fonts: Fonts, words: WordList, page_of: str) -> Printed:
    """Return how a form of a short title is printed; `page_of` is the line of the page number."""
    head = f"{short_title} {words('form.status')}"
    page = re.sub(r"\\\{pages?\\\}", "[0-9]*", re.escape(page_of))
    return Printed(fonts, re.compile(rf"{re.escape(head)}|{page}"))


def in_words(text: str, words: WordList) -> str:
    """Return a text with its list marks as dashes, and ticks and crosses as words."""
    tidy = _INVISIBLE.sub("", _ENDS.sub("\n", without_private(text)))
    tidy = _SELECTORS.sub("", _BULLET.sub("- ", tidy))
    for said, marks in _MARKS.items():
        for mark in marks:
            if mark in tidy:
                tidy = tidy.replace(mark, words(f"form.signs.{said}"))
    return tidy


def faults_of(text: str, place: str, fonts: Fonts) -> tuple[list[str], list[str]]:
    """Return what is told of characters that no record can hold, and of those that no paper can print."""
    faults = _not_kept(text)
    return [f"{place}: invisible character U+{ord(one):04X} in the text" for one in faults], [
        f"{place}: no paper can print {one!r}, U+{ord(one):04X}; write it in another way"
        for one in _not_printed(text, fonts)
        if one not in faults
    ]


def _not_kept(text: str) -> list[str]:
    """Return the characters of a text that no record can hold, each once."""
    return list(dict.fromkeys(_NOT_KEPT.findall(text)))


def _not_printed(text: str, fonts: Fonts) -> Iterator[str]:
    """Yield the characters of a text that no paper can print, each once."""
    missing = FaceChoice(fonts).missing(text.replace("\n", " ").replace("\t", " "), "en")
    for one in dict.fromkeys(text):
        if one not in "\n\t" and (one in missing or unicodedata.category(one) in ("Cc", "Cn", "Co")):
            yield one
