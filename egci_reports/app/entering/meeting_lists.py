"""The lists beside the record of a plenary that its form asks for: actions, signings, events and sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from egci_reports.app.entering import kinds
from egci_reports.app.entering.asking import Asking
from egci_reports.app.entering.filing import new_id, ordered
from egci_reports.app.entering.places import FACT, Plain, look
from egci_reports.app.entering.questions import MAIN, Data, Rows
from egci_reports.forms.model import FieldKind
from egci_reports.records.actions import Action
from egci_reports.records.occasions import Agreement, Event, EventKind, Level, Relation, Scope
from egci_reports.records.records import Records
from egci_reports.records.sources import Reading, Source

_LINE = kinds.Text()
_LANGUAGES = {"en": "en", "tc": "zh-Hant", "sc": "zh-Hans"}


@dataclass(frozen=True, slots=True)
class MeetingLists:
    """The lists of a plenary, each in a file of its own; `own_sources` are the ids of its sources."""

    ask: Asking
    records: Records
    number: int
    own_sources: list[str]

    def actions(self) -> Rows:
        """Return the rows of the actions agreed."""
        ask = self.ask
        questions = (
            ask.question("text", ("text",), _LINE, label="action_text"),
            ask.question("owner", ("owner",), kinds.body(ask.naming)),
            ask.question("due", ("due",), ask.day()),
            ask.question("source", ("source",), _LINE, label="paragraph"),
        )
        own = f"{self.number:02d}-"
        return Rows("action", ask.label("action"), (), questions, "text", "actions",
                    lambda row: str(row.get("id")).startswith(own), self._new_action)  # fmt: skip

    def _new_action(self, row: Any, data: Data) -> Any:
        own = f"{self.number:02d}-"
        taken = [str(one["id"]) for one in data["actions"] if str(one["id"]).startswith(own)]
        last = max((int(one.removeprefix(own)) for one in taken), default=0)
        return ordered(Action, {"id": f"{own}{last + 1:02d}", **row})

    def signings(self) -> Rows:
        """Return the rows of the agreements signed."""
        ask = self.ask
        title = ("title", Plain("en"))
        questions = (
            ask.question("title", (*title, "en"), _LINE, label="agreement"),
            ask.question("tc", (*title, "tc"), _LINE),
            ask.question("level", ("level",), ask.choice("levels", Level)),
            ask.question("date", ("date", FACT), ask.date(), label="occasion_day"),
            ask.question("scope", ("scope",), ask.choice("scopes", Scope)),
            ask.question("place", ("place",), _LINE),
            ask.question("parties", ("parties",), kinds.NameList(kinds.body(ask.naming))),
        )
        return Rows("signed", ask.label("signed"), (), questions, "title", "agreements",
                    self._is_ours, lambda row, data: self._occurred(Agreement, row, data))  # fmt: skip

    def events(self) -> Rows:
        """Return the rows of the events beside the plenary."""
        ask = self.ask
        title = ("title", Plain("en"))
        questions = (
            ask.question("title", (*title, "en"), _LINE, label="event"),
            ask.question("tc", (*title, "tc"), _LINE),
            ask.question("kind", ("kind",), ask.choice("event_kinds", EventKind)),
            ask.question("date", ("date", FACT), ask.date(), label="occasion_day"),
            ask.question("scope", ("scope",), ask.choice("scopes", Scope)),
            ask.question("place", ("place",), _LINE),
        )
        return Rows("event", ask.label("event_row"), (), questions, "title", "events",
                    self._is_ours, lambda row, data: self._occurred(Event, row, data))  # fmt: skip

    def _is_ours(self, row: Any) -> bool:
        tie = row.get("tie")
        return isinstance(tie, dict) and tie.get("meeting") == str(self.number)

    def _occurred(self, model: type[Agreement | Event], row: Any, data: Data) -> Any:
        """Return a signing or an event of the meeting, which is of its day unless another is said."""
        held = look(data[MAIN], ("date", FACT))
        day = look(row, ("date", FACT)) or held
        relation = Relation.SAME_DAY if held is not None and str(day) == str(held) else Relation.AFTER
        title = str(look(row, ("title", Plain("en"), "en")))
        scope = Scope.GROUP if model is Agreement else Scope.BESIDE
        whole = {
            "id": new_id(f"{title} {str(day or '')[:4]}", self.records, data),
            "scope": scope.value,
            **({"date": day} if day else {}),
            "tie": {"meeting": self.number, "relation": relation.value},
            "sources": [],
        }
        return ordered(model, {**whole, **row})

    def sources(self) -> Rows:
        """Return the rows of the sources."""
        ask = self.ask
        languages = kinds.Choice(
            {self.ask.words(f"entry.languages.{name}"): tag for name, tag in _LANGUAGES.items()}
        )
        questions = (
            ask.question("title", ("title",), _LINE, label="source_title"),
            ask.question("publisher", ("publisher",), self._publishers()),
            ask.question("url", ("url",), _LINE),
            ask.question("date", ("date",), ask.date(), label="source_date"),
            ask.question("language", ("language",), languages),
            ask.question("read", ("read",), ask.choice("readings", Reading)),
            ask.question("translated", ("machine_translation",), ask.yes_or_no()),
        )
        own = self.own_sources
        return Rows("source", ask.label("source"), (), questions, "title", "sources",
                    lambda row: row.get("id") in own, self._new_source,
                    known_by=("url", "title"), adopts=True)  # fmt: skip

    def _publishers(self) -> kinds.Text:
        found = [one.publisher for one in self.records.sources.values() if one.publisher]
        return kinds.Text(FieldKind.OFFER, tuple(dict.fromkeys(found)))

    def _new_source(self, row: Any, data: Data) -> Any:
        publisher = str(row.get("publisher", row["title"]))
        initials = "".join(word[0] for word in publisher.split() if word[0].isupper())
        stem = f"{initials if len(initials) > 2 else publisher} {row.get('date', '')}"
        return ordered(Source, {"id": new_id(stem, self.records, data), **row})
