"""The rules that the words of papers keep, and a slip in a text: what is wrong, where, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from egci_reports.errors import Finding, Severity


class Rule(Enum):
    """A rule for the words of papers. Its value is the code under which officers are told of a slip."""

    CHARACTERS = "T211"  # what no paper can hold
    LEFTOVERS = "T221"  # words to be filled in, marks of programs
    MARKS = "T222"  # doubled blanks and stops
    NUMBERS = "T231"  # nouns that fit their numbers
    HOUSE_STYLE = "T241"
    REPETITION = "T251"
    TYPEFACES = "T301"  # what no typeface can show


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip that a rule finds in a text. `words` are those at fault, `start` is where they begin."""

    rule: Rule
    words: str
    start: int
    message: str
    hint: str | None
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFinding(Finding):
    """A finding about words of a paper: the rule that they break, and the text in which they stand."""

    rule: Rule
    said: str
