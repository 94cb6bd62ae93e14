"""Who is heard first is named in full, with the post of the day; afterwards as the record has it."""

from __future__ import annotations

from datetime import date

from egci_reports.analysis.lineages import lineages_of
from egci_reports.records.meetings import Report
from egci_reports.views.names import Names
from tests.conftest import REAL
from tests.loading import load_records

DAY = date(2024, 10, 9)


def report(text: str, person: str | None = "tony-wong") -> Report:
    return Report.model_validate({"text": text, "person": person})


def test_a_speaker_is_introduced_once_and_not_where_the_report_opens_with_another() -> None:
    records = load_records(REAL)
    told = [
        report("The two sides met.", None),
        report("It was agreed."),
        report("Mr Wong hoped."),
        report("Mr Wong cited."),
    ]
    found = Names(records, lineages_of(records), DAY).introduced(told, DAY)
    assert [one.text for one in found] == [
        "The two sides met.",
        "It was agreed.",
        "Mr Tony Wong, Commissioner for Digital Policy, hoped.",
        "Mr Wong cited.",
    ]
