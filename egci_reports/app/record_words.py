"""Holds every text of the records against the rules that papers keep, each slip at its line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from egci_reports.engine.document.checking.leftovers import leftovers
from egci_reports.engine.document.checking.quotations import unquoted
from egci_reports.engine.document.checking.rules import slips
from egci_reports.engine.document.checking.slip import Rule, Slip
from egci_reports.engine.language.wording import Wording
from egci_reports.engine.theme.coverage import missing_characters
from egci_reports.errors import Finding, Position, Severity
from egci_reports.records.scalar_text import Scalar, place_in, scalars
from egci_reports.records.texts import FORMS, VERBATIM, RecordText
from egci_reports.records.yaml_file import Path_, YamlFile

_BLANKS = str.maketrans("\n\t", "  ")


@dataclass(frozen=True, slots=True)
class RecordSlip:
    """A slip in a text of a record, and where it stands."""

    text: RecordText
    slip: Slip
    position: Position

    def finding(self, severity: Severity) -> Finding:
        """Return what is told of it."""
        slip, line = self.slip, self.text.file.line(self.position.line)
        return Finding(slip.rule.value, slip.message, self.position, slip.hint, severity, line)


class RecordWords:
    """The words of some files of records."""

    def __init__(self, texts: list[RecordText]) -> None:
        self.texts = texts

    def unshown(self, faces: Iterable[str]) -> tuple[Finding, ...]:
        """Return an error (T301) for each character that none of these typefaces can show."""
        missing = missing_characters("".join(dict.fromkeys("".join(t.value for t in self.texts))), faces)
        if not missing:
            return ()
        found = ((text, slip) for text in self.texts for slip in _unshown(text.value, missing))
        return tuple(one.finding(Severity.ERROR) for one in _placed(found))

    def slips(self, wording: Wording, allowed: Callable[[], Iterable[str]] = tuple) -> tuple[RecordSlip, ...]:
        """Return the slips of words: T221, T222, T231, T241.

        `allowed` gives more phrases in which refused words may stand; it is asked only if there are any.
        """
        suspects = self._suspects(wording)
        if not suspects:
            return ()
        wording = replace(wording, allowed=(*wording.allowed, *allowed()))
        return tuple(_placed((text, slip) for text in suspects for slip in _slips(text, wording)))

    def _suspects(self, wording: Wording) -> list[RecordText]:
        """Return the texts in which any rule finds anything: one search through all is quicker than many."""
        own = [text for text in self.texts if text.field not in VERBATIM and text.field not in FORMS]
        quoted = [text for text in self.texts if text.field in VERBATIM]
        return [*_found_in(own, lambda text: slips(text, wording)), *_found_in(quoted, leftovers)]


def _found_in(texts: list[RecordText], rule: Callable[[str], Iterable[Slip]]) -> list[RecordText]:
    """Return those of some texts in which a rule finds anything but blanks, each value once."""
    each = list({text.value: text for text in reversed(texts)}.values())
    ends = list(accumulate(len(text.value) + 1 for text in each))
    joined = "\n".join(text.value for text in each).translate(_BLANKS)
    found = {each[bisect_right(ends, one.start)].value for one in rule(joined) if one.words.strip(" ")}
    return [text for text in texts if text.value in found] if found else []


def _unshown(text: str, missing: tuple[str, ...]) -> Iterator[Slip]:
    for index, character in enumerate(text):
        if character in missing:
            message = f"no typeface can show {character!r}, U+{ord(character):04X}"
            hint = "write it in another way, or with the character it stands for"
            yield Slip(Rule.TYPEFACES, character, index, message, hint)


def _slips(text: RecordText, wording: Wording) -> Iterator[Slip]:
    """Yield the slips of one text. White space becomes one blank in papers, so that blanks are no slip."""
    for slip in slips(unquoted(text.value, wording).translate(_BLANKS), wording):
        if slip.words.strip(" ") and (slip.rule is Rule.LEFTOVERS or text.field not in VERBATIM):
            yield slip


def _placed(found: Iterable[tuple[RecordText, Slip]]) -> Iterator[RecordSlip]:
    """Yield slips with their places; each file is read a second time for them."""
    for file, group in groupby(found, key=lambda one: one[0].file):
        starts = {(one.line + 1, one.column + 1): one for one in scalars("\n".join(file.lines))}
        for text, slip in group:
            yield RecordSlip(text, slip, _place(file, starts.get(file.values[text.path]), text.path, slip))


def _place(file: YamlFile, scalar: Scalar | None, path: Path_, slip: Slip) -> Position:
    return Position(file.name, *place_in(scalar, slip.start, slip.words)) if scalar else file.position(path)
