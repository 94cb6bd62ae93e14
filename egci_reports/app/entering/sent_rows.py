"""The rows of a list in a filled form: which there are, and of which entry on record each is."""

from __future__ import annotations

from typing import Any

from egci_reports.app.collecting.entry import tidy
from egci_reports.app.entering.answers import Answers
from egci_reports.app.entering.kinds import Text
from egci_reports.app.entering.layout import name_in
from egci_reports.app.entering.matching import EntryKey, SentRow, matched
from egci_reports.app.entering.places import look
from egci_reports.app.entering.questions import Rows
from egci_reports.engine.templating.word_list import WordList
from egci_reports.forms.filled import FilledForm
from egci_reports.forms.model import RowField, row_field


def sent_rows(filled: FilledForm, rows: Rows) -> list[RowField]:
    """Return the rows of a list that stand in the form, in its order, each by one of its fields."""
    found: dict[tuple[int, int], RowField] = {}
    for name in filled.fields:
        row = row_field(name)
        if row is not None and row.list == rows.name:
            found.setdefault((row.place, row.copy), row)
    return list(found.values())


def matched_rows(answers: Answers, rows: Rows, entries: list[Any], own: list[int]) -> dict[RowField, int]:
    """Return of which entry each row of the form is, by its place in the list; see `matching`."""
    sent = [
        SentRow(one, {question.name: said for question in rows.questions
                      if (said := answers.said(question, name_in(rows, one.place, question, one.copy)))})
        for one in sent_rows(answers.filled, rows)
    ]  # fmt: skip
    there = {place: _on_record(answers.words, rows, entries[place]) for place in own}
    texts = (one.name for one in rows.questions if isinstance(one.kind, Text) and not one.kind.choices)
    known = EntryKey(rows.known_by or (rows.needed,), tuple(texts))
    found = matched(sent, there, known)
    others = {
        place: _on_record(answers.words, rows, entry)
        for place, entry in enumerate(entries)
        if rows.adopts and place not in own
    }
    for one in sent:  # such as a source that another plenary has brought on record
        same = (place for place, entry in others.items() if known.is_same(one.said, entry))
        if one.row not in found and (place := next(same, None)) is not None:
            found[one.row] = place
    return found


def _on_record(words: WordList, rows: Rows, entry: Any) -> dict[str, str]:
    """Return what an entry says, as it stands in a form."""
    values = [(question, look(entry, question.at)) for question in rows.questions]
    return {
        question.name: tidy(question.kind.show(value), question.kind.field, words)
        for question, value in values
        if value is not None
    }
