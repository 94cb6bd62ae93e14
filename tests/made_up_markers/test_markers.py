"""Nobody gets what is not theirs: each mark of the made-up workspace is looked for wherever it could leak."""

from __future__ import annotations

import json
import typing
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

import pytest
from pydantic import StringConstraints
from typing_extensions import TypeAliasType

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.build import Built, build
from egci_reports.app.papers.departments import drafts_for
from egci_reports.app.papers.order import Audience, Order, Stage
from egci_reports.app.papers.output import write
from egci_reports.app.papers.stages import stage_text
from egci_reports.records.audience.allowed import ALLOWED, TABLE
from egci_reports.records.audience.reader import Reader
from egci_reports.records.audience.select import for_audience
from egci_reports.records.base import Model
from egci_reports.records.records import Records
from egci_reports.records.text_form import TextForm
from egci_reports.workspace import find_workspace
from tests.loading import load_records
from tests.made_up_markers.expected import FIELDS, readers
from tests.made_up_markers.made import ANNEX_WORD, workspace
from tests.made_up_markers.search import fields_of_marks, marks_in_file, marks_in_text

pytestmark = pytest.mark.slow

PAPERS = {
    "annual-2011 joint": Order("annual", "2011", audience=Audience.JOINT),
    "annual-2011 public": Order("annual", "2011", audience=Audience.PUBLIC),
    "annual-2012 joint": Order("annual", "2012", audience=Audience.JOINT),
    "record-2 joint": Order("record", "2", audience=Audience.JOINT),
    "history joint": Order("history", "all", audience=Audience.JOINT),
    "history public": Order("history", "all", audience=Audience.PUBLIC),
}
INTERNAL = {
    "annual-2011": Order("annual", "2011"),
    "annual-2012": Order("annual", "2012"),
    "history": Order("history", "all"),
    "briefing-3": Order("briefing", "3"),
}
BODIES = {"one": "office-one", "two": "office-two"}


@cache
def records() -> Records:
    return load_records(workspace() / "data")


@cache
def marks() -> dict[str, set[tuple[str, str]]]:
    return fields_of_marks(records())


@cache
def made(name: str) -> Built:
    home = find_workspace(workspace(), workspace())
    if name in BODIES:
        (draft,) = drafts_for(home, Order("briefing", "3"), BODIES[name])
        return build(draft)
    return build(begin(home, {**PAPERS, **INTERNAL}[name]))


def allowed(reader: str) -> set[str]:
    """Return the marks that a reader may find: those that stand in a field that is theirs to read."""
    return {mark for mark, places in marks().items() if any(reader in readers(*place) for place in places)}


def told(found: set[str]) -> list[str]:
    return sorted(f"{mark} of {sorted(marks().get(mark, {('the annex', '')}))}" for mark in found)


@pytest.mark.parametrize("name", [*PAPERS, *BODIES])
def test_no_file_has_a_mark_that_its_reader_may_not_read(name: str, tmp_path: object) -> None:
    """Text, alt texts, bookmarks, properties, XMP, custom parts, and the receipt beside the files."""
    built, reader = made(name), name.rsplit(maxsplit=1)[-1]
    folder = workspace() / "reports" / reader
    for path in (*write(built, folder, force=True).paths, *sorted((folder / ".receipts").glob("*"))):
        found = marks_in_file(path.name, path.read_bytes()) & (marks().keys() | {ANNEX_WORD})
        assert told(found - allowed(reader)) == [], path.name


@pytest.mark.parametrize("name", [*PAPERS])
def test_no_record_has_a_mark_that_its_reader_may_not_read(name: str) -> None:
    """`--to records` shows all that a paper can be made from."""
    draft = begin(find_workspace(workspace(), workspace()), PAPERS[name])
    found = marks_in_text(stage_text(draft, Stage.RECORDS)) & marks().keys()
    assert told(found - allowed(name.rsplit(maxsplit=1)[-1])) == []


@pytest.mark.parametrize("reader", BODIES)
def test_no_record_of_a_departments_part_has_a_mark_of_anothers(reader: str) -> None:
    (draft,) = drafts_for(find_workspace(workspace(), workspace()), Order("briefing", "3"), BODIES[reader])
    found = marks_in_text(stage_text(draft, Stage.RECORDS)) & marks().keys()
    assert told(found - allowed(reader)) == []


def _places(found: set[str]) -> set[str]:
    return {address for mark in found for address, _ in marks().get(mark, ())}


def test_the_marks_are_found_where_they_may_stand() -> None:
    """The search is not blind: each paper shows what it is made to show, in both forms."""
    wanted = {
        "annual-2011": ("returns/02/office-one#items/3/progress", "returns/02/office-one#cleared/by"),
        "briefing-3": ("briefs/03/brief-2#not_for_disclosure", "briefs/03/pack#steering/sensitive"),
        "annual-2011 joint": ("returns/02/office-one#items/0/progress", "actions/01-02#text"),
        "annual-2011 public": ("returns/02/office-one#items/1/progress", "papers/annual-2011#texts/3/text"),
        "annual-2012 joint": ("returns/03/office-one#items/2/progress",),
        "record-2 joint": ("records/02#items/0/reported", "records/02#present/0/name"),
        "history public": ("meetings/02#outcome/value/words",),
        "one": ("briefs/03/brief-1#objective", "briefs/03/pack#further/0/text"),
        "two": ("briefs/03/brief-2#objective", "briefs/03/pack#forums/rows/1/forum"),
    }
    for name, addresses in wanted.items():
        for file in made(name).files:
            found = _places(marks_in_file(file.name, file.content))
            assert set(addresses) <= found, (name, file.name)


def test_the_file_of_an_annex_is_in_the_pack_and_nowhere_else() -> None:
    (pdf,) = (file for file in made("briefing-3").files if file.name.endswith(".pdf"))
    assert ANNEX_WORD in marks_in_file(pdf.name, pdf.content)


def _models() -> Iterator[type[Model]]:
    """Yield every model that records are made of, found by the types of their fields."""
    seen: set[type] = set()
    hints = typing.get_type_hints(Records)
    waiting = [hints[field.name] for field in fields(Records)]
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, Model) and one not in seen:
            seen.add(one)
            yield one
            waiting += [field.annotation for field in one.model_fields.values()]
        elif is_dataclass(one) or isinstance(one, str):
            continue
        else:
            waiting += list(typing.get_args(one))
            waiting += [typing.get_origin(one)] if typing.get_args(one) else []
            if value := getattr(one, "__value__", None):
                waiting.append(value)


def test_every_field_of_every_record_has_its_row() -> None:
    """A field that is added tomorrow fails here until somebody decides who reads it."""
    kinds = {model.__pydantic_generic_metadata__["origin"] or model for model in _models()}
    assert len(kinds) > 60
    known = {(kind, name) for kind in kinds for name in kind.model_fields}
    known |= {(Records, f.name) for f in fields(Records) if f.name not in ("places", "audience")}
    assert known - ALLOWED.keys() == set(), "add a row to egci_reports/records/audience/allowed.py"
    assert ALLOWED.keys() - known == set(), "the row is of no field"
    assert sum(len(row.names.split()) for row in TABLE) == len(ALLOWED), "a field has two rows"


def _is_text(annotation: typing.Any, rules: typing.Sequence[typing.Any] = ()) -> bool:
    """Whether a field takes free text: not a text of a given form, such as an id."""
    if annotation is str:
        return not any(isinstance(rule, TextForm | StringConstraints) and rule.pattern for rule in rules)
    if typing.get_origin(annotation) is typing.Annotated:
        first, *more = typing.get_args(annotation)
        return _is_text(first, (*rules, *more))
    if typing.get_origin(annotation) is dict or isinstance(typing.get_origin(annotation), TypeAliasType):
        return False  # the texts of a fact are those of its forms
    return any(_is_text(one, rules) for one in typing.get_args(annotation) if one is not Ellipsis)


NOT_MARKED = {"Source.language", "Venue.city", "Meeting.proposed"}
"""Texts of which the program makes more than it prints: a language, a city of a side, names of fields."""


def test_every_text_of_every_record_has_a_mark() -> None:
    """The workspace is complete: a text that is added tomorrow is marked, and has to be expected."""
    texts = {
        f"{model.__name__}.{name}"
        for model in _models()
        if not model.__pydantic_generic_metadata__["origin"]
        for name, field in model.model_fields.items()
        if _is_text(field.annotation, field.metadata)
    }
    marked = {field for places in marks().values() for _, field in places}
    assert len(texts) > 100
    assert texts - marked - NOT_MARKED == set()


def test_every_field_with_a_mark_is_expected_by_hand() -> None:
    marked = {field for places in marks().values() for _, field in places}
    assert sorted(marked - FIELDS.keys()) == [], "say in expected.py who may read it"
    assert sorted(FIELDS.keys() - marked) == [], "nothing in the workspace has a mark there"


def test_a_field_without_a_row_is_read_by_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    from egci_reports.records.audience import select

    rows = {key: value for key, value in ALLOWED.items() if key[1] != "wording"}
    monkeypatch.setattr(select, "ALLOWED", rows)
    left = for_audience(records(), Reader(Audience.PUBLIC))
    assert all(not getattr(meeting.areas.listed, "value", ()) for meeting in left.meetings)
    whole = for_audience(records(), Reader())
    assert whole is records()


def test_the_receipt_and_the_file_say_for_whom_it_is() -> None:
    folder = workspace() / "reports" / "said"
    for name, stem, said in (
        ("annual-2011 joint", "annual-2011-joint", "joint"),
        ("history public", "history-public", "public"),
        ("one", "briefing-3-for-office-one", "department office-one"),
    ):
        write(made(name), folder, force=True)
        receipt = json.loads((folder / ".receipts" / f"{stem}.json").read_text("utf-8"))
        assert receipt["identity"]["audience"] == said
