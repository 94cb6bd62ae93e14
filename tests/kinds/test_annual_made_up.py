"""The annual report on made-up records: a plenary to come, officers' own texts, standpoints, editions."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.build import Built, build
from egci_reports.app.papers.compose import compose
from egci_reports.app.papers.order import Format, Order
from egci_reports.engine.document.text import blocks_of as read_blocks
from egci_reports.errors import EditionRefused, UsageError
from egci_reports.workspace import find_workspace
from tests.conftest import MADE_UP
from tests.made_up_pack.made import put_together
from tests.made_up_pack.made import workspace as pack
from tests.papers import ROOT, annual, blocks_of, file_of, headings_of, section_of, text_of
from tests.parity import assert_same_words

pytestmark = pytest.mark.slow


def _build(root: Path, order: Order) -> Built:
    return build(begin(find_workspace(root, root), order))


@pytest.mark.parametrize("year", [2007, 2008, 2009, 2010, 2011])
def test_every_made_up_year_builds_and_both_files_say_the_same(year: int) -> None:
    built = annual(year, MADE_UP)
    assert_same_words(file_of(built, Format.WORD), file_of(built, Format.PDF))


def test_a_plenary_to_come_gives_the_draft_that_is_tabled_at_it() -> None:
    built = annual(2011, MADE_UP)
    facts = {block.label: block.text for block in blocks_of(built) if block.role == "fact"}
    assert facts["Meeting"] == "5th Plenary Meeting, to come; date to be confirmed"
    assert facts["Place"] == "Made-up Delta City"  # not among what is proposed
    assert "Proposed plan for 2011-12" in headings_of(built)
    text = text_of(built)
    assert "The plan in it is proposed, not agreed." in text
    assert "What is not on record" not in headings_of(built)
    assert "What is to come. The 5th Plenary Meeting is to come." in section_of(built, "Summary")
    assert "What is new." not in text
    assert "closed by a decision" not in text
    assert "No action was agreed" not in text
    assert "so has that of" not in text
    assert not re.search(r"named at \w+ of the", text)
    assert "stood in every plan" not in text
    assert "To come" in text.partition("Annex")[2]


def test_what_the_program_proposed_is_called_proposed() -> None:
    assert "proposed: [mode, planned]" in (MADE_UP / "data" / "meetings" / "05.yaml").read_text("utf-8")
    built = annual(2011, MADE_UP)
    facts = {block.label: block.text for block in blocks_of(built) if block.role == "fact"}
    assert facts["Periods"].endswith("; planned for: 2011-12, proposed")


def test_officers_own_texts_stand_in_their_sections_with_author_and_date(made_up: Path) -> None:
    sections = ("summary", "meeting", "progress", "progress/lamps", "plan", "events", "bodies")
    texts = "".join(
        f'  - section: {section}\n    text: "Own words {i} & <b>."\n'
        f"    author: Made-up Officer {i}\n    date: 2010-08-0{i + 1}\n"
        for i, section in enumerate(sections)
    )
    papers = made_up / "data" / "papers"
    papers.mkdir()
    (papers / "annual-2010.yaml").write_text(f"texts:\n{texts}", encoding="utf-8")
    built = _build(made_up, Order("annual", "2010"))
    headings = {
        "summary": "Summary",
        "meeting": "The 4th Plenary Meeting",
        "progress": "The two areas under review, 2009-10",
        "progress/lamps": "Area 1: Lamps",
        "plan": "The plan for 2010-11",
        "events": "Agreements and events",
        "bodies": "Who took part",
    }
    for i, section in enumerate(sections):
        text = section_of(built, headings[section])
        assert f"Own words {i} & <b>." in text
        assert f"Made-up Officer {i}, {i + 1} August 2010" in text


def test_a_standpoint_cuts_what_came_after_it() -> None:
    built = _build(ROOT, Order("annual", "2007", as_of=date(2007, 7, 1)))
    assert built.stem == "annual-2007-as-of-2007-07-01"
    text = text_of(built)
    assert "Digital Policy Office" not in text
    assert "2 August 2007" not in text
    assert "The records as they stood at the end of 1 July 2007" in text


def test_a_year_without_a_plenary_lists_the_known_ones() -> None:
    with pytest.raises(UsageError) as refused:
        _build(ROOT, Order("annual", "1999"))
    assert "2006, 2007, " in (refused.value.findings[0].hint or "")
    assert refused.value.findings[0].hint.endswith("2025")


def test_an_undecided_dispute_refuses_a_numbered_edition_at_its_line() -> None:
    with pytest.raises(EditionRefused) as refused:
        _build(ROOT, Order("annual", "2024", edition="1.0"))
    (finding,) = refused.value.findings
    assert finding.position is not None
    assert finding.position.file == "data/meetings/19.yaml"
    assert "venue" in finding.message


def test_a_decided_dispute_prints_the_value_alone_and_lets_the_edition_pass(made_up: Path) -> None:
    path = made_up / "data" / "meetings" / "04.yaml"
    text = path.read_text("utf-8")
    assert "disputed:" in text
    before, _, after = text.partition("venue:\n")
    block, _, rest = after.partition("reviewed:")
    decision = "  decision: {claim: 2, by: Made-up Officer, on: 2010-09-01, reason: It is so.}\n"
    path.write_text(f"{before}venue:\n{block}{decision}reviewed:{rest}", encoding="utf-8")
    built = _build(made_up, Order("annual", "2010", edition="1.0"))
    facts = {block.label: block.text for block in blocks_of(built) if block.role == "fact"}
    assert facts["Place"].startswith("Made-up Delta City")
    assert built.stem == "annual-2010-1.0"
    assert "What is open" not in headings_of(built)
    assert "It is so." in text_of(built)


def test_a_numbered_edition_has_no_watermark_and_says_its_number() -> None:
    draft = _build(ROOT, Order("annual", "2013", formats=(Format.PDF,)))
    final = _build(ROOT, Order("annual", "2013", edition="1.0", formats=(Format.PDF,)))
    assert final.identity.edition == "1.0"
    assert (draft.blocked, final.blocked) == ((), ())
    assert final.pages == draft.pages


def test_what_is_to_come_is_proposed_everywhere_and_nothing_is_decided_there() -> None:
    text = text_of(_build(pack(), Order("annual", "2013"))).replace("\u00a0", " ")
    assert "The 4th Plenary Meeting is to be held on Wednesday, 8 May 2013." in text
    assert "Two areas are proposed for its plan; none of them is agreed." in text
    assert "In the plan proposed for 2013: “Buoys and fog signals”" in text
    assert "Three actions were brought forward to the 4th." in text
    assert "closed by a decision" not in text
    assert "Position as at 1 April 2013" in text  # the last return, and not the eve of what is to come
    assert "Hong Kong bodies listed, 1st to 3rd" in text or "Hong Kong bodies listed" not in text


@pytest.mark.parametrize("proposed", [(), ("date", "venue")])
def test_the_report_and_the_pack_give_one_answer_on_day_and_place(
    tmp_path: Path, proposed: tuple[str, ...]
) -> None:
    root = put_together(tmp_path / "pack")
    meeting = root / "data" / "meetings" / "04.yaml"
    mark = f"proposed: [{', '.join(proposed)}]\n" if proposed else ""
    meeting.write_text(
        meeting.read_text("utf-8").replace("mode: in-person\n", f"mode: in-person\n{mark}"), "utf-8"
    )
    report = _composed(root, Order("annual", "2013"))
    briefing = _composed(root, Order("briefing", "4"))
    for text in (report, briefing):
        assert "Wednesday, 8 May 2013" in text
        assert "Made-up Harbour City (Lamp Hall)" in text
        assert ("to be confirmed" in text[:1500]) is bool(proposed)


def test_another_source_s_areas_that_answer_to_none_are_listed_too(tmp_path: Path) -> None:
    root = tmp_path / "real"
    shutil.copytree(ROOT / "data", root / "data")
    meeting = root / "data" / "meetings" / "19.yaml"
    text = meeting.read_text("utf-8")
    own = "      - wording: improving the level of information exchange for customs clearance\n"
    start, end = text.index(own), text.index("      - wording: continuing to deepen coordination")
    meeting.write_text((text[:start] + text[end:]).replace("said: 5\n", "said: 4\n"), "utf-8")
    said = _composed(root, Order("annual", "2024"))
    assert "Not in the words read enhancing informatisation for cross-boundary customs clearance" in said
    assert "No wording that answers to it" not in said


def _composed(root: Path, order: Order) -> str:
    document = compose(begin(find_workspace(root, root), order)).document
    return " ".join(block.text for block in read_blocks(document)).replace("\u00a0", " ")


_OUTCOME = """outcome:
  verb: will co-operate proactively
  words: will co-operate proactively in three areas
"""


def _outcome_instead(made_up: Path, outcome: str) -> None:
    path = made_up / "data" / "meetings" / "04.yaml"
    text = path.read_text("utf-8")
    assert _OUTCOME in text
    path.write_text(text.replace(_OUTCOME, outcome), "utf-8")


@pytest.mark.parametrize("kind", ["annual", "history", "briefing"])
def test_an_outcome_known_from_a_report_is_no_quotation_in_any_paper(made_up: Path, kind: str) -> None:
    words = "agreed a made-up plan in three areas"
    _outcome_instead(
        made_up,
        f"outcome: {{reviewed: reviewed the past year, verb: agreed, words: {words}, grade: reported}}\n",
    )
    subject = {"annual": "2010", "history": "all", "briefing": "5"}[kind]
    text = text_of(_build(made_up, Order(kind, subject)))
    assert f"{words} (as reported by others)" in text
    assert f"“{words}" not in text
    assert "“reviewed the past year" not in text
    assert "No source read says that a plan was agreed or endorsed" not in text
    if kind == "annual":
        assert "agreed (as reported by others); three areas" in text


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("not-seen", "What was agreed is not in what was read of the sources"),
        ("not-noted", "What the sources have on this was not noted"),
        ("not-recorded", "This is not recorded"),
    ],
)
def test_why_no_outcome_is_on_record_is_told_with_its_note(made_up: Path, reason: str, said: str) -> None:
    _outcome_instead(made_up, f"outcome: {{unstated: {reason}, note: The made-up copy ends early.}}\n")
    text = text_of(_build(made_up, Order("annual", "2010")))
    assert re.search(rf"{said}[^.]*\. The made-up copy ends early\.", text), text
    assert "stands in the rest" not in text
