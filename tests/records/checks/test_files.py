"""What YAML reads otherwise than it looks is told at its place; what looks like it and is sound is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from egci_reports.records.checks import check_records
from egci_reports.records.load import read_records
from tests.records.checks.planting import Mistake, findings, place, plant

WORDS = "agreed to enhance co-operation in the two areas"
MEETING = "meetings/01.yaml"
TWO = "meetings/02.yaml"
ODD = [
    Mistake("a number sign", MEETING, f"words: {WORDS}", "words: Buoy #7 and lamp #3 are lit", "Y201", "#7"),
    Mistake("a lone number sign", MEETING, f"words: {WORDS}", "words: Buoy # 7 is lit", "Y201", "# 7"),
    Mistake("a number sign far off", MEETING, f"words: {WORDS}", "words: buoys  #7", "Y201", "#7"),
    Mistake(
        "a number sign on a later line",
        MEETING,
        f"words: {WORDS}",
        "words: Buoys and\n    lamp #3",
        "Y201",
        "#3",
    ),
    Mistake(
        "a number sign in a list",
        TWO,
        "focus: [bright paint]",
        "focus:\n    - bright paint #2",
        "Y201",
        "#2",
    ),
    Mistake(
        "marks that swallow",
        TWO,
        "hedge: such as\n  frame: Made-up Framework",
        "hedge: 'such as\n  frame: Made-up'",
        "Y202",
        "'such",
    ),
    Mistake(
        "an entry too deep",
        TWO,
        "focus: [bright paint]",
        "focus:\n    - bright paint\n      - dark paint",
        "Y203",
        "- dark",
    ),
    Mistake("curly marks", TWO, "frame: Made-up Framework", "frame: “Made-up Framework”", "Y204", "“Made"),
    Mistake("straight marks", TWO, "frame: Made-up Framework", "frame: '\"Made-up\"'", "Y204", "'\"Made"),
    Mistake("Chinese marks", MEETING, WORDS, "「燈」", "Y204", "「"),
    Mistake(
        "a blank at the end", "people.yaml", "name: Ben Invented", 'name: "Ben Invented "', "Y205", ' "\n'
    ),
    Mistake("a blank before", "people.yaml", "name: Ben Invented", 'name: " Ben"', "Y205", ' Ben"'),
    Mistake("two blanks", "people.yaml", "name: Ben Invented", "name: Ben  Invented", "Y205", "  Invented"),
    Mistake(
        "a blank that stays", "people.yaml", "name: Ben Invented", "name: Ben\u00a0Invented", "Y205", "\u00a0"
    ),
]


def _of_files(root: Path) -> list[str]:
    return [f"{one.code} {one.position}" for one in findings(root) if one.code.startswith("Y2")]


@pytest.mark.parametrize("mistake", ODD, ids=str)
def test_it_is_told_at_its_place(made_up: Path, mistake: Mistake) -> None:
    original = plant(made_up, mistake)
    file, line, column = place(made_up, mistake, original)
    found = [one for one in findings(made_up) if one.code.startswith("Y2")]
    assert [f"{one.code} {one.position}" for one in found] == [f"{mistake.code} {file}:{line}:{column}"]
    assert not found[0].is_error
    assert found[0].hint
    assert found[0].source == (made_up / file).read_text("utf-8").split("\n")[line - 1]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (MEETING, f"words: {WORDS}", f"words: {WORDS}  # a comment"),
        (MEETING, f"words: {WORDS}", f'words: "{WORDS} #7"'),
        (MEETING, f"words: {WORDS}", "words: >\n    Buoy #7\n    and lamp #3"),
        (MEETING, f"words: {WORDS}", "words: Buoy#7 and C# are lit"),
        (MEETING, "number: 1\n", "number: 1 # one\n"),
        (MEETING, f"words: {WORDS}", "words: “one” and “two”"),
        (MEETING, f"words: {WORDS}", "words: 'lamps and\n    buoys'"),
        (MEETING, f"words: {WORDS}", "words: lamps -\n    buoys - ferries"),
        (TWO, "    reason: a letter is missing", "    reason: a  letter is missing"),
        ("people.yaml", "name: Ben Invented", "name: 'Ben Invented'"),
    ],
)
def test_what_is_sound_is_not_told(made_up: Path, file: str, old: str, new: str) -> None:
    plant(made_up, Mistake("sound", file, old, new, "", ""))
    assert _of_files(made_up) == []


def test_the_real_records_and_what_the_program_begins_are_sound(made_up: Path) -> None:
    real = read_records(Path(__file__).parents[3] / "data")
    assert [one for one in check_records(real) if one.code.startswith("Y2")] == []
    assert _of_files(made_up) == []
