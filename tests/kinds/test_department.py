"""The pack of one department: what is its own and nothing of what others wrote, or a nil-return sheet."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from egci_reports.app.papers.build import Built, build
from egci_reports.app.papers.departments import ALL, drafts_for
from egci_reports.app.papers.order import Format, Order, Stage
from egci_reports.app.papers.stages import stage_text
from egci_reports.errors import UsageError
from egci_reports.workspace import find_workspace
from tests.made_up_pack.made import ORDER, departments, pack, put_together, workspace
from tests.papers import ROOT, blocks_of, file_of, headings_of, of_years, parts, section_of, text_of
from tests.parity import assert_same_words

pytestmark = pytest.mark.slow

SIGNAL, DEVELOPMENT, PIER = "made-up-signal-office", "made-up-development-bureau", "made-up-pier-office"
COMMERCE = "made-up-commerce-and-made-up-development-bureau"

CONVENORS = ("STEERING", "SENSITIVE", "OPENING", "CLOSING", "PRESS", "POSITION", "SECRET")
"""Markers of what no department reads, its own brief's included."""


@pytest.fixture(scope="module")
def root() -> Path:
    return workspace()


@pytest.fixture(scope="module")
def packs() -> Mapping[str, Built]:
    """The packs of all departments of the made-up workspace, by id."""
    return departments()


def only(root: Path, word: str, order: Order = ORDER) -> Built:
    (draft,) = drafts_for(find_workspace(root, root), order, word)
    return build(draft)


def everything_in(built: Built) -> str:
    """All that the files of a paper hold: each part of the Word file, each stream of the PDF opened."""
    found = []
    with zipfile.ZipFile(io.BytesIO(file_of(built, Format.WORD))) as package:
        found += [package.read(name) for name in package.namelist()]
    content = file_of(built, Format.PDF)
    found.append(content)
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        try:
            found.append(zlib.decompress(stream))
        except zlib.error:
            found.append(stream)
    return b"\n".join(found).decode("latin-1") + text_of(built) + pdf_text(content)


def pdf_text(content: bytes) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def test_there_is_a_pack_for_each_department_with_a_part_in_protocol_order(
    packs: Mapping[str, Built],
) -> None:
    assert list(packs) == [SIGNAL, DEVELOPMENT, COMMERCE, PIER]


@pytest.mark.parametrize("key", [SIGNAL, DEVELOPMENT, COMMERCE, PIER])
def test_word_and_pdf_say_the_same_without_a_warning(packs: Mapping[str, Built], key: str) -> None:
    built = packs[key]
    assert built.stem == f"briefing-4-for-{key}"
    assert [finding.message for finding in built.warnings] == []
    assert_same_words(file_of(built, Format.WORD), file_of(built, Format.PDF))


def markers(root: Path) -> set[str]:
    """The unique markers that stand in returns and briefs of the made-up workspace."""
    files = [*(root / "data/returns/04").glob("*.yaml"), *(root / "data/briefs/04").glob("*.yaml")]
    return {
        marker for file in files for marker in re.findall(r"MARKER-[A-Z-]+[A-Z]", file.read_text("utf-8"))
    }


def readable(known: set[str], key: str) -> tuple[set[str], set[str]]:
    """The markers of a department's own words, and those of what the Convenor alone reads."""
    own = {SIGNAL: "MARKER-SIGNAL-", DEVELOPMENT: "MARKER-DEVELOPMENT-", PIER: "MARKER-FORUM-PIER"}.get(key)
    secret = {marker for marker in known if marker.rpartition("-")[2] in CONVENORS}
    return {marker for marker in known if own and marker.startswith(own)}, secret


@pytest.mark.parametrize("key", [SIGNAL, DEVELOPMENT, COMMERCE, PIER])
def test_nothing_of_others_and_nothing_not_for_disclosure_is_in_any_part_of_the_files(
    root: Path, packs: Mapping[str, Built], key: str
) -> None:
    known = markers(root)
    assert len(known) > 20
    own, secret = readable(known, key)
    everything = everything_in(packs[key])
    assert {marker for marker in known if marker in everything} == own - secret


@pytest.mark.parametrize("key", [SIGNAL, DEVELOPMENT, COMMERCE, PIER])
def test_the_records_that_a_part_is_made_from_hold_nothing_of_it_either(root: Path, key: str) -> None:
    (draft,) = drafts_for(find_workspace(root, root), ORDER, key)
    records = stage_text(draft, Stage.RECORDS)
    own, secret = readable(markers(root), key)
    assert {marker for marker in markers(root) if marker in records} == own - secret


def test_what_is_looked_for_would_be_found(root: Path) -> None:
    whole = everything_in(pack())
    assert {marker for marker in markers(root) if marker not in whole} == set()


def test_its_items_stand_with_its_return_and_what_may_become_of_it(packs: Mapping[str, Built]) -> None:
    text = section_of(packs[SIGNAL], "Your Department’s items and returns")
    for words in (
        "One item of the plan of the 3rd Plenary Meeting is assigned to your Department.",
        "Item 1.1: “Light the made-up quay”",
        "Four of the five lamps of the made-up quay are lit.",
        "May be exchanged Yes",
        "May be published No",
        "Likely to be raised Certain",
        "Line to take MARKER-SIGNAL-LINE The fifth lamp will be lit by August.",
    ):
        assert words in text, words
    assert "Count the buoys" not in text


def test_selection_is_by_owner_and_not_by_likeness_of_names(packs: Mapping[str, Built]) -> None:
    commerce = packs[COMMERCE]
    assert "No item of the work plan of the 3rd is assigned to your Department." in text_of(commerce)
    assert "Compare the two registers" in section_of(commerce, "Your Department’s actions")
    assert not any(title.startswith("Brief ") for title in headings_of(commerce))
    assert "Compare the two registers" not in text_of(packs[DEVELOPMENT])
    assert "Paint the made-up buoys" in section_of(packs[DEVELOPMENT], "Your Department’s actions")
    mentions = section_of(packs[DEVELOPMENT], "Where papers name your Department")
    assert "Made-up Commerce and Made-up Development Bureau; None" not in mentions


def test_places_of_other_papers_that_name_it_are_listed(packs: Mapping[str, Built]) -> None:
    text = section_of(packs[PIER], "Where papers name your Department")
    assert "MUG Progress Report 2012 | Who took part" in text
    assert "Move the fog bell" in text
    assert "Draw the chart of the quay" not in text


def test_places_are_those_of_the_report_as_issued_and_rows_are_no_dumped_tables(
    packs: Mapping[str, Built],
) -> None:
    """What a department may not read shifts the letters of annexes in a report made for it alone."""
    text = section_of(packs[PIER], "Where papers name your Department").replace("\u00a0", " ")
    assert "MUG Progress Report 2012 | Annex B: Register of returns | The row in the table “Returns" in text
    assert "Annex C: Register of returns" not in text
    assert "Lists, of" not in text


def test_the_common_parts_are_those_of_the_pack(packs: Mapping[str, Built]) -> None:
    built = packs[PIER]
    assert "9:45 am | Arrival of the Delta delegation" in section_of(built, "Run-down")
    assert "Agreed with the Guangdong side on 19 April 2013." in section_of(built, "Agenda")
    assert "Ms Ada Made-Up" in section_of(built, "Delegations")
    assert "MARKER-FORUM-PIER The place of the fog bell" in section_of(built, "Related forums")
    assert "Made-up Harbour Conference" in section_of(packs[SIGNAL], "Related forums")
    assert "Figures returned" not in headings_of(built)
    assert "Lamps lit" in section_of(packs[SIGNAL], "Figures returned")


def test_the_slip_stands_first_with_the_reply_date_and_whom_to_answer(packs: Mapping[str, Built]) -> None:
    for key, title in (
        (SIGNAL, "Confirmation slip"),
        (PIER, "In which areas does your Department take part?"),
    ):
        assert headings_of(packs[key])[0] == title
        facts = {block.label: block.text for block in blocks_of(packs[key]) if block.role == "fact"}
        assert facts["To"] == "Made-up Signal Office, secretariat of the group"
        assert "Please answer by" in facts
    assert "Nil returns are required." in section_of(packs[SIGNAL], "Confirmation slip")


def test_a_brief_that_this_copy_does_not_have_is_not_denied(packs: Mapping[str, Built]) -> None:
    agenda = section_of(packs[SIGNAL], "Agenda").replace("\u00a0", " ")
    assert "Buoys by day and night | Made-up Development Bureau | Not in this copy" in agenda
    assert "Opening | Not stated | None" in agenda


@pytest.mark.parametrize("key", [SIGNAL, DEVELOPMENT, COMMERCE, PIER])
def test_it_is_addressed_as_your_department(packs: Mapping[str, Built], key: str) -> None:
    text = text_of(packs[key])
    for words in ("under its name", "Nothing under", "plan agreed at", "name it"):
        assert words not in text, words


def test_an_abbreviation_or_a_name_means_the_department(root: Path) -> None:
    for word in ("MPO", "Made-up Pier Office"):
        (draft,) = drafts_for(find_workspace(root, root), ORDER, word)
        assert draft.request.holder == PIER


@pytest.mark.parametrize("word", ["made-up-delta-department", "lamps", "nobody"])
def test_what_is_no_department_of_hong_kong_is_refused(root: Path, word: str) -> None:
    with pytest.raises(UsageError):
        only(root, word)


def test_an_edition_of_its_part_waits_for_its_own_return_and_brief_only(root: Path, tmp_path: Path) -> None:
    open_ = put_together(tmp_path / "open")
    path = open_ / "data/briefs/04/brief-2.yaml"
    path.write_text(re.sub(r"cleared: \{.*\}\n", "", path.read_text("utf-8")))
    assert [finding.code for finding in only(open_, DEVELOPMENT).blocked] == ["E606"]
    assert only(open_, SIGNAL, replace(ORDER, edition="1.0")).stem == f"briefing-4-for-{SIGNAL}-1.0"


def test_a_department_without_items_is_asked_lead_support_or_none_area_by_area() -> None:
    built = parts(21)["customs-and-excise-department"]
    assert headings_of(built)[0] == "In which areas does your Department take part?"
    text = text_of(built).replace("\u00a0", " ")
    assert (
        "Your Department was listed at 16 of the 18 plenary meetings for which a list exists, most recently "
        "in 2023, 2024 and 2025."
    ) in text
    assert "lead | support" not in text
    assert "(known from a machine translation) | 12 of 13 | " in text
    for field in ("Nil return", "Name and rank", "Telephone", "E-mail", "Date"):
        assert re.search(rf"^{field} *$", text, re.MULTILINE), field
    assert "......" not in text
    assert "A list of bodies does not say who leads an area." in text
    assert "Not for disclosure" not in text
    assert_same_words(file_of(built, Format.WORD), file_of(built, Format.PDF))


@pytest.mark.parametrize(
    ("key", "listed"),
    [
        (
            "marine-department",
            "ten of the 18 plenary meetings for which a list exists, most recently in 2024",
        ),
        ("digital-policy-office", "all"),
    ],
)
def test_a_listed_department_is_never_told_that_nothing_stands_under_its_name(key: str, listed: str) -> None:
    built = parts(21).get(key) or only(ROOT, key, Order("briefing", "21"))
    text = text_of(built).replace("\u00a0", " ")
    assert "Nothing under" not in text
    assert "Of the plan of the 20th the record has the areas alone, and not which Department leads an" in text
    assert "No work plan" not in text
    assert "skeleton" not in text, "the areas stand in it once"
    assert "In which areas does your Department take part?" in text
    assert listed == "all" or f"Your Department was listed at {listed}." in text


def test_where_no_department_is_known_there_is_none_to_make() -> None:
    with pytest.raises(UsageError, match="no department has a part in the pack before plenary 2"):
        list(drafts_for(find_workspace(ROOT, ROOT), Order("briefing", "2"), ALL))


@pytest.mark.parametrize("number", of_years((8, 20, 21), (21,)))
def test_every_department_of_a_real_plenary_gets_its_part(number: int) -> None:
    built = parts(number).values()
    assert len({one.stem for one in built}) == len(built) > 2
    assert [finding.message for one in built for finding in one.warnings] == []
    for one in built:
        assert_same_words(file_of(one, Format.WORD), file_of(one, Format.PDF))


@pytest.mark.parametrize(("day", "asked"), [(date(2013, 4, 1), True), (date(2013, 4, 2), False)])
def test_an_answer_is_asked_for_until_its_day_has_come(root: Path, day: date, asked: bool) -> None:
    """The pack stands at the end of its day: what was asked for by that day is asked for no more."""
    built = only(root, SIGNAL, replace(ORDER, as_of=day, formats=(Format.WORD,)))
    facts = {block.label: block.text for block in blocks_of(built) if block.role == "fact"}
    assert (facts["Please answer by"] == "2 April 2013") is asked
