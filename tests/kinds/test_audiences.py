"""Annual reports and the history for both sides and for the public: what is in them, and what is silent."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.build import Built, build
from egci_reports.app.papers.order import Audience, Format, Order
from egci_reports.errors import EditionRefused, UsageError
from egci_reports.records.audience.reader import Reader, may_cross
from egci_reports.records.audience.select import for_audience
from egci_reports.records.facts import Disputed, Stated
from egci_reports.workspace import find_workspace
from tests.conftest import REAL, RETURNS
from tests.loading import load_records
from tests.made_up_markers.made import workspace as marked
from tests.made_up_pack.made import workspace as pack
from tests.papers import ROOT, file_of, headings_of, made_of, text_of
from tests.parity import assert_same_words

pytestmark = pytest.mark.slow

SIGNAL = "returns/03/made-up-signal-office.yaml"


def made(root: Path, order: Order) -> Built:
    """Build a paper in Word alone, which is what most here look at."""
    return build(begin(find_workspace(root, root), replace(order, formats=(Format.WORD,))))


def annual(year: str, audience: Audience, edition: str = "draft") -> Order:
    return Order("annual", year, edition, audience=audience)


@pytest.fixture(scope="module")
def joint() -> Built:
    return made_of(annual("2012", Audience.JOINT), RETURNS)


@pytest.fixture(scope="module")
def public() -> Built:
    return made_of(annual("2012", Audience.PUBLIC), RETURNS)


def test_the_names_of_the_files_and_the_first_page_say_for_whom_they_are(joint: Built, public: Built) -> None:
    assert [file.name for file in joint.files] == ["annual-2012-joint.docx", "annual-2012-joint.pdf"]
    assert public.stem == "annual-2012-public"
    assert "Circulation Both sides" in text_of(joint)
    assert "Circulation Public" in text_of(public)
    both = made(RETURNS, Order("annual", "2012", as_of=date(2012, 12, 31), audience=Audience.JOINT))
    assert both.stem == "annual-2012-joint-as-of-2012-12-31"


def test_both_sides_read_what_was_agreed_and_what_was_released(joint: Built) -> None:
    text = text_of(joint).replace("\u00a0", " ")
    assert "Every lamp of the made-up pier was trimmed." in text
    assert "Two of the five lamps of the quay are lit." in text
    assert "“Move the fog bell”, led by MPO; target February 2012." in text
    assert "Progress is reported on two items of the plan: 1 completed, 1 in progress" in text
    assert "Name a contact for fog" in text


def test_the_public_reads_released_items_and_no_other_item_or_action(public: Built) -> None:
    text = text_of(public)
    assert "Every lamp of the made-up pier was trimmed." in text
    assert not [
        words
        for words in ("the quay are lit", "fog bell", "Count the buoys", "contact for fog")
        if words in text
    ]


@pytest.mark.parametrize("audience", [Audience.JOINT, Audience.PUBLIC])
@pytest.mark.parametrize("year", ["2011", "2012"])
def test_nobody_is_accused_and_no_register_of_returns_is_kept_open(audience: Audience, year: str) -> None:
    built = made_of(annual(year, audience), RETURNS)
    text = text_of(built)
    for words in ("No return received", "Register of returns", "called for", "leared", "Made-up Master",
                  "Made-up Clerk", "moved house", "Overdue", "None reported", "nil return", "on file",
                  "Nothing is for decision", "for the secretariat", "Notes on discrepancies"):  # fmt: skip
        assert words not in text, words
    assert built.blocked == ()
    assert_same_words(file_of(built, Format.WORD), file_of(built, Format.PDF))


def test_a_plenary_to_come_is_on_no_public_paper_and_its_proposals_stay_here() -> None:
    text = text_of(made(pack(), annual("2013", Audience.JOINT)))
    assert "Its plan is to be agreed there." in text
    assert "Buoys and fog signals" not in text
    assert "Buoys and fog signals" in text_of(made(pack(), annual("2013", Audience.INTERNAL)))
    with pytest.raises(UsageError, match="no plenary of 2013"):
        made(pack(), annual("2013", Audience.PUBLIC))


def test_what_is_released_and_not_cleared_is_left_out_and_the_number_waits(made_up_returns: Path) -> None:
    path = made_up_returns / "data" / SIGNAL
    path.write_text(re.sub(r"cleared: \{.*\}\n", "", path.read_text("utf-8")), "utf-8")
    draft = made(made_up_returns, annual("2012", Audience.JOINT))
    assert "lamp of the made-up pier was trimmed" not in text_of(draft)
    assert [finding.code for finding in draft.blocked] == ["E605"]
    with pytest.raises(EditionRefused, match="Made-up Signal Office is not cleared"):
        made(made_up_returns, annual("2012", Audience.JOINT, "1.0"))
    assert made(RETURNS, annual("2012", Audience.JOINT, "1.0")).stem == "annual-2012-joint-1.0"


def test_what_nobody_released_is_in_no_record(made_up_returns: Path) -> None:
    path = made_up_returns / "data" / SIGNAL
    text = path.read_text("utf-8")
    path.write_text(text.replace("may_be_exchanged: true", "may_be_exchanged: false"), "utf-8")
    records = load_records(made_up_returns / "data")
    left = for_audience(records, Reader(Audience.JOINT))
    assert [one.body for one in left.returns] == ["made-up-light-office"]
    assert not hasattr(left.distribution, "recipients")


def test_who_decided_a_dispute_stays_here_and_its_value_is_stated() -> None:
    records = load_records(marked() / "data")
    mine = records.meetings[1].reviewed
    theirs = for_audience(records, Reader(Audience.JOINT)).meetings[1].reviewed
    assert isinstance(mine, Disputed)
    assert isinstance(theirs, Stated)
    assert theirs.value == mine.disputed[0].value
    assert theirs.note is None


def test_an_undecided_dispute_is_told_as_one_and_keeps_the_number_back() -> None:
    built = made(ROOT, annual("2024", Audience.PUBLIC))
    assert "or Guangzhou [2]: the sources differ" in text_of(built).replace("\u00a0", " ")
    assert [finding.code for finding in built.blocked] == ["E601"]
    assert "What is not on record" not in headings_of(built)


def test_an_undecided_dispute_of_an_earlier_plenary_is_told_on_page_1_too() -> None:
    built = made(ROOT, annual("2025", Audience.JOINT))
    told = text_of(built).replace("\u00a0", " ")
    assert "Public sources differ on the place of the 19th Plenary Meeting: Hong Kong [" in told
    assert [finding.code for finding in built.blocked] == ["E601"]


@pytest.mark.parametrize("audience", [Audience.JOINT, Audience.PUBLIC])
def test_the_history_has_no_notes_on_slips(audience: Audience) -> None:
    text = text_of(made(ROOT, Order("history", "all", audience=audience)))
    assert "Slip" not in text
    assert "nine majors areas" not in text


def test_records_for_the_secretariat_are_the_records() -> None:
    records = load_records(REAL)
    assert for_audience(records, Reader()) is records
    public = for_audience(records, Reader(Audience.PUBLIC))
    assert len(public.meetings) == len(records.meetings)
    assert public.digest != records.digest


@pytest.mark.parametrize("audience", [Audience.JOINT, Audience.PUBLIC, Audience.DEPARTMENT])
def test_a_pack_is_made_for_nobody_else(audience: Audience) -> None:
    with pytest.raises(UsageError, match="is not made for the audience") as refused:
        made(pack(), Order("briefing", "4", audience=audience))
    assert refused.value.findings[0].code == "U216"


def test_what_may_cross() -> None:
    assert may_cross(Audience.JOINT, None)
    assert may_cross(Audience.PUBLIC, None)
    assert not may_cross(Audience.JOINT, "RESTRICTED")
    assert not may_cross(Audience.INTERNAL, None)
    assert not may_cross(Audience.DEPARTMENT, None)
