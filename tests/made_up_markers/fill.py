"""Fills the fields of a record with marks, by the models themselves: a field added tomorrow is marked too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import StringConstraints
from typing_extensions import TypeAliasType

from egci_reports.records.base import Model, PartialDate, PlainText
from egci_reports.records.facts import Acceptance, Decision, Disputed, RivalValue, Stated, Unstated
from egci_reports.records.meetings import Outcome
from egci_reports.records.text_form import TextForm

LEFT_OUT = object()
"""Given for a field that is to have nothing."""

IDS: Mapping[str, Any] = {
    "sources": ["s-one"],
    "threads": ["t-one"],
    "thread": "t-one",
    "person": "p-one",
    "body": "office-one",
    "lead": "office-one",
    "partner": "delta",
    "owner": "office-one",
}
"""What a field holds that names another record, by its name."""

_FORMS = {
    "url": "https://made-up.example/{mark}",
    "file": "{mark}.pdf",
    "address": "{mark}@made-up.example",
    "code": "{mark}",
    "people": "p-one",
}
"""How a mark stands in a field that takes no free text."""

_OPTIONAL = (Union, UnionType)


class Filler:
    """Hands out marks: words, numbers and days, each once."""

    def __init__(self) -> None:
        self._count = 0
        self._day = dt.date(2012, 1, 1)

    def word(self) -> str:
        """Return a word that stands nowhere else."""
        self._count += 1
        return f"Mkr{self._count:05d}"

    def number(self) -> str:
        """Return a number that stands nowhere else."""
        self._count += 1
        return str(70000 + self._count)

    def day(self) -> str:
        """Return a day that stands nowhere else, each later than the one before."""
        self._day += dt.timedelta(days=1)
        return self._day.isoformat()

    def fill(self, model: type[Model], given: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return a record as YAML would have it: what is given, and a mark in every other field that can."""
        given = given or {}
        assert not given.keys() - model.model_fields.keys(), (model, given.keys())
        filled = {}
        for name, field in model.model_fields.items():
            annotation = field.annotation
            for one in field.metadata:
                annotation = Annotated[annotation, one]
            value = self._value(annotation, name, given.get(name, ...))
            if value is not LEFT_OUT:
                filled[name] = value
            else:
                assert not field.is_required(), f"{model.__name__}.{name} needs a value in made.py"
        if model is Outcome:
            filled["words"] = f"{filled['verb']} {filled['words']}"  # a verb stands within its words
        return filled

    def _value(self, annotation: Any, name: str, given: Any) -> Any:
        if given is LEFT_OUT:
            return LEFT_OUT
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            rules = arguments[1:]
            patterned = any(isinstance(rule, TextForm | StringConstraints) and rule.pattern for rule in rules)
            if patterned and given is ... and arguments[0] is str:
                return self._patterned(name)
            if given is not ... and isinstance(given, str) and any(isinstance(r, PlainText) for r in rules):
                return given
            return self._value(arguments[0], name, given)
        if isinstance(origin, TypeAliasType):
            return self._fact(arguments[0], name, given)
        if isinstance(annotation, TypeAliasType):
            return self._value(annotation.__value__, name, given)
        if origin in _OPTIONAL:
            return self._value(next(one for one in arguments if one is not type(None)), name, given)
        if origin is tuple:
            return self._several(arguments[0], name, given)
        if isinstance(annotation, type) and issubclass(annotation, Model):
            return given if isinstance(given, str) else self.fill(annotation, {} if given is ... else given)
        return self._plain(annotation, name) if given is ... else given

    def _several(self, annotation: Any, name: str, given: Any) -> Any:
        if given is ... and name in IDS:
            return IDS[name]
        if given is ...:
            one = self._value(annotation, name, ...)
            return LEFT_OUT if one is LEFT_OUT else [one]
        return [self._value(annotation, name, one) for one in given]

    def _patterned(self, name: str) -> Any:
        if name in _FORMS:
            return _FORMS[name].format(mark=self.word())
        if name == "value":
            return self.number()
        return IDS.get(name, LEFT_OUT)

    def _plain(self, annotation: Any, name: str) -> Any:
        """Return a mark where no other value is given: a word or a day; nothing for what has a default."""
        if annotation is str:
            return self.word()
        if annotation is dt.date:
            return self.day()
        if annotation in (int, bool, PartialDate) or (
            isinstance(annotation, type) and issubclass(annotation, Enum)
        ):
            return LEFT_OUT
        raise AssertionError(f"{name}: nothing is known to fill {annotation} with")

    def _fact(self, inner: Any, name: str, given: Any) -> Any:
        given = {"value": ...} if given is ... else given
        if not isinstance(given, Mapping) or not given.keys() & {"value", "disputed", "unstated"}:
            given = {"value": given}
        if "value" in given:
            made = self.fill_fields(Stated, given, skip=("value",))
            return {**made, "value": self._value(inner, name, given["value"])}
        if "unstated" in given:
            return self.fill_fields(Unstated, given)
        claims = []
        for value in given["disputed"]:
            claim = self.fill_fields(RivalValue, {}, skip=("value",))
            claims.append({**claim, "value": self._value(inner, name, value)})
        made = self.fill_fields(Disputed, given, skip=("disputed", "decision", "accepted"))
        for key, model in (("decision", Decision), ("accepted", Acceptance)):
            if key in given:
                made[key] = self.fill(model, given[key])
        return {**made, "disputed": claims}

    def fill_fields(
        self, model: type[Model], given: Mapping[str, Any], skip: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        """Return the fields of a form of a fact, without those to skip."""
        filled = {}
        for name, field in model.model_fields.items():
            if name not in skip:
                filled[name] = self._value(field.annotation, name, given.get(name, ...))
        return {name: value for name, value in filled.items() if value is not LEFT_OUT}
