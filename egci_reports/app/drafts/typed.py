"""What was typed into the fields of a draft that came back: what it would change, what is to be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from egci_reports.app.collecting.baseline import Baseline
from egci_reports.app.collecting.entry import entry
from egci_reports.app.collecting.quote import quoted
from egci_reports.app.collecting.taken import TakenForm
from egci_reports.app.collecting.values import NotRead
from egci_reports.app.drafts.as_made import AsMade
from egci_reports.app.drafts.parts import RecordPart, part_of
from egci_reports.app.drafts.values import MORE, Values
from egci_reports.engine.document.form_fields import FieldMark, compared, words_in
from egci_reports.engine.document.inlines import FormField
from egci_reports.forms.filled import Filled, FilledForm
from egci_reports.forms.model import Field, FieldKind

_SEVERAL = ("text", "list")


@dataclass(frozen=True, slots=True)
class DraftEdit:
    """A value that a draft would change: where it stands, what it is called, its words and its new value."""

    part: RecordPart
    where: str
    old: str
    new: str
    value: Any


@dataclass(slots=True)
class Typed(TakenForm):
    """All that was typed into a draft, with the values that it would change."""

    edits: list[DraftEdit] = field(default_factory=list)


def typed_into(baseline: Baseline, form: FilledForm, made: AsMade, values: Values) -> Typed:
    """Return what was typed into a draft, against the draft as it is made now."""
    return _DraftReading(baseline, form, made, values).run()


class _DraftReading:
    def __init__(self, baseline: Baseline, form: FilledForm, made: AsMade, values: Values) -> None:
        self.baseline = baseline
        self.form = form
        self.made = made
        self.values = values
        self.typed = Typed()

    def run(self) -> Typed:
        prompts = {one.guidance for one in self.made.fields.values()}
        for name, filled in self.form.fields.items():
            asked = self.made.fields.get(name)
            if asked is not None:
                self._field(name, filled, asked)
            elif (text := " ".join(filled.text.split())) and text not in prompts:
                said = "a field that the draft does not have as it is made now holds"
                self.typed.unread.append(f"{said} {quoted(text)}")
        return self.typed

    def _field(self, name: str, filled: Filled, asked: FormField) -> None:
        part = part_of(asked.address)
        where = f"{part.title(self.baseline.words)}, {asked.title}"
        self.typed.unread += [f"{where}: {why}" for why in filled.unread]
        there = words_in(asked)
        try:
            text = entry(filled, _asked(asked), self.baseline.words)
            if not text:
                self.typed.kept += [where] if there else []
            elif compared(text) != compared(there) and not self._is_as_sent(name, text):
                self.typed.require_printable(text, where, self.baseline.theme.fonts)
                self._change(name, asked, part, where, text)
        except NotRead as reason:
            self.typed.unread.append(f"{where}: {reason}")

    def _is_as_sent(self, name: str, text: str) -> bool:
        """Whether nobody changed a field: it holds what the draft was sent out with."""
        return FieldMark("", 0, name, self.form.sent.get(name, "")).was_sent_with(text)

    def _change(self, name: str, asked: FormField, part: RecordPart, where: str, text: str) -> None:
        there = words_in(asked)
        sent = FieldMark("", 0, name, self.form.sent.get(name, ""))
        more = part.path[-1] == MORE
        if sent.words and not sent.was_sent_with(there) and not more:
            since = f"since the draft was sent out the record has come to say {quoted(there)}"
            raise NotRead(
                f"{quoted(text)} is not taken: {since}; settle which holds, and make the draft anew"
            )
        if part.is_changed(self.baseline) and not more:
            raise NotRead(f"{quoted(text)} is not taken: another draft in the folder changes it too")
        value = self.values.read(part.model, part.path, asked, _paragraphs(text, asked))
        self.typed.edits.append(DraftEdit(part, where, there, text, value))


def places(fields: Mapping[str, FormField], baseline: Baseline) -> dict[str, str]:
    """Return what each field is called for officers, by its name in the form."""
    return {
        name: f"{part_of(one.address).title(baseline.words)}, {one.title}" for name, one in fields.items()
    }


def _asked(asked: FormField) -> Field:
    kind = FieldKind.TEXT if asked.kind in _SEVERAL else FieldKind.LINE
    return Field("", asked.title, kind, asked.guidance)


def _paragraphs(text: str, asked: FormField) -> str:
    """Return a text as records have it: each line that was typed a paragraph, items of a list together."""
    if asked.kind != "text":
        return text
    return "".join(_joined([line for line in text.split("\n") if line]))


def _joined(lines: list[str]) -> Iterator[str]:
    before = ""
    for line in lines:
        both = before.startswith("- ") and line.startswith("- ")
        yield f"{'' if not before else chr(10) if both else chr(10) * 2}{line}"
        before = line
