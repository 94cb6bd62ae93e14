"""Names are understood as people write them, and said back; who may be meant is never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from egci_reports.app.collecting.naming import NamesOnDay
from egci_reports.app.collecting.values import NotRead
from egci_reports.records.bodies import Side
from tests.conftest import REAL
from tests.loading import load_records

NAMING = NamesOnDay(load_records(REAL), date(2025, 10, 20))
CUSTOMS = "customs-and-excise-department"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Customs and Excise Department", CUSTOMS),
        ("Customs & Excise Department", CUSTOMS),
        ("the customs and excise department", CUSTOMS),
        ("C&ED", CUSTOMS),
        ("Hong Kong Customs", CUSTOMS),
        ("香港海關", CUSTOMS),
        ("Digital Policy Office", "digital-policy-office"),
        ("DPO", "digital-policy-office"),
        ("數字政策辦公室", "digital-policy-office"),
        ("OGCIO", "digital-policy-office"),  # a name of an earlier year: what continues it answers
        ("Office of the Government Chief Information Officer", "digital-policy-office"),
        ("\uff24\uff30\uff2f", "digital-policy-office"),  # in full width
    ],
)
def test_a_body_is_known_by_any_of_its_names(written: str, meant: str) -> None:
    assert NAMING.body_meant(written, Side.HONG_KONG).value == meant


def test_what_a_name_was_taken_for_is_said_and_a_plain_name_needs_no_word() -> None:
    taken = NAMING.body_meant("Hong Kong Customs", Side.HONG_KONG)
    assert taken.said == "'Hong Kong Customs' was taken for Customs and Excise Department"
    assert NAMING.body_meant("Customs and Excise Department", Side.HONG_KONG).said == ""


def test_on_a_day_of_old_a_body_keeps_its_name() -> None:
    then = NamesOnDay(NAMING.records, date(2012, 7, 17))
    assert then.body_meant("OGCIO").value == "office-of-the-government-chief-information-officer"
    assert "Digital Policy Office" not in then.bodies(Side.HONG_KONG)


def test_ambiguous_and_unknown_names_are_refused_with_what_to_do() -> None:
    with pytest.raises(NotRead, match=r"may mean any of: .*;"):
        NAMING.body_meant("Guangdong", Side.GUANGDONG)
    with pytest.raises(NotRead, match="egci-report new body"):
        NAMING.body_meant("Ministry of Silly Walks")
    with pytest.raises(NotRead, match="egci-report new person"):
        NAMING.person_meant("Mr Nobody")


@pytest.mark.parametrize("written", ["Mr Tony Wong", "Tony Wong", "mr. tony wong", "Wong Tony"])
def test_a_person_is_known_however_addressed(written: str) -> None:
    assert NAMING.person_meant(written).value == "tony-wong"


def test_no_id_is_ever_offered() -> None:
    offered = {*NAMING.bodies(), *NAMING.people()}
    assert not offered & {*NAMING.records.bodies, *NAMING.records.people}
