"""`clear` and what follows from it: a clearance is of words, and falls with them."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.loading import load_records
from tests.made_up_pack import made
from tests.readers import word

pytestmark = pytest.mark.slow

OFFICER = ("--by", "The Made-up Deputy, MSO", "--on", "2013-04-26")
BRIEF = "briefs/04/brief-1.yaml"
RETURN = "returns/04/made-up-signal-office.yaml"
TEXTS = """# MADE UP: an officer's own words.
texts:
  # for everybody
  - section: summary
    text: |
      MARKER-OWN The quay was lit.

      - by day
    author: The Made-up Secretary
    date: 2013-04-01  # a Monday
    audience: public
  - {section: plan, text: MARKER-PLAN Count again., author: The Made-up Secretary, date: 2013-04-01}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the made-up workspace with a whole pack, in which everything is cleared that can be."""
    return shutil.copytree(made.workspace(), tmp_path / "pack")


def text_of(root: Path, name: str) -> str:
    return (root / "data" / name).read_bytes().decode()


def change(root: Path, name: str, old: str, new: str) -> None:
    text = text_of(root, name)
    assert old in text
    (root / "data" / name).write_bytes(text.replace(old, new).encode())


def own_texts(root: Path) -> None:
    (root / "data" / "papers").mkdir()
    (root / "data" / "papers" / "annual-2012.yaml").write_text(TEXTS, "utf-8")


def waiting(run: Run, root: Path, *which: str) -> dict[str, str]:
    found: Any = json.loads(run("clear", *which, "--json", cwd=root).out)
    return {f"{one['kind']} {one['which']} {one['name']}": one["state"] for one in found}


# -- what is entered ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "file"),
    [
        (("brief", "4", "1"), BRIEF),
        (("pack", "4", "run-down"), "briefs/04/pack.yaml"),
        (("pack", "04", "run_down"), "briefs/04/pack.yaml"),
        (("pack", "4", "lines for the press"), "briefs/04/pack.yaml"),
        (("pack", "4", "further-1"), "briefs/04/pack.yaml"),
        (("return", "4", "MSO"), RETURN),
        (("return", "4", "Signal Office"), RETURN),
    ],
)
def test_the_line_alone_changes_and_a_second_time_nothing(
    run: Run, root: Path, names: tuple[str, ...], file: str
) -> None:
    before = text_of(root, file)
    ran = run("clear", *names, *OFFICER, cwd=root)
    assert ran.code == 0, ran.err
    after = text_of(root, file)
    changed = [
        (old, new) for old, new in zip(before.splitlines(), after.splitlines(), strict=True) if old != new
    ]
    ((old, new),) = changed
    assert new.strip() == re.sub(
        r"by: .*, on: [-\d]+", 'by: "The Made-up Deputy, MSO", on: 2013-04-26', old.strip()
    )
    again = run("clear", *names, *OFFICER, cwd=root)
    assert (again.code, again.out) == (0, "")
    assert "nothing was written" in again.err
    assert text_of(root, file) == after
    assert waiting(run, root, names[0], names[1]) == {}


def test_an_officers_text_is_cleared_by_its_section_or_its_place(run: Run, root: Path) -> None:
    own_texts(root)
    assert waiting(run, root, "paper") == {
        "paper annual-2012 1": "not cleared",
        "paper annual-2012 2": "not cleared",
    }
    assert run("clear", "paper", "annual", "2012", "summary", *OFFICER, cwd=root).code == 0
    assert run("clear", "paper", "annual-2012", "2", *OFFICER, cwd=root).code == 0
    first, second = load_records(root / "data").papers["annual-2012"].texts
    assert first.is_cleared
    assert second.is_cleared
    text = text_of(root, "papers/annual-2012.yaml")
    assert "    date: 2013-04-01  # a Monday\n    cleared: {by: " in text
    assert "date: 2013-04-01, cleared: {by: " in text
    assert re.sub(r"(\n    |, )cleared: \{.*?\}", "", text) == TEXTS


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "BOM"])
@pytest.mark.parametrize(
    "cleared",
    [
        "",
        "cleared_by: A Made-up Master # of directorate rank\n",
        "cleared: {by: A Made-up Master, on: 2013-03-31} # by hand\n",
        "cleared:\n  on: 2013-03-31 # the last of the month\n  # who\n  by: A Made-up Master\n",
    ],
    ids=["new", "name", "braces", "block"],
)
def test_everything_else_in_the_file_stays_byte_for_byte(
    run: Run, root: Path, cleared: str, mark: str, end: str
) -> None:
    text = re.sub(r"cleared: \{.*\}\n", cleared, text_of(root, RETURN)) + "# the end, without a line end"
    (root / "data" / RETURN).write_bytes((mark + text).replace("\n", end).encode())
    before = text_of(root, RETURN)
    assert (
        run("clear", "return", "4", "MSO", "--by", "A Made-up Master", "--on", "2013-03-31", cwd=root).code
        == 0
    )
    after = text_of(root, RETURN)
    assert [one.is_cleared for one in load_records(root / "data").returns_for(4)] == [True, True]
    if not cleared:
        assert re.sub(r"cleared: \{.*\}\r?\n", "", after) == before
    elif cleared.startswith("cleared_by"):
        was = re.sub(r"cleared: \{.*\}", "cleared_by: A Made-up Master", after)
        assert was == before
    else:
        assert re.sub(r"(, |\r?\n  )fingerprint: [0-9a-f]{12}", "", after) == before


# -- what is refused ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("brief", "4", "3", *OFFICER), "to be cleared there: 1, 2"),
        (("brief", "5", "1", *OFFICER), "nothing of brief 5 is written yet"),
        (("pack", "4", "weather", *OFFICER), "to be cleared there: steering, run-down, agenda"),
        (("return", "4", "customs", *OFFICER), "made-up-signal-office"),
        (("return", "4", "made-up", *OFFICER), "may mean more than one"),
        (("paper", "annual-2031", "summary", *OFFICER), "nothing of paper annual-2031 is written yet"),
        (
            ("brief", "4", "1", "--by", "X", "--on", "2013-04-21"),
            "is of 2013-04-22, and cannot have been cleared",
        ),
        (("return", "4", "MSO", "--by", "X", "--on", "2013-03-30"), "is of 2013-03-31"),
        (("brief", "4", "1"), "say who cleared it, and when"),
        (("brief", "4", "1", "--by", " ", "--on", "2013-04-26"), "say who cleared it, and when"),
        (("brief", "4", "1", "--by", "X", "--on", "26 April"), "is no day"),
        (("brief", "4", *OFFICER), "say what was cleared"),
        (("brief", "four", "1", *OFFICER), "is no number of a plenary"),
        (("letter", "4", "1", *OFFICER), "write return, brief, pack, paper"),
        (("brief", "4", "1", "--by", "A\u200bB", "--on", "2013-04-26"), "cannot stand in a record"),
        (("brief", "4", "1", "--by", "\u0662", "--on", "2013-04-26"), "cannot stand in a record"),
        (("brief", "4", "1", "--by", "x" * 500, "--on", "2013-04-26"), "is longer than 200 characters"),
    ],
)
def test_what_cannot_be_cleared_is_told_with_what_can_and_nothing_is_written(
    run: Run, root: Path, arguments: tuple[str, ...], told: str
) -> None:
    before = {path: path.read_bytes() for path in (root / "data").rglob("*.yaml")}
    ran = run("clear", *arguments, cwd=root, columns=400)
    assert ran.code == 2
    assert told in ran.err
    assert {path: path.read_bytes() for path in (root / "data").rglob("*.yaml")} == before


def test_of_several_names_all_are_cleared_or_none(run: Run, root: Path) -> None:
    before = text_of(root, "briefs/04/pack.yaml")
    assert run("clear", "pack", "4", "opening", "weather", *OFFICER, cwd=root).code == 2
    assert text_of(root, "briefs/04/pack.yaml") == before
    assert run("clear", "pack", "4", "opening", "closing", *OFFICER, cwd=root).code == 0
    assert text_of(root, "briefs/04/pack.yaml").count("The Made-up Deputy, MSO") == 2


def test_without_a_workspace_it_is_refused(run: Run) -> None:
    assert "error[U201]" in run("clear", "brief", "20", "3", *OFFICER).err


# -- what a change of words does ---------------------------------------------------------------------------


def test_a_changed_word_is_told_everywhere_and_refuses_the_number(run: Run, root: Path) -> None:
    change(root, BRIEF, "in equal halves", "in unequal halves")
    line = next(n for n, one in enumerate(text_of(root, BRIEF).splitlines(), 1) if one.startswith("cleared"))
    checked = run("check", cwd=root, columns=200)
    assert checked.code == 0
    assert (
        f"data/{BRIEF}:{line}:10: warning[C316] these words have changed since they were cleared"
        in checked.out
    )
    assert "egci-report clear brief 4 1 --by POST --on YYYY-MM-DD" in checked.out
    assert "plenary 4, brief 1: written and changed since the clearance" in run("status", cwd=root).out
    assert waiting(run, root) == {
        "return 3 made-up-development-bureau": "not cleared",
        "brief 4 1": "changed since the clearance",
    }
    assert run("briefing", "4", "--marking", "RESTRICTED", cwd=root).code == 0
    draft = word.blocks_of((root / "reports" / "briefing-4.docx").read_bytes())
    told = " ".join(f"{block.text} {block.rows}" for block in draft).replace("\u00a0", " ")
    assert "A Made-up Clerk, Made-up Signal Office on 22 April 2013; to be cleared again" in told
    assert "Written; to be cleared again" in told, "the checklist says so too"
    ran = run("briefing", "4", "--marking", "RESTRICTED", "--edition", "1.0", cwd=root, columns=200)
    assert ran.code == 6
    assert (
        f"data/{BRIEF}:{line}:10: error[E606] an officer's words are changed since the clearance: brief 1"
        in ran.err
    )
    assert not (root / "reports" / "briefing-4-1.0.pdf").exists()
    assert run("clear", "brief", "4", "1", *OFFICER, cwd=root).code == 0
    assert run("briefing", "4", "--marking", "RESTRICTED", "--edition", "1.0", cwd=root).code == 0


@pytest.mark.parametrize(
    ("file", "old", "new", "is_void"),
    [
        (BRIEF, "author: A Made-up Clerk", "author: Z Made-up Clerk", False),
        (BRIEF, "date: 2013-04-22", "date: 2013-04-23", False),
        (BRIEF, "objective: MARKER-SIGNAL", "objective: |\n  MARKER-SIGNAL", False),
        (BRIEF, "OBJECTIVE The Delta side agrees", "OBJECTIVE The\n  Delta   side agrees", False),
        (BRIEF, "minutes: 30", "minutes: 31", True),
        (BRIEF, "The glass was not insured.", "The glass was not insured", True),
        (BRIEF, "lead: made-up-signal-office", "lead: made-up-pier-office", True),
        (RETURN, "prepared_by: A", "prepared_by: Z", False),
        (RETURN, "may_be_exchanged: true", "may_be_exchanged: false", True),
        (RETURN, "may_be_exchanged: true", "may_be_exchanged: true\n    may_be_published: true", True),
        (RETURN, 'value: "4"', 'value: "5"', True),
        (RETURN, "new_date: 2013-08", "new_date: 2013-09", True),
        ("briefs/04/pack.yaml", "agreed_on: 2013-04-19", "agreed_on: 2013-04-20", False),
        ("briefs/04/pack.yaml", "bodies: [made-up-pier-office]", "bodies: []", True),
    ],
)  # fmt: skip
def test_the_words_count_and_who_reads_them_and_nothing_else(
    run: Run, root: Path, file: str, old: str, new: str, is_void: bool
) -> None:
    change(root, file, old, new)
    assert "changed since the clearance" in str(waiting(run, root)) or not is_void
    assert is_void or "changed since the clearance" not in str(waiting(run, root))


def test_a_clearance_moved_to_another_brief_clears_nothing(run: Run, root: Path) -> None:
    mine, other = text_of(root, BRIEF), "briefs/04/brief-2.yaml"
    moved = mine.replace("area: 1", "area: 2")
    (root / "data" / other).write_bytes(moved.encode())
    assert waiting(run, root, "brief") == {"brief 4 2": "changed since the clearance"}


# -- what goes off the Hong Kong side ----------------------------------------------------------------------


def report(root: Path, run: Run, audience: str, edition: str = "draft") -> tuple[int, str]:
    ran = run("annual", "2012", "--for", audience, "--edition", edition, cwd=root, columns=200)
    stem = f"annual-2012-{audience}{'' if edition == 'draft' else f'-{edition}'}"
    path = root / "reports" / f"{stem}.docx"
    return ran.code, ran.err + str(
        [b.text for b in word.blocks_of(path.read_bytes())] if path.exists() else ""
    )


@pytest.mark.parametrize("audience", ["joint", "public"])
def test_a_text_goes_off_this_side_in_the_words_that_were_cleared_and_in_no_others(
    run: Run, root: Path, audience: str
) -> None:
    own_texts(root)
    assert "MARKER-OWN" not in report(root, run, audience)[1]
    run("clear", "paper", "annual-2012", "summary", *OFFICER, cwd=root)
    shown = report(root, run, audience)[1]
    assert "MARKER-OWN" in shown
    assert "cleared" not in shown
    assert "MARKER-PLAN" not in shown
    change(root, "papers/annual-2012.yaml", "was lit", "was not lit")
    assert "MARKER-OWN" not in report(root, run, audience)[1]
    code, told = report(root, run, audience, "1.0")
    assert code == 6
    assert "an officer's text on summary is changed since the clearance, and this paper leaves it out" in told


def test_what_a_return_released_is_held_back_once_it_has_changed(run: Run, root: Path) -> None:
    change(root, "returns/03/made-up-signal-office.yaml", "Every lamp", "Nearly every lamp")
    code, told = report(root, run, "joint")
    assert code == 0
    assert "lamp of the made-up pier" not in told
    code, told = report(root, run, "joint", "1.0")
    assert code == 6
    assert "the return of Made-up Signal Office is changed since the clearance" in told


def test_on_this_side_a_draft_says_how_a_text_is_cleared_and_a_number_waits(run: Run, root: Path) -> None:
    own_texts(root)
    told = report(root, run, "internal")
    path = root / "reports" / "annual-2012.docx"
    notes = [b.text for b in word.blocks_of(path.read_bytes()) if "The Made-up Secretary, 1" in b.text]
    assert [note.endswith("; not yet cleared") for note in notes] == [True, True], told
    ran = run("annual", "2012", "--edition", "1.0", cwd=root, columns=200)
    assert ran.code == 6
    assert (
        "data/papers/annual-2012.yaml:4:5: error[E606] an officer's text on summary is not cleared" in ran.err
    )
