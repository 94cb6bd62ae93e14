"""The pack before a plenary: what it holds, what it leaves to officers, and that it knows nothing later."""

from __future__ import annotations

import re
import shutil
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from egci_reports.app.papers.build import Built, begin, build
from egci_reports.app.papers.order import FORMATS, Format, Order
from egci_reports.errors import EditionRefused, UsageError
from egci_reports.workspace import find_workspace
from tests.conftest import REAL, RETURNS
from tests.papers import ROOT, TELLING_PACKS, file_of, headings_of, made, of_years, section_of, text_of
from tests.parity import assert_same_words
from tests.readers.pdf import bookmarks_of
from tests.records.earlier import Scissors

NUMBERS = tuple(range(2, 22))
PARTS = [
    "List of briefs",
    "Steering brief",
    "Run-down",
    "Agenda",
    "Delegations",
    "Opening and closing remarks",
    "Item briefs",
    "Matters arising and outstanding actions",
    "Facts and figures",
    "The group on one page",
    "What changed since last time",
    "Related forums",
    "Sources",
    "Annexes",
]
STUB = """number: {number}
status: planned
date: {day}
mode: in-person
venue: {{unstated: not-recorded}}
reviewed: {{unstated: not-recorded}}
planned: {{unstated: not-recorded}}
convenors: {{unstated: not-recorded}}
hong_kong: {{unstated: not-recorded}}
guangdong: {{unstated: not-recorded}}
outcome: {{unstated: not-recorded}}
areas: {{listed: {{unstated: not-recorded}}}}
sources: [egci-page]
"""


def pack(number: int | str) -> Built:
    return made("briefing", str(number))


def day_of(number: int) -> date:
    text = (REAL / "meetings" / f"{number:02d}.yaml").read_text("utf-8")
    found = re.search(r"^date:(?: |\n  value: )(\d{4}-\d\d-\d\d)", text, re.MULTILINE)
    assert found
    return date.fromisoformat(found[1])


@pytest.mark.parametrize("number", NUMBERS)
def test_every_pack_says_the_same_in_word_and_pdf_without_a_warning(number: int) -> None:
    built = pack(number)
    assert built.stem == f"briefing-{number}"
    assert [finding.message for finding in built.warnings] == []
    assert_same_words(file_of(built, Format.WORD), file_of(built, Format.PDF))


@pytest.mark.parametrize("number", of_years(NUMBERS[:-1], TELLING_PACKS))
def test_a_pack_is_that_of_records_that_end_the_day_before(tmp_path: Path, number: int) -> None:
    day = day_of(number)
    shutil.copytree(REAL, tmp_path / "data")
    Scissors(tmp_path / "data", day - timedelta(days=1)).run()
    stub = tmp_path / "data" / "meetings" / f"{number:02d}.yaml"
    assert not stub.exists()
    stub.write_text(STUB.format(number=number, day=day), "utf-8")
    cut = build(begin(find_workspace(tmp_path, tmp_path), Order("briefing", str(number))))
    assert text_of(cut).splitlines() == text_of(pack(number)).splitlines()
    for form in FORMATS:
        assert file_of(cut, form) == file_of(pack(number), form), form


def test_the_pack_before_the_19th_knows_only_its_number_and_date() -> None:
    text = text_of(pack(19))
    assert "Wednesday, 9 October 2024" in text
    assert "To be confirmed; proposed by turn: Guangzhou" in text
    assert "8 October 2024" in text
    for later in ("improving the level of information exchange", "20th", "in dispute"):
        assert later not in text, later


def test_the_next_pack_has_every_part_in_order() -> None:
    parts = [re.sub(r"^[\d.]+\s*", "", title) for title in headings_of(pack("next"))]
    assert [part for part in parts if part != "Contents"] == PARTS


def test_the_next_plenary_is_made_in_memory_and_its_place_proposed() -> None:
    assert file_of(pack("next"), Format.PDF) == file_of(pack(21), Format.PDF)
    assert pack("next").identity.subject == "21"
    text = text_of(pack(21))
    assert "To be confirmed; proposed by turn: Guangzhou" in text
    assert not list((REAL / "meetings").glob("21.yaml"))


def briefs_of(built: Built) -> list[str]:
    return [title for title in headings_of(built, 2) if title.startswith("Brief ")]


def test_there_is_a_brief_for_every_area_with_a_prompt_for_every_judgement() -> None:
    assert [title.split(":")[0] for title in briefs_of(pack(20))] == [f"Brief {n}" for n in range(1, 6)]
    for title in briefs_of(pack(20)):
        text = section_of(pack(20), title)
        for part in ("Objective", "Points to make", "Line to take", "Likely Guangdong position"):
            assert f"{part}\nTo follow (officer and date to be named): " in text, (title, part)


def test_what_the_records_know_stands_beside_the_empty_field() -> None:
    text = section_of(pack(20), "Brief 3: Customs clearance").replace("\u00a0", " ")
    assert (
        "On record: in 2023 the wording was “information exchange for customs clearance”, in 2024 the "
        "wording was “improving the level of information exchange for customs clearance”."
    ) in text
    assert (
        "On record: as a subject, Customs clearance was named at 12 plenary meetings running, since 2013"
        in text
    )
    assert "On record: no statement of the Guangdong side on it" in text


@pytest.mark.parametrize("number", NUMBERS)
def test_a_brief_takes_two_pages_at_most(number: int) -> None:
    marks = bookmarks_of(file_of(pack(number), Format.PDF))
    for brief, following in pairwise(marks):
        if brief.title.startswith("Brief "):
            assert brief.target.page is not None
            assert following.target.page is not None
            assert following.target.page - brief.target.page <= 2, brief.title


def test_a_numbered_edition_is_refused_with_every_gap_at_once() -> None:
    with pytest.raises(EditionRefused) as refused:
        build(begin(find_workspace(ROOT, ROOT), Order("briefing", "20", "1.0")))
    told = [finding.message for finding in refused.value.findings if finding.code == "E602"]
    assert len(told) == 13 + 5 * 7
    assert "an officer's words are to follow: the line to take (brief 5)" in told


@pytest.mark.parametrize("subject", ["1", "22"])
def test_there_is_no_pack_before_the_first_or_beyond_the_next(subject: str) -> None:
    with pytest.raises(UsageError, match="no pack before plenary"):
        pack(subject)


def made_up(subject: str) -> Built:
    root = find_workspace(RETURNS, RETURNS)
    return build(begin(root, Order("briefing", subject, marking="MADE UP")))


def test_made_up_returns_sent_by_the_eve_stand_under_their_items() -> None:
    built = made_up("3")
    assert_same_words(file_of(built, Format.WORD), file_of(built, Format.PDF))
    lamps = section_of(built, "Brief 1: Lamps")
    assert "Completed (return of 30 March 2012)" in lamps
    assert "Every lamp of the made-up pier was trimmed." in lamps
    assert "No return received from the Made-up Commerce" in section_of(built, "Brief 2: Buoys")
    assert "lamps trimmed" in section_of(built, "Facts and figures").casefold()
    assert any("Development Bureau is not cleared" in finding.message for finding in built.blocked)


def test_a_return_sent_on_the_day_is_not_known_on_the_eve(tmp_path: Path) -> None:
    shutil.copytree(RETURNS / "data", tmp_path / "data")
    path = tmp_path / "data" / "returns" / "03" / "made-up-signal-office.yaml"
    path.write_text(path.read_text("utf-8").replace("\ndate: 2012-03-30", "\ndate: 2012-05-09"), "utf-8")
    built = build(begin(find_workspace(tmp_path, tmp_path), Order("briefing", "3")))
    assert "Every lamp of the made-up pier was trimmed." not in text_of(built)
    assert "No return received from the Made-up Signal Office" in section_of(built, "Brief 1: Lamps")


def test_made_up_actions_of_the_eve_are_open_until_a_plenary_closes_them() -> None:
    actions = section_of(made_up("3"), "Matters arising and outstanding actions")
    assert "Three actions are open." in actions
    assert "Draw the chart of the quay" in actions
    assert "Compare the two registers" not in actions
    assert "Compare the two registers" in section_of(
        made_up("next"), "Matters arising and outstanding actions"
    )
