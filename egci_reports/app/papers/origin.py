"""Tells what is wrong with a template from what is rough in the records, and gives the latter its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from egci_reports.app.record_words import RecordSlip, RecordWords
from egci_reports.engine.document.checking.quotations import unquoted
from egci_reports.engine.document.checking.slip import Rule, TextFinding
from egci_reports.engine.language.wording import Wording
from egci_reports.errors import Finding, Severity
from egci_reports.records.records import Records
from egci_reports.records.texts import texts_of

_ROUGH = (Rule.LEFTOVERS, Rule.MARKS, Rule.NUMBERS)
"""What stops a paper if a template says it, and only a numbered edition if an officer wrote it."""

_JOINED = (Rule.MARKS, Rule.NUMBERS)
"""What may also come of a sound template and a sound text side by side: a full stop after a full stop."""

_OF_RECORDS = (*_ROUGH, Rule.HOUSE_STYLE)
"""What is looked for in the records, to be told at its line there."""

_AROUND = 12
"""Characters before and after a slip by which its text is known again in a paper."""

_SPACES = re.compile(r"[\s\u00a0]+")
_MARKS = str.maketrans("“”‘’", "\"\"''")


class PlacedFindings(NamedTuple):
    """What a paper is told of: `findings` with their lines, and what refuses a numbered edition."""

    findings: tuple[Finding, ...]
    blocked: tuple[Finding, ...]


def told(findings: Iterable[Finding], records: Records, wording: Wording) -> PlacedFindings:
    """Sort what was found in a paper by where it comes from.

    What stands in a record is told at the line and column of its text: as a warning, and E608 for a numbered
    edition. What no record says is the template's, and stays the error that it is.
    """
    words = _RecordSlips(records, wording)
    each = dict(one for finding in findings for one in _told(finding, words))
    refusing = (one for one, rule in each.items() if rule in _ROUGH and not one.is_error)
    return PlacedFindings(tuple(each), tuple(_refusal(one) for one in refusing))


def placed(findings: Iterable[Finding], records: Records) -> tuple[Finding, ...]:
    """Give findings about a paper the line of the record that they are about."""
    return tuple(_at_record(finding, records) for finding in findings)


def of_template(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings about characters (T211, T301), which no record holds, or none would have been read."""
    hint = "no record holds it: look into the templates and words.toml"
    return tuple(replace(finding, hint=hint) for finding in findings)


def _told(finding: Finding, words: _RecordSlips) -> Iterator[tuple[Finding, Rule | None]]:
    """Yield what is told in place of a finding, each with the rule for words that is broken, if one is."""
    rule = finding.rule if isinstance(finding, TextFinding) else None
    if rule is Rule.CHARACTERS:
        yield from ((one, rule) for one in of_template((finding,)))
        return
    spots = words.saying(finding) if isinstance(finding, TextFinding) and rule in _OF_RECORDS else ()
    if spots:
        yield from ((one.finding(Severity.WARNING), rule) for one in spots)
    elif rule in _JOINED and finding.about:
        yield replace(_at_record(finding, words.records), severity=Severity.WARNING), rule
    else:
        yield _at_record(finding, words.records), rule


class _RecordSlips:
    """The slips in the words of records, looked for once a paper has one."""

    def __init__(self, records: Records, wording: Wording) -> None:
        self.records = records
        self._wording = wording
        self._slips: list[tuple[str, RecordSlip]] | None = None

    def saying(self, finding: TextFinding) -> list[RecordSlip]:
        """Return the slips that stand in the text of a finding; those of the record it is about, if any."""
        said = _plain(finding.said)
        found = [slip for context, slip in self._all() if slip.slip.rule is finding.rule and context in said]
        place = self.records.places.find(finding.about) if finding.about else None
        return [slip for slip in found if place and slip.position.file == place.file] or found

    def _all(self) -> list[tuple[str, RecordSlip]]:
        if self._slips is None:
            files = {file.name: file for file, _ in self.records.places.files.values()}
            slips = RecordWords(texts_of(files.values())).slips(self._wording)
            self._slips = [(self._context(one), one) for one in slips]
        return self._slips

    def _context(self, one: RecordSlip) -> str:
        """Return the words of a slip with those around it, as far as a paper keeps them together."""
        text, start = unquoted(one.text.value, self._wording), one.slip.start
        end = start + len(one.slip.words)
        before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
        after = text[end : end + _AROUND].partition("\n")[0]
        return _plain(before + text[start:end] + after).strip()


def _plain(text: str) -> str:
    """Return a text with plain blanks and straight marks, as it is compared."""
    return _SPACES.sub(" ", text).translate(_MARKS)


def _refusal(finding: Finding) -> Finding:
    hint = "mend the words, or make a draft"
    return Finding(
        "E608", finding.message, finding.position, hint, source=finding.source, about=finding.about
    )


def _at_record(finding: Finding, records: Records) -> Finding:
    place = records.places.find(finding.about) if finding.about and finding.position is None else None
    return replace(finding, position=place, source=records.places.source(place)) if place else finding
