"""Reads what was typed into a field as the model of its record has it: a text, a day, a choice, entries."""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from egci_reports.app.collecting.naming import NamesOnDay
from egci_reports.app.collecting.quote import quoted
from egci_reports.app.collecting.values import chosen, date_meant, number, whole_date
from egci_reports.app.drafts.lines import clock, entries_of
from egci_reports.engine.document.inlines import FormField
from egci_reports.engine.templating.word_list import WordList
from egci_reports.records.briefs import Confidence
from egci_reports.records.records import Records
from egci_reports.records.returns import Part

Path = tuple[str | int, ...]
ACTIONS = "actions"
MORE = "+"
"""Ends the path of a field whose entries are put after those of a list."""

_CHOICES: Mapping[type[Enum], str] = {Confidence: "briefing.confidence", Part: "form.parts"}
"""The words of choices, by what they choose from."""
_BODIES = frozenset(("lead", "body", "owner"))
"""Fields that hold the id of a body."""
_TIME = "time"


class Values:
    """Reads the fields of one draft; `understood` gathers what names were taken for."""

    def __init__(self, records: Records, words: WordList) -> None:
        self.understood: list[str] = []
        self._naming = NamesOnDay(records)
        self._words = words

    def read(self, model: type[BaseModel], path: Path, field: FormField, text: str) -> Any:
        """Return the value that a text stands for at a path of a model; raises NotRead."""
        wanted = model if path == (ACTIONS, MORE) else _at(model, path)
        match field.kind:
            case "date":
                return self.day(text)
            case "choice":
                return chosen(text, self._choices(wanted))
            case "list":
                return entries_of(text, _element(wanted), self)
        if path[-1] in _BODIES:
            return self.body(text)
        if len(path) > 1 and path[-1] == _TIME:
            return clock(text)
        return number(text) if wanted is int else text

    def _choices(self, wanted: Any) -> dict[str, Any]:
        """Return the values that may be chosen, as records have them, by their words."""
        if wanted is bool:
            return {self._words("form.yes"): True, self._words("form.no"): False}
        names = _CHOICES[wanted]
        return {self._words(f"{names}.{one.value.replace('-', '_')}"): one.value for one in wanted}

    def body(self, text: str) -> str:
        """Return the id of the body that a text names; raises NotRead."""
        found = self._naming.body_meant(text.strip())
        self._note(found.said)
        return found.value

    def day(self, text: str) -> str:
        """Return the day that a text means; raises NotRead."""
        written, is_guess = date_meant(text, self._words.language.months)
        day = whole_date(written).isoformat()
        self._note(f"{quoted(text)} was taken for {self._words.language.date(day)}" if is_guess else "")
        return day

    def _note(self, said: str) -> None:
        if said and said not in self.understood:
            self.understood.append(said)


def _at(model: Any, path: Sequence[str | int]) -> Any:
    """Return the type of what stands at a path of a model."""
    for part in path:
        model = _bare(model)
        if isinstance(model, type) and issubclass(model, BaseModel):
            model = model.model_fields[str(part)].annotation
        elif part != MORE:
            model = _element(model)
    return _bare(model)


def _element(wanted: Any) -> Any:
    """Return the type of the entries of a list."""
    bare = _bare(wanted)
    return _bare(get_args(bare)[0]) if get_origin(bare) is tuple else bare


def _bare(wanted: Any) -> Any:
    """Return a type without what is annotated to it, and without None."""
    if get_origin(wanted) is Annotated:
        return _bare(get_args(wanted)[0])
    if get_origin(wanted) in (Union, types.UnionType):
        return _bare(next(one for one in get_args(wanted) if one is not type(None)))
    return wanted
