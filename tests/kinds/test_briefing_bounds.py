"""What a pack may say of its briefs and annexes: nothing that is not so."""

from __future__ import annotations

from datetime import date

import pytest

from egci_reports.kinds.briefing.annexes import all_conform
from egci_reports.kinds.briefing.delegations import run_down_of
from egci_reports.kinds.briefing.public_facts import PublicFact, selected
from egci_reports.records.base import PartialDate
from egci_reports.records.developments import Belonging
from egci_reports.records.packs import PackWords
from tests.loading import load_records
from tests.made_up_pack.made import workspace


@pytest.mark.parametrize(("area", "pointed"), [(None, False), (1, True), (3, True), (4, False)])
def test_a_line_leads_to_a_brief_where_the_plan_names_that_area(area: int | None, pointed: bool) -> None:
    row = {"item": "An item", **({"area": area} if area else {})}
    words = PackWords.model_validate({"plenary": 4, "run_down": {"rows": [row]}})
    (line,) = run_down_of(words, 3)
    assert (line.brief is not None) is pointed


def test_annexes_conform_only_if_a_validator_passed_them_and_they_say_so_themselves() -> None:
    records = load_records(workspace(validated=True) / "data")
    assert all_conform(records, 4)
    pack = records.pack(4)
    untried = tuple(annex.model_copy(update={"validated": None}) for annex in pack.annexes)
    packs = (pack.model_copy(update={"annexes": untried}),)
    assert not all_conform(records.with_(packs=packs), 4)


def fact(year: int, thread: str, weight: int = 0) -> PublicFact:
    day = PartialDate(year)
    about = f"made-up/{thread}-{year}"
    return PublicFact(day, "", None, None, None, None, (), about, Belonging.NEITHER, (thread,), weight)


def test_the_newest_fact_of_each_subject_is_told_then_the_newest_then_the_weightiest() -> None:
    years = [fact(year, "lamps", weight) for year, weight in ((2005, 9), (2006, 1), (2007, 2), (2008, 0))]
    facts = [fact(2001, "buoys"), fact(2002, "buoys"), *years]
    told = selected(facts, 2, 1, date(2005, 12, 31), 1)
    assert [one.date.year for one in told] == [2002, 2007, 2008]
