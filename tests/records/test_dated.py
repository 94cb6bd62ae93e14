"""Every dated field of the records says what it decides at a standpoint, so that a new one cannot leak."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
from pydantic import BaseModel, create_model

from egci_reports.records.base import Day, Model, PartialDate
from egci_reports.records.dated import Dated, Undated, marks_of
from egci_reports.records.facts import Fact, Stated
from egci_reports.records.meetings import Meeting
from egci_reports.records.records import Places, Records
from egci_reports.records.standpoint import as_of
from tests.conftest import MADE_UP
from tests.loading import load_records

pytestmark = pytest.mark.slow

NO_RECORDS = (Places,)
"""What goes with the records, and holds none."""


def parts(annotation: Any) -> Iterator[Any]:
    """Yield an annotation and everything inside it: of unions, collections, aliases and generic models."""
    yield annotation
    generic = getattr(annotation, "__pydantic_generic_metadata__", {}).get("args", ())
    inside = [*get_args(annotation), *generic]
    inside += [each.__value__ for each in (annotation, get_origin(annotation)) if hasattr(each, "__value__")]
    for each in inside:
        yield from parts(each)


def classes(annotation: Any) -> set[type]:
    return {part for part in parts(annotation) if isinstance(part, type)}


def is_date(kind: type) -> bool:
    return issubclass(kind, (date, PartialDate))


def known_classes(*roots: type) -> set[type]:
    """Return the classes from which the records are made, found through their annotations."""
    found: set[type] = set()
    waiting = list(roots)
    while waiting:
        kind = waiting.pop()
        if kind in found or kind in NO_RECORDS or is_date(kind):
            continue
        if issubclass(kind, BaseModel) or is_dataclass(kind):
            found.add(kind)
            waiting += [part for hint in get_type_hints(kind).values() for part in classes(hint)]
    return found


def undeclared(*roots: type) -> list[str]:
    """Return the dated fields that bear no mark, or more than one."""
    bad = []
    for kind in known_classes(*roots):
        if kind.__dict__.get("__pydantic_generic_metadata__", {}).get("args"):
            continue  # Stated[date]: the field that has the fact bears the mark
        if issubclass(kind, BaseModel):
            dated = {
                n: f.metadata
                for n, f in kind.model_fields.items()
                if any(map(is_date, classes(f.annotation)))
            }
        else:
            hints = get_type_hints(kind)
            dated = {f.name: () for f in fields(kind) if any(map(is_date, classes(hints[f.name])))}
        for name, metadata in dated.items():
            if sum(isinstance(each, Dated | Undated) for each in metadata) != 1:
                bad.append(f"{kind.__name__}.{name}")
    return sorted(bad)


def test_every_dated_field_of_every_record_says_what_it_decides_at_a_standpoint() -> None:
    assert undeclared(Records) == []


def test_the_walk_finds_all_models_of_the_records() -> None:
    def below(kind: type) -> Iterator[type]:
        for each in kind.__subclasses__():
            yield each
            yield from below(each)

    def is_plain(kind: type[BaseModel]) -> bool:
        return not kind.__pydantic_generic_metadata__["args"] and not kind.__module__.startswith("tests.")

    models = {kind.__name__ for kind in below(Model) if is_plain(kind)}
    bases = {"Clearable", "Graded", "Parametrized", "Signed", "Sourced"}
    beside = {"Acknowledgement"}  # no paper is made from it
    assert models - {kind.__name__ for kind in known_classes(Records)} == bases | beside


@pytest.mark.parametrize(
    "annotation",
    [
        Day | None,
        PartialDate,
        tuple[Day, ...],
        dict[str, Day],
        Fact[Day],
        Fact[tuple[PartialDate, ...]] | None,
        Stated[date],
        Annotated[Day | None, "some other mark"],
        Annotated[Day, Dated.BEGINS, Undated("both")],
    ],
    ids=range(9),
)
def test_a_new_dated_field_without_a_mark_is_found(annotation: Any) -> None:
    probe = create_model("Probe", __base__=Meeting, minutes_agreed=(annotation, ...))
    assert undeclared(probe) == ["Probe.minutes_agreed"]
    inside = create_model("Holder", __base__=Model, held=(tuple[probe, ...], ()))  # type: ignore[valid-type]
    assert undeclared(inside) == ["Probe.minutes_agreed"]


def test_a_reason_is_given_for_every_date_that_is_not_cut() -> None:
    marks = [
        mark
        for kind in known_classes(Records)
        if issubclass(kind, BaseModel)
        for field in kind.model_fields.values()
        for mark in field.metadata
        if isinstance(mark, Undated)
    ]
    assert len(marks) > 5
    assert all(len(mark.reason.split()) > 5 for mark in marks)


def test_what_a_date_can_take_away_stands_where_it_can_be_taken_away() -> None:
    """An entry that begins on a day is one of several, or may be left out: else it would stay."""
    whole = {Dated.BEGINS, Dated.HAPPENED}
    bound = []
    for kind in known_classes(Records):
        for name, hint in get_type_hints(kind).items():
            inside = {one for one in classes(hint) if issubclass(one, BaseModel)}
            can_go = type(None) in classes(hint) or get_origin(hint) in (tuple, dict, Mapping, Fact)
            if not can_go and any(whole & set(marks_of(one).values()) for one in inside):
                bound.append(f"{kind.__name__}.{name}")
    assert bound == []


@pytest.mark.parametrize("mark", [Dated.ENDS, Dated.BEGINS, Dated.HAPPENED], ids=str)
def test_a_new_dated_field_is_cut_as_its_mark_says(mark: Dated) -> None:
    probe = create_model("Probe", __base__=Meeting, minutes_agreed=(Annotated[Day | None, mark], None))
    records = load_records(MADE_UP / "data")
    held = records.meetings[0]
    later = probe.model_construct(**dict(held), minutes_agreed=date(2024, 3, 1))
    records = records.with_(meetings=(later,))
    eve, day = (as_of(records, date(2024, *each)).meetings for each in ((2, 29), (3, 1)))
    assert [one.minutes_agreed for one in day] == [date(2024, 3, 1)]
    assert [one.minutes_agreed for one in eve] == ([None] if mark is Dated.ENDS else [])
