"""The form of a plenary: what was decided, who was there, its actions, signings, events and sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from egci_reports.app.collecting.baseline import Baseline
from egci_reports.app.collecting.naming import NamesOnDay
from egci_reports.app.entering import kinds
from egci_reports.app.entering.asking import Asking
from egci_reports.app.entering.filing import data_of
from egci_reports.app.entering.meeting_data import finished, source_names
from egci_reports.app.entering.meeting_lists import MeetingLists
from egci_reports.app.entering.places import FACT, Path_, Plain, look, put
from egci_reports.app.entering.posts import POST, titles, with_posts
from egci_reports.app.entering.questions import MAIN, Data, FormQuestion, FormSection, RecordForm, Rows
from egci_reports.app.keeping.scaffold import meeting_draft
from egci_reports.forms.model import FieldKind, Owner
from egci_reports.records.areas import Grade
from egci_reports.records.bodies import Side
from egci_reports.records.facts import UnstatedReason, values
from egci_reports.records.grades import SourceGrade
from egci_reports.records.meetings import ActionCount, Mode, Status
from egci_reports.records.records import day_of

OWNER = "meeting"
_TEXT = kinds.Text(FieldKind.TEXT)
_LINE = kinds.Text()
_LISTS = ("actions", "agreements", "events", "people", "sources")


def meeting_form(baseline: Baseline, number: int) -> RecordForm:
    """Return the form of a plenary; one that is not on record begins with what can be proposed of it.

    Raises UsageError for a plenary before which another is missing (U312).
    """
    return _MeetingForm(baseline, number).form()


class _MeetingForm:
    def __init__(self, baseline: Baseline, number: int) -> None:
        self.baseline = baseline
        self.number = number
        self.path = baseline.data / "meetings" / f"{number:02d}.yaml"
        lists = {
            name: baseline.data / f"{name}.yaml"
            for name in ("actions", "agreements", "events", "people", "sources")
        }
        self.files: dict[str, Path] = {MAIN: self.path, **lists}
        self.begins = baseline.text(self.path) is None
        main = meeting_draft(baseline.records, number) if self.begins else data_of(baseline, self.path, {})
        own = {"number": number, "sources": []} if self.begins else {}
        main = {"status": Status.HELD.value, **main, **own}
        self.data: Data = {MAIN: main, **{name: data_of(baseline, path, []) for name, path in lists.items()}}
        meeting = baseline.records.meeting(number)
        self.day: date | None = day_of(meeting.date) if meeting else None
        heads = look(self.data[MAIN], ("convenors", FACT))
        if heads:
            heads = with_posts(heads, self.data["people"], self.day)
            self.data[MAIN] = put(self.data[MAIN], ("convenors", FACT), heads)
        self.ask = Asking(baseline.words, NamesOnDay(baseline.records, self.day))
        self.lists = MeetingLists(self.ask, baseline.records, number, self.data[MAIN].get("sources", []))

    def form(self) -> RecordForm:
        """Return the form."""
        words = self.baseline.words
        nth = words.language.ordinal(self.number)
        return RecordForm(
            Owner(self.number, OWNER),
            f"plenary {self.number}",
            words("entry.meeting.title", number=nth),
            words("entry.meeting.short_title", number=self.number),
            words("entry.meeting.subject", number=self.number),
            words.several("entry.introduction"),
            tuple(self._sections()),
            self.files,
            self.data,
            f"form-meeting-{self.number}",
            "meeting",
            frozenset(self._proposed()),
            self.begins,
            frozenset(f"{name}_silent" for name in _SILENT),
            self._finished,
        )

    def _proposed(self) -> Iterator[str]:
        for name in self.data[MAIN].get("proposed", ()):
            yield from _QUESTIONS_OF.get(name, (name,))
        if self.begins:
            yield "mode"

    def _sections(self) -> Iterator[FormSection]:
        ask = self.ask
        yield self._occasion()
        yield FormSection(ask.title("convenors"), self._silence("convenors"), rows=(self._convenors(),))
        for side, field in ((Side.HONG_KONG, "hong_kong"), (Side.GUANGDONG, "guangdong")):
            yield self._delegation(side, field)
        yield self._outcome()
        yield self._areas()
        yield FormSection(ask.title("agreed"), rows=(self._reports("agreed", "plan_items"),))
        yield FormSection(ask.title("progress"), rows=(self._reports("progress", "progress"),))
        yield FormSection(ask.title("statements"), rows=(self._reports("said", "statements"),))
        yield FormSection(ask.title("actions"), self._action_count(), (self.lists.actions(),))
        yield FormSection(ask.title("signings"), rows=(self.lists.signings(),))
        yield FormSection(ask.title("events"), rows=(self.lists.events(),))
        yield FormSection(ask.title("sources"), rows=(self.lists.sources(),))

    def _occasion(self) -> FormSection:
        ask = self.ask
        cities = kinds.Text(FieldKind.OFFER, tuple(self.baseline.records.group.cities))
        period = kinds.Text(FieldKind.OFFER, (ask.words("entry.not_stated"),))
        return ask.section(
            "meeting",
            ask.question("status", ("status",), ask.choice("statuses", Status)),
            ask.question("date", ("date", FACT), ask.day()),
            ask.question("mode", ("mode",), ask.choice("modes", Mode)),
            ask.question("city", ("venue", FACT, "city"), cities),
            ask.question("site", ("venue", FACT, "site"), _LINE),
            ask.question("reviewed", ("reviewed", FACT), period),
            ask.question("planned", ("planned", FACT), period),
            ask.question("call_on", ("call", "on"), ask.day()),
            ask.question("reply_by", ("call", "reply_by"), ask.day()),
            ask.question("captions", ("captions",), kinds.Lines()),
        )

    def _silence(self, *at: str) -> tuple[FormQuestion, ...]:
        """Return the question of why the sources do not say something, unless it is on record."""
        fact = look(self.data[MAIN], at)
        if not isinstance(fact, dict) or "unstated" not in fact:
            return ()
        kind = self.ask.choice("silences", UnstatedReason)
        return (self.ask.question(f"{at[0]}_silent", (*at, "unstated"), kind, label="silence"),)

    def _convenors(self) -> Rows:
        ask = self.ask
        questions = (
            ask.question("person", ("person",), kinds.person(ask.naming)),
            ask.question("post", (POST,), kinds.Text(FieldKind.OFFER, titles(self.baseline.records))),
            ask.question("verb", ("verb",), _LINE, label="convenor_verb"),
        )
        return Rows("head", ask.label("head"), ("convenors", FACT), questions, "person", blank=2)

    def _delegation(self, side: Side, field: str) -> FormSection:
        ask, at = self.ask, (field, FACT)
        short = {"hong_kong": "hk", "guangdong": "gd"}[field]
        return FormSection(
            ask.title(field),
            (
                *self._silence(field),
                ask.question(f"{short}_hedge", (*at, "hedge"), _LINE, label="hedge"),
                ask.question(f"{short}_open", (*at, "open_because"), _LINE, label="open_because"),
            ),
            (
                self._listed(short, (*at, "bodies"), "body", side),
                self._listed(f"{short}x", (*at, "others"), "participant", side),
            ),
        )

    def _listed(self, name: str, at: Path_, label: str, side: Side) -> Rows:
        ask = self.ask
        questions = (
            replace(
                ask.question("body", (Plain("body"), "body"), kinds.body(ask.naming, side), label=label),
                printed_at=(Plain("body"), "printed"),
            ),
            ask.question("printed", (Plain("body"), "printed"), _LINE),
        )
        return Rows(name, ask.label(label), at, questions, "body", blank=4)

    def _outcome(self) -> FormSection:
        ask, at = self.ask, ("outcome", FACT)
        used = [one.verb for m in reversed(self.baseline.records.meetings) for one in values(m.outcome)]
        verbs = kinds.Text(FieldKind.OFFER, tuple(dict.fromkeys(used)))
        return ask.section(
            "outcome",
            *self._silence("outcome"),
            ask.question("outcome_by", (*at, "by"), _LINE),
            ask.question("review", (*at, "reviewed"), _LINE),
            ask.question("outcome_verb", (*at, "verb"), verbs),
            ask.question("outcome_words", (*at, "words"), _LINE),
            ask.question(
                "outcome_known", (*at, "grade"), ask.choice("word_grades", SourceGrade), label="known"
            ),
        )

    def _areas(self) -> FormSection:
        ask = self.ask
        joined = ("threads", 0, Plain("thread"))
        rows = Rows(
            "area",
            ask.label("area"),
            ("areas", "listed", FACT),
            (
                ask.question("wording", ("wording", Plain("en"), "en"), _LINE),
                ask.question("tc", ("wording", Plain("en"), "tc"), _LINE),
                ask.question("thread", (*joined, "thread"), kinds.subject(ask.naming)),
                ask.question("grade", (*joined, "grade"), ask.choice("grades", Grade)),
                ask.question("reason", (*joined, "reason"), _LINE, label="join_reason"),
                ask.question("known", ("grade",), ask.choice("word_grades", SourceGrade)),
                ask.question("source", ("sources", 0), self._source_names(), label="own_source"),
            ),
            "wording",
            complete=_with_verb,
            blank=5,
        )
        questions = (
            *self._silence("areas", "listed"),
            ask.question("areas_said", ("areas", "said"), kinds.Count()),
            ask.question("areas_hedge", ("areas", "hedge"), _LINE, label="hedge"),
            ask.question("frame", ("areas", "frame"), _LINE),
        )
        return FormSection(ask.title("areas"), questions, (rows,))

    def _reports(self, name: str, field: str) -> Rows:
        ask = self.ask
        questions = (
            ask.question("text", ("text",), _LINE, label=f"{name}_text"),
            ask.question("person", ("person",), kinds.person(ask.naming), label="said_by"),
        )
        return Rows(name, ask.label(name), (field,), questions, "text")

    def _action_count(self) -> tuple[FormQuestion, ...]:
        """Return the questions of how the list of actions balances."""
        names = ActionCount.model_fields
        return tuple(self.ask.question(name, ("action_count", name), kinds.Count()) for name in names)

    def _source_names(self) -> kinds.Name:
        """Return the kind of an entry that names one of the sources of this form by its place in it."""
        return source_names(self.baseline.words, self.data[MAIN].get("sources", []))

    def _finished(self, data: Data, answered: set[str]) -> Data:
        """Put right what the answers leave to be done: sources by their ids, and what is proposed no more."""
        of_fields = {name: field for field, names in _QUESTIONS_OF.items() for name in names}
        confirmed = answered | {of_fields[name] for name in answered if name in of_fields}
        return finished(data, self.data, confirmed, self.baseline.records.group.default_source)


def _with_verb(row: Any, _: Data) -> Any:
    """Say of an area whose words open with a verb (promoting, deepening) that they do."""
    first = str(look(row, ("wording", Plain("en"), "en"))).split()[0]
    return {**row, "verb": True} if first.islower() and first.endswith("ing") else row


_SILENT = ("convenors", "hong_kong", "guangdong", "outcome", "areas")
"""The fields of which a form asks why the sources do not say them, as long as they do not."""

_QUESTIONS_OF = {
    "venue": ("city",),
    "hong_kong": ("hk", "hkx"),
    "guangdong": ("gd", "gdx"),
    "convenors": ("head",),
}
"""The questions and rows that ask for a field that can be proposed."""
