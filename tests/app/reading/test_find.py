"""Who names a body need not tell it from other records; who asks for any record is told of all it may be."""

from __future__ import annotations

import pytest

from egci_reports.app.reading.find import find
from egci_reports.errors import UsageError
from egci_reports.records.base import Model
from egci_reports.records.bodies import Body
from egci_reports.records.records import Records
from tests.loading import load_records
from tests.papers import ROOT


@pytest.fixture(scope="module")
def real() -> Records:
    return load_records(ROOT / "data")


def test_a_word_for_one_body_and_other_records_means_the_body_where_one_is_asked_for(real: Records) -> None:
    with pytest.raises(UsageError, match="may mean any of"):
        find(real, "customs")
    body = find(real, "customs", Body)
    assert isinstance(body, Body)
    assert body.id == "customs-and-excise-department"


def test_a_word_for_several_bodies_names_them_and_no_other_record(real: Records) -> None:
    with pytest.raises(UsageError) as told:
        find(real, "commission", Body)
    (finding,) = told.value.findings
    assert "innovation-and-technology-commission" in str(finding.hint)
    assert all(line.strip().startswith("bodies/") for line in str(finding.hint).splitlines()[1:])


def test_what_is_no_body_at_all_is_found_for_what_it_is(real: Records) -> None:
    found: Model = find(real, "smart-city", Body)
    assert not isinstance(found, Body)
