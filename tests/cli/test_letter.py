"""`letter`: thanks, follow-up, invitation and reminders, to each whom one concerns and to nobody else."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.made_up_pack import made
from tests.papers import ROOT
from tests.parity import assert_same_words
from tests.readers import pdf, word

pytestmark = pytest.mark.slow

STEPS = """
timetable:
  - {step: invitation, when: 10 weeks before plenary}
  - {step: returns-due, when: 5 weeks before plenary}
  - {step: first-reminder, when: 1 working day after returns-due}
  - {step: second-reminder, when: 5 working days after returns-due}
  - {step: delegates-named, when: 4 weeks before plenary}
  - {step: briefs-due, when: 3 weeks before plenary}
  - {step: thanks, when: 3 working days after plenary}
  - {step: follow-up, when: 22 working days after plenary}
"""
SIGNAL, BUREAU = "made-up-signal-office", "made-up-development-bureau"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The made-up workspace before its 4th plenary; the return of the Development Bureau has not come."""
    root = tmp_path / "desk"
    shutil.copytree(made.workspace() / "data", root / "data")
    group = root / "data/group.yaml"
    group.write_text(group.read_text("utf-8") + STEPS, "utf-8")
    (root / f"data/returns/04/{BUREAU}.yaml").unlink()
    recipients = ", ".join(f"{{body: {body}}}" for body in (SIGNAL, BUREAU, "made-up-delta-department"))
    (root / "data/distribution.yaml").write_text(f"as_at: 2013-02-01\nrecipients: [{recipients}]\n", "utf-8")
    return root


def said(path: Path) -> str:
    """Return all that a reader finds in a letter, in one line."""
    blocks = (pdf if path.suffix == ".pdf" else word).blocks_of(path.read_bytes())
    lines = (" ".join([one.text, *(cell.text for row in one.rows for cell in row)]) for one in blocks)
    return " ".join(" ".join(lines).replace("\N{NO-BREAK SPACE}", " ").split())


def both(desk: Path, stem: str) -> list[str]:
    return [said(desk / f"reports/{stem}.{end}") for end in ("pdf", "docx")]


def stems(out: str) -> list[str]:
    return [Path(line).stem for line in out.split() if line.endswith(".pdf")]


def test_a_reminder_goes_to_who_is_late_alone_with_what_is_outstanding(run: Run, desk: Path) -> None:
    ran = run("letter", "reminder", "4", cwd=desk)
    assert (ran.code, stems(ran.out)) == (0, [f"reminder-4-for-{BUREAU}"]), ran.err
    for text in both(desk, f"reminder-4-for-{BUREAU}"):
        for part in (
            "Our memo of 1 March 2013 asked for your return by Tuesday, 2 April 2013. It has not reached us.",
            "The other department asked has answered in full.",
            "2.1 Count the buoys",
            "Wednesday, 3 April 2013",
            # the 4th of April was Ching Ming: the second reminder goes out on the 10th
            "Please send it by Tuesday, 9 April 2013.",
            "it does not go to Guangdong",
            "MUG/4/reminder",
            "Dora Made-Up, Made-up Secretary",
        ):
            assert part in text
        assert "Light the made-up quay" not in text
        assert "to be entered" not in text
    second = run("letter", "second-reminder", "4", "--to", "MDB", cwd=desk)
    assert stems(second.out) == [f"secondreminder-4-for-{BUREAU}"]
    assert "Head, Made-up Development Bureau" in both(desk, f"secondreminder-4-for-{BUREAU}")[0]


def test_who_is_not_late_gets_no_reminder(run: Run, desk: Path) -> None:
    ran = run("letter", "reminder", "4", "--to", SIGNAL, cwd=desk)
    assert (ran.code, ran.out) == (2, "")
    assert "error[U334]" in ran.err
    assert BUREAU in ran.err
    shutil.copy(made.workspace() / f"data/returns/04/{BUREAU}.yaml", desk / f"data/returns/04/{BUREAU}.yaml")
    ran = run("letter", "reminder", "4", cwd=desk)
    assert (ran.code, ran.out) == (0, "")
    assert "It concerns nobody now" in ran.err


def test_no_reminder_is_dated_before_anybody_is_late(run: Run, desk: Path) -> None:
    papers = desk / "data/papers"
    papers.mkdir(exist_ok=True)
    (papers / "reminder-4.yaml").write_text("dated: 2013-04-02\n", "utf-8")
    ran = run("letter", "reminder", "4", cwd=desk)
    assert (ran.code, "error[U333]" in ran.err) == (2, True)
    (papers / "reminder-4.yaml").write_text("dated: 2013-04-05\nreply_by: 2013-04-08\n", "utf-8")
    assert run("letter", "reminder", "4", cwd=desk).code == 0
    text = both(desk, f"reminder-4-for-{BUREAU}")[0]
    assert "Friday, 5 April 2013" in text
    assert "Please send it by Monday, 8 April 2013." in text


def test_a_follow_up_has_a_departments_own_items_and_actions_and_nobody_elses(run: Run, desk: Path) -> None:
    ran = run("letter", "follow-up", "3", cwd=desk)
    assert f"followup-3-for-{BUREAU}" in stems(ran.out)
    assert "followup-3-joint" in stems(ran.out)
    for text in both(desk, f"followup-3-for-{BUREAU}"):
        assert "2.1 Count the buoys" in text
        assert "01-02 Paint the made-up buoys" in text
        assert "Light the made-up quay" not in text
        assert "Name a contact for fog" not in text
        # 22 working days after the 9th of May, then 15 more
        assert "By Friday, 29 June 2012, please tell us:" in text
    for text in both(desk, "followup-3-joint"):
        assert "the wording of the two areas in Chinese and English" in text
        assert "01-02 Paint the made-up buoys" in text
        assert "Name a contact for fog" not in text


def test_an_invitation_names_day_and_place_to_departments_and_leaves_the_place_out_across(
    run: Run, desk: Path
) -> None:
    ran = run("letter", "invitation", "4", cwd=desk)
    assert {f"invitation-4-for-{SIGNAL}", "invitation-4-joint"} <= set(stems(ran.out))
    own = both(desk, f"invitation-4-for-{SIGNAL}")[0]
    assert "will be held on Wednesday, 8 May 2013, in Made-up Harbour City" in own
    assert "Please name your delegates by Wednesday, 10 April 2013" in own
    across = both(desk, "invitation-4-joint")[0]
    assert "Harbour City" not in across
    assert "exchange the lists of their delegates by Wednesday, 10 April 2013" in across


def test_a_letter_is_thanked_for_by_whom_it_came_from(run: Run, desk: Path) -> None:
    assert run("letter", "thanks", "3", "--to", SIGNAL, cwd=desk).code == 0
    text = both(desk, f"thanks-3-for-{SIGNAL}")[0]
    assert "Thank you for taking part in the 3rd Plenary Meeting of 9 May 2012." in text
    assert "listed at three of the three plenary meetings for which a list exists" in text


@pytest.mark.parametrize(("kind", "number"), [("thanks", "4"), ("invitation", "3"), ("reminder", "3")])
def test_letters_have_their_time(run: Run, desk: Path, kind: str, number: str) -> None:
    ran = run("letter", kind, number, cwd=desk)
    assert (ran.code, "error[U333]" in ran.err) == (2, True)


def test_what_is_not_entered_is_a_gap_in_a_draft_and_refuses_a_number(run: Run, desk: Path) -> None:
    group = desk / "data/group.yaml"
    text = group.read_text("utf-8")
    group.write_text(re.sub(r"^  (telephone|signatory): .*\n", "", text, flags=re.MULTILINE), "utf-8")
    assert run("letter", "reminder", "4", cwd=desk).code == 0
    assert all("[to be entered]" in text for text in both(desk, f"reminder-4-for-{BUREAU}"))
    ran = run("letter", "reminder", "4", "--edition", "1.0", cwd=desk)
    assert (ran.code, ran.out) == (6, "")
    for name in ("telephone", "signatory"):
        assert f"error[E615] the letter has no {name}" in ran.err
    assert not list((desk / "reports").glob("*1.0*"))
    group.write_text(text, "utf-8")
    assert run("letter", "reminder", "4", "--edition", "1.0", cwd=desk).code == 0
    group.write_text(text.replace(STEPS, ""), "utf-8")
    ran = run("letter", "reminder", "4", "--edition", "2.0", cwd=desk)
    assert "the letter has no date" in ran.err
    assert "the letter has no day for the answer" in ran.err


def test_the_memo_of_a_call_without_a_reference_has_no_number(run: Run, desk: Path) -> None:
    group = desk / "data/group.yaml"
    text = re.sub(r"^  reference: .*\n", "", group.read_text("utf-8"), flags=re.MULTILINE)
    group.write_text(text, "utf-8")
    assert run("call", "4", cwd=desk).code == 0
    assert "[to be entered]" in said(desk / "reports/call-4.pdf")
    ran = run("call", "4", "--edition", "1.0", cwd=desk)
    assert (ran.code, "the letter has no reference" in ran.err) == (6, True)


def test_letters_go_out_by_the_channels_and_ledger_of_copies(run: Run, desk: Path) -> None:
    ran = run("distribute", "reminder", "4", "--edition", "1.0", "--issue", cwd=desk)
    assert ran.code == 0, ran.err
    assert "Copy 1 of 1, Made-up Development Bureau: issued" in ran.err
    assert "Made-up Signal Office: the letter does not concern it" in ran.err
    assert run("who-has", f"reminder-4-for-{BUREAU}", cwd=desk).code == 0
    screen = run("timetable", "4", "--as-of", "2013-04-04", cwd=desk).err
    assert re.search(r"First reminder [^\n]*(\n +[^\n]*)? done", screen)
    again = run("distribute", "reminder", "4", "--edition", "1.0", "--issue", cwd=desk)
    assert "Issued now: 0." in again.err


def test_the_other_sides_letter_goes_to_the_other_side_and_a_departments_to_it(run: Run, desk: Path) -> None:
    ran = run("distribute", "follow-up", "3", "--issue", cwd=desk)
    assert ran.code == 0, ran.err
    gone = sorted(
        Path(line).name for line in ran.out.split() if "memo" not in line and "manifest" not in line
    )
    assert [name.split("_")[1] for name in gone] == [
        "followup-3-for-made-up-development-burea",
        "followup-3-for-made-up-signal-office",
        "followup-3-joint",
    ]
    assert "MadeupDelta" in gone[2]
    assert (
        "Made-up Pier Office: is to have one, and no entry of data/distribution.yaml gets it one" in ran.err
    )


def test_a_letter_says_nothing_of_what_came_after_the_day_on_which_it_goes_out(
    run: Run, tmp_path: Path
) -> None:
    root = tmp_path / "example"
    root.mkdir()
    assert run("init", "--example", ".", cwd=root).code == 0
    assert run("letter", "thanks", "3", "--to", "made-up-pier-office", cwd=root).code == 0
    for text in both(root, "thanks-3-for-made-up-pier-office"):
        assert "Monday, 14 November 2022" in text
        assert "listed at two of the three plenary meetings for which a list exists" in text


def test_a_note_of_supersession_comes_in_word_and_pdf_with_who_sends_it(run: Run, desk: Path) -> None:
    listed = "as_at: 2013-02-01\nrecipients: [{body: made-up-signal-office, papers: [annual]}]\n"
    (desk / "data/distribution.yaml").write_text(listed, "utf-8")
    assert run("distribute", "annual", "2012", "--issue", cwd=desk).code == 0
    group = desk / "data/group.yaml"
    group.write_text(group.read_text("utf-8").replace("short: MUG", "short: MUGHL"), "utf-8")
    ran = run("distribute", "annual", "2012", "--issue", cwd=desk)
    assert "Notes of supersession drafted: 1." in ran.err, ran.err
    (note,) = (desk / "reports").rglob("*_superseded.pdf")
    for part in ("MUG/annual-2012/draft/1", "0000 0001", "Dora Made-Up, Made-up Secretary"):
        assert part in said(note)
    assert_same_words(note.with_suffix(".docx").read_bytes(), note.read_bytes())


def test_a_follow_up_asks_the_department_what_sources_leave_open_about_it_and_nobody_else(
    run: Run, tmp_path: Path
) -> None:
    def asked(number: int, body: str) -> str:
        options = ("--to", body, "--format", "pdf", "--out", str(tmp_path))
        ran = run("letter", "follow-up", str(number), *options, cwd=ROOT)
        return said(Path(ran.out.strip()))

    customs = asked(20, "customs-and-excise-department")
    assert "7.42 million shipments, February 2022. It does not fit the over six million of 2018" in customs
    assert "which of the figures above is right, of which day, and what it counts;" in customs
    assert (
        "29 November 2010, by the Customs and Excise Department; “the trial … from 2012”, by another source"
        in customs
    )
    assert "which of the accounts above is right;" in customs
    others = asked(20, "innovation-and-technology-commission")
    assert not re.search("million shipments|Public sources|above is right", others)
    marine = asked(19, "marine-department")
    assert (
        "The words of an area of the plan: “improving the level of information exchange for customs "
        "clearance”; in another source “enhancing informatisation for cross-boundary customs clearance”."
    ) in marine
    assert "which words your Department holds to be the agreed ones" in marine
    assert "Public sources" not in asked(19, "joint")
