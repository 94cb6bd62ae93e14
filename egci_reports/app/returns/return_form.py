"""The form of a department's return: its items and their last entries locked, its fields open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.lineages import name_of
from egci_reports.analysis.returns import entry_before, items_of
from egci_reports.engine.templating.word_list import WordList
from egci_reports.forms.model import Field, FieldKind, Form, FormGroup, FormRow, Owner
from egci_reports.records.audience.reader import Audience, Reader
from egci_reports.records.audience.select import for_audience
from egci_reports.records.base import PartialDate
from egci_reports.records.meetings import Call, PlanItem
from egci_reports.records.records import Records
from egci_reports.records.returns import Figure, ItemReturn, ItemStatus, Likelihood, Part, Return

FIGURES = 3
"""Rows for figures that an item has at least; one more than were returned last time."""


@dataclass(frozen=True, slots=True)
class FormWords:
    """The words of the form, and how dates are written in them."""

    words: WordList

    def day(self, value: object) -> str:
        """Return a date or partial date as papers write it, with plain blanks."""
        return self.words.language.typed_date(str(value))

    @property
    def yes_and_no(self) -> dict[str, bool]:
        """The words of a yes-or-no choice."""
        return {self.words("form.yes"): True, self.words("form.no"): False}

    @property
    def statuses(self) -> dict[str, ItemStatus]:
        """Statuses by their words."""
        return {self.words(f"items.{one.value.replace('-', '_')}"): one for one in ItemStatus}

    @property
    def parts(self) -> dict[str, Part]:
        """What part a department takes, by its words."""
        return {self.words(f"form.parts.{one.value}"): one for one in Part}

    @property
    def likelihoods(self) -> dict[str, Likelihood]:
        """How likely an item is to be raised, by its words."""
        return {self.words(f"form.raised.{one.value}"): one for one in Likelihood}


def return_form(records: Records, number: int, body: str, call: Call, words: WordList) -> Form:
    """Return the form of a body's return for a plenary, made from what this body may read of all records.

    It holds what its return has so far.
    """
    readable = for_audience(records, Reader(Audience.DEPARTMENT, body, number))
    return _ReturnFormBuilder(readable, number, body, call, FormWords(words)).form()


def field_prefix(item: str) -> str:
    """Return how the names of the fields of an item begin."""
    return f"{item.replace('.', '_')}_"


class _ReturnFormBuilder:
    def __init__(self, records: Records, number: int, body: str, call: Call, words: FormWords) -> None:
        self.records = records
        self.number = number
        self.body = body
        self.call = call
        self._words = words.words
        self.look = words
        own = [one for one in records.returns_for(number) if one.body == body]
        self.there = own[0] if own else Return(plenary=number, body=body)

    def form(self) -> Form:
        """Return the form."""
        items = items_of(self.records, self.number, self.body)
        none = () if items else (self._words("form.no_items"),)
        name = name_of(self.records.bodies[self.body], self.call.on)
        title = self._words(
            "form.title", body=str(name.name), number=self._words.language.ordinal(self.number)
        )
        reply = " ".join((self._words("form.reply", day=self.look.day(self.call.reply_by)), *self._contact()))
        first, second = self._words.several("form.heads")
        return Form(
            Owner(self.number, self.body),
            title,
            (*self._words.several("form.introduction"), reply, *none),
            (first, second),
            (self._head(), *(self._item(item) for item in items)),
            self._words("form.end"),
        )

    def _contact(self) -> Iterator[str]:
        """Yield to whom the form is sent, if that is on record."""
        office = self.records.group.office
        known = (office.post, office.telephone, office.mail) if office else ()
        if contact := ", ".join(filter(None, known)):
            yield self._words("form.contact", contact=contact)

    def _head(self) -> FormGroup:
        there, title = self.there, self._words("form.head")
        rows = (
            self._row("all_nil", self._yes_or_no("all_nil", "all_nil", value=there.nil)),
            self._row("prepared_by", self._line("prepared_by", "name", there.prepared_by, "prepared_by")),
            self._row("telephone", self._line("telephone", "telephone", there.telephone)),
            self._row("email", self._line("email", "email", there.email)),
            self._row("delegates", self._text("delegates", "\n".join(there.delegates))),
            self._row("expects", self._text("expects", there.expects)),
            # Who cleared it and the day are said of what is sent now, not of what was sent before
            self._row("cleared_by", self._line("cleared_by", "name", None, "cleared_by")),
            self._row("date", self._day("date", "day", None, "date")),
        )
        return FormGroup(title, (), self._words("form.description", group=title), rows)

    def _item(self, item: PlanItem) -> FormGroup:
        title = self._words("form.item", item=item.item)
        entry = self.there.on_item(item.item) or ItemReturn(item=item.item)
        past = entry_before(self.records, self.number, item)
        at = field_prefix(item.item)
        part = self._part(at, entry) if item.lead is None else ()
        rows = (*part, *self._rows(at, entry, past[1] if past else None))
        description = self._words("form.description", group=title)
        return FormGroup(title, tuple(self._told(item, past)), description, rows, item.item)

    def _part(self, at: str, entry: ItemReturn) -> tuple[FormRow, ...]:
        """Return the row that asks whether the department leads, supports or takes no part."""
        said = next((word for word, one in self.look.parts.items() if one == entry.part), "")
        return (self._row("part", self._choice(f"{at}part", "part", self.look.parts, said)),)

    def _told(self, item: PlanItem, past: tuple[Return, ItemReturn] | None) -> Iterator[str]:
        """Yield what is fixed: the item, who leads it, its target, and its last entry."""
        bodies = [self.records.bodies[key] for key in (self.body, item.partner) if key]
        leads = self._words.language.join([str(name_of(body, self.call.on).name) for body in bodies])
        text = f"{item.text.rstrip('.')}."
        is_area = item.lead is None and item.partner is None
        yield (
            self._words("form.area", text=text)
            if is_area
            else self._words("form.agreed", text=text, leads=leads)
        )
        if item.target is not None:
            yield self._words("form.target", day=self.look.day(item.target))
        if past is None:
            yield self._words("form.no_last")
        else:
            entry = " ".join(self._last(past[1]))
            yield self._words("form.last", day=self.look.day(past[0].date), entry=entry)

    def _last(self, entry: ItemReturn) -> Iterator[str]:
        if entry.progress:
            yield self._words("form.last_progress", progress=" ".join(entry.progress.split()))
        for figure in entry.figures:
            day = self.look.day(figure.as_at)
            yield self._words(
                "form.last_figure", name=figure.name, value=figure.value, unit=figure.unit, day=day
            )
        words = {status: word for word, status in self.look.statuses.items()}
        if entry.status:
            yield self._words("form.last_status", status=words[entry.status])
        if entry.next_step:
            yield self._words("form.last_next", next_step=entry.next_step.rstrip("."))

    def _rows(self, at: str, entry: ItemReturn, past: ItemReturn | None) -> Iterator[FormRow]:
        status = next((word for word, one in self.look.statuses.items() if one == entry.status), "")
        raised = next((word for word, one in self.look.likelihoods.items() if one == entry.raised), "")
        yield self._row("nil", self._yes_or_no(f"{at}nil", "nil", value=entry.nil))
        progress = self._field(f"{at}progress", "progress", FieldKind.TEXT, "progress", entry.progress)
        yield self._row("progress", progress)
        yield self._row("status", self._choice(f"{at}status", "status", self.look.statuses, status))
        yield self._row("reason", self._line(f"{at}reason", "reason", entry.reason))
        yield self._row("new_date", self._line(f"{at}new_date", "new_date", self._written(entry.new_date)))
        yield self._row("next_step", self._line(f"{at}next_step", "next_step", entry.next_step))
        yield from self._figures(at, entry.figures, past.figures if past else ())
        yield self._row(
            "exchange", self._yes_or_no(f"{at}exchange", "exchange", value=entry.may_be_exchanged)
        )
        yield self._row("publish", self._yes_or_no(f"{at}publish", "publish", value=entry.may_be_published))
        yield self._row("raised", self._choice(f"{at}raised", "raised", self.look.likelihoods, raised))
        line = self._field(f"{at}line", "line", FieldKind.TEXT, "line", entry.line_to_take)
        yield self._row("line", line)

    def _figures(self, at: str, there: tuple[Figure, ...], past: tuple[Figure, ...]) -> Iterator[FormRow]:
        """Yield the rows for figures; what was counted last time stands in them, to be counted again."""
        known = {(figure.name, figure.unit) for figure in there}
        again = [figure for figure in past if (figure.name, figure.unit) not in known]
        for number in range(1, max(FIGURES, len(there) + len(again) + 1) + 1):
            figure = there[number - 1] if number <= len(there) else None
            asked = again[number - 1 - len(there)] if 0 <= number - 1 - len(there) < len(again) else None
            named = figure or asked
            parts = (
                self._line(f"{at}f{number}_name", "figure_name", named.name if named else None),
                ": ",
                self._line(f"{at}f{number}_value", "figure_value", figure.value if figure else None),
                " ",
                self._line(f"{at}f{number}_unit", "figure_unit", named.unit if named else None),
                ", ",
                self._day(f"{at}f{number}_as_at", "figure_as_at", figure.as_at if figure else None),
            )
            yield FormRow(self._words("form.labels.figure", number=number), parts)

    def _row(self, label: str, field: Field) -> FormRow:
        return FormRow(self._words(f"form.labels.{label}"), (field,))

    def _field(
        self,
        name: str,
        label: str,
        kind: FieldKind,
        prompt: str,
        value: str | None,
        choices: tuple[str, ...] = (),
    ) -> Field:
        is_part = label.startswith("figure_")  # a part of a row is called by what invites to fill it
        said = self._words(f"form.prompts.{prompt}" if is_part else f"form.labels.{label}")
        return Field(name, said, kind, self._words(f"form.prompts.{prompt}"), value or "", choices)

    def _line(self, name: str, prompt: str, value: str | None, label: str | None = None) -> Field:
        return self._field(name, label or prompt, FieldKind.LINE, prompt, value)

    def _text(self, name: str, value: str | None) -> Field:
        return self._field(name, name, FieldKind.TEXT, name, value)

    def _day(self, name: str, prompt: str, value: date | None, label: str | None = None) -> Field:
        return self._field(name, label or prompt, FieldKind.DAY, prompt, self._written(value))

    def _written(self, value: date | PartialDate | None) -> str | None:
        return self.look.day(value) if value else None

    def _choice(self, name: str, label: str, choices: Mapping[str, object], value: str) -> Field:
        return self._field(name, label, FieldKind.CHOICE, "choice", value, tuple(choices))

    def _yes_or_no(self, name: str, label: str, *, value: bool) -> Field:
        yes, _ = self.look.yes_and_no
        return self._field(name, label, FieldKind.CHOICE, "choice", yes if value else "",
                           tuple(self.look.yes_and_no))  # fmt: skip
