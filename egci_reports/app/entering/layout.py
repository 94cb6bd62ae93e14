"""Lays a form of records out: what is on record stands in its fields, and blank rows wait for more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from egci_reports.app.entering.places import is_disputed, look
from egci_reports.app.entering.questions import MAIN, FormQuestion, FormSection, RecordForm, Rows
from egci_reports.engine.templating.word_list import WordList
from egci_reports.forms.model import NEW_LINE, Field, Form, FormGroup, FormRow, RowField

FIRST_BLANK = 501
"""The place of the first blank row: what is entered there is new, whatever came on record meanwhile."""


def laid_out(form: RecordForm, words: WordList) -> Form:
    """Return a form of records as it is written and read."""
    first, second = words.several("entry.heads")
    groups = tuple(group for section in form.sections for group in _groups(form, section, words))
    return Form(
        form.owner, form.title, form.introduction, (first, second), groups, words("entry.end")
    )  # fmt: skip


def asked(question: FormQuestion, name: str, data: Any, words: WordList, *, proposed: bool = False) -> Field:
    """Return the field of a question, with what the data say on it."""
    value = look(data, question.at)
    shown = question.kind.show(value) if value is not None else ""
    label = words("entry.proposed", label=question.label) if proposed and shown else question.label
    return Field(name, label, question.kind.field, question.prompt, shown, question.kind.choices)


def own_rows(rows: Rows, form: RecordForm) -> list[int]:
    """Return the places, in their list, of the entries that belong to a form."""
    entries = look(form.data[rows.file], rows.at) or []
    return [place for place, entry in enumerate(entries) if rows.mine(entry)]


def earlier_texts(form: RecordForm, now: Form, words: WordList) -> frozenset[str]:
    """Return the fixed texts that a form had before its answers were on record, and has no more."""
    labels = [row.label for group in now.groups for row in group.rows]
    proposed = (words("entry.proposed", label=label) for label in labels)
    if not form.asked_before:
        return frozenset(proposed)
    heads = (f"{one.title}: {rows.label}" for one in form.sections for rows in one.rows)
    return frozenset((*proposed, *heads, *now.heads, words("entry.labels.silence")))


def name_in(rows: Rows, place: int, question: FormQuestion, copy: int = 1) -> str:
    """Return the name of a field of the row at a place, from 1."""
    return str(RowField(rows.name, place, question.name, copy))


def _groups(form: RecordForm, section: FormSection, words: WordList) -> Iterator[FormGroup]:
    """Yield the tables of a section: one of its questions, and one for each list of rows."""
    title, paragraphs = section.title, section.paragraphs
    if section.questions or not section.rows:
        rows = tuple(_row(form, question, words) for question in section.questions)
        yield FormGroup(title, paragraphs, words("entry.description", group=title), rows)
        paragraphs = ()
    for rows_ in section.rows:
        head = title if len(section.rows) == 1 and not section.questions else f"{title}: {rows_.label}"
        told = words("entry.description", group=head)
        if is_disputed(form.data[rows_.file], rows_.at):
            yield FormGroup(head, (*paragraphs, words("entry.disputed")), told, ())
        else:
            several = tuple(_repeated(form, rows_, words))
            yield FormGroup(head, paragraphs, told, several, rows_.name, repeats=True)
        paragraphs = ()


def _row(form: RecordForm, question: FormQuestion, words: WordList) -> FormRow:
    data = form.data[MAIN]
    if is_disputed(data, question.at):
        return FormRow(question.label, (words("entry.disputed"),))
    field = asked(question, question.name, data, words, proposed=question.name in form.proposed)
    return FormRow(field.label, (field,))


def _repeated(form: RecordForm, rows: Rows, words: WordList) -> Iterator[FormRow]:
    entries = look(form.data[rows.file], rows.at) or []
    own = [entries[place] for place in own_rows(rows, form)]
    label = words("entry.proposed", label=rows.label) if rows.name in form.proposed and own else rows.label
    blank = range(FIRST_BLANK, FIRST_BLANK + rows.blank)
    for place in (*range(1, len(own) + 1), *blank):
        entry = own[place - 1] if place < FIRST_BLANK else None
        parts: list[str | Field] = []
        for question in rows.questions:
            parts += [NEW_LINE] if parts else []
            parts += [f"{question.label}: "] if len(rows.questions) > 1 else []
            parts.append(asked(question, name_in(rows, place, question), entry, words))
        yield FormRow(label if place < FIRST_BLANK else rows.label, tuple(parts))
