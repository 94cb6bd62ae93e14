"""A name where an id belongs is answered with the id, and a bad address with what is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import egci_reports.records
from egci_reports.records.form_hints import day_meant
from egci_reports.records.load import read_records

RECORDS = Path(egci_reports.records.__file__).parent


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Made-up Lamp Office", "made-up-lamp-office"),
        ("the  MADE-UP lamp office", "made-up-lamp-office"),
        ("MULO", "made-up-lamp-office"),
        ("虛構燈", "made-up-lamp-office"),
        ("Lamps and Co", "made-up-lamp-office"),
        ("An old name", "made-up-lamp-office"),
    ],
)
def test_a_name_is_answered_with_its_id(made_up: Path, name: str, key: str) -> None:
    bodies = made_up / "data" / "bodies.yaml"
    bodies.write_text(
        "- id: made-up-lamp-office\n  side: hong-kong\n  kind: department\n"
        "  aliases: [Lamps and Co]\n  names:\n"
        "    - {name: An old name, ends: 2000}\n"
        "    - {name: {en: Made-up Lamp Office, tc: 虛構燈}, short: MULO, starts: 2001}\n",
        "utf-8",
    )
    group = made_up / "data" / "group.yaml"
    group.write_text(
        group.read_text("utf-8").replace("parent: made-up-conference", f"parent: {name}"), "utf-8"
    )
    found = [one for one in read_records(made_up / "data").findings if one.code == "R107"]
    assert [(one.hint, one.position.file if one.position else None) for one in found] == [
        (f"write: {key}", "data/group.yaml")
    ]


def test_a_name_of_two_is_answered_with_both(made_up: Path) -> None:
    people = made_up / "data" / "people.yaml"
    text = people.read_text("utf-8").replace("surname: Made-Up", "surname: Made-Up\n  aliases: [B. Twice]", 1)
    people.write_text(text + "  aliases: [B. Twice]\n", "utf-8")
    meeting = made_up / "data" / "meetings" / "02.yaml"
    meeting.write_text(meeting.read_text("utf-8").replace("ben-invented", "B. Twice"), "utf-8")
    hints = [one.hint for one in read_records(made_up / "data").findings]
    assert hints == ["write: ada-made-up or cleo-invented"]


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("José Made-Up <a@made-up.example>", "a name stands with the address"),
        ("a@made-up.example, b@made-up.example", "this looks like more than one address"),
        ("a@made-up.example;b", "this looks like more than one address"),
        ('"a@made-up.example "', "a blank stands before or after it"),
        ("made-up.example", "it has no @"),
        ("a b@made-up.example", "there is a blank in it"),
        ("josé@made-up.example", "mail takes no 'é' in an address"),
        ('"@made-up.example"', "nothing stands before the @"),
        ("a@", "nothing stands after the @"),
        ("a..b@made-up.example", "a full stop stands where none may"),
        ("a(b)@made-up.example", "it holds a mark that mail does not take"),
    ],
)
def test_a_bad_address_is_told_what_is_wrong(made_up: Path, address: str, what: str) -> None:
    path = made_up / "data" / "distribution.yaml"
    text = path.read_text("utf-8").replace("ferries@made-up.example", address)
    path.write_text(text, "utf-8")
    found = [one for one in read_records(made_up / "data").findings if one.code == "R107"]
    assert [one.hint for one in found] == [f"{what}; write one plain address, name@department.example"]


def test_every_pattern_of_a_field_says_what_to_write_instead() -> None:
    bare = re.compile(r"(?:StringConstraints|Field)\([^)]*\bpattern=")
    told = [path.name for path in sorted(RECORDS.rglob("*.py")) if bare.search(path.read_text("utf-8"))]
    assert told == [], "give the field a TextForm (records/text_form.py), which has a hint"


@pytest.mark.parametrize(
    ("file", "right", "wrong", "hint"),
    [
        ("sources.yaml", "https://made-up.example/group", "made-up.example", "write the whole address, beg"),
        ("distribution.yaml", "code: MUHO", "code: MUHO!", "write letters and figures only, twenty at most"),
    ],
)
def test_a_text_without_its_form_is_answered_with_the_form(
    made_up: Path, file: str, right: str, wrong: str, hint: str
) -> None:
    path = made_up / "data" / file
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong), "utf-8")
    found = [one for one in read_records(made_up / "data").findings if one.code == "R107"]
    assert [str(one.hint).startswith(hint) for one in found] == [True]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("20 October 2025", "2025-10-20"),
        ("20th Oct. 2025", "2025-10-20"),
        ("October 20, 2025", "2025-10-20"),
        ("20-10-2025", "2025-10-20"),
        ("5/6/2025", "2025-06-05"),
        ("2025/10/2", "2025-10-02"),
        ("2025-1-2", "2025-01-02"),
        ("31 June 2025", None),
        ("20 Brumaire 2025", None),
        ("last Monday", None),
        ("2025", None),
    ],
)
def test_a_day_in_another_form_is_answered_with_the_form_it_takes(written: str, meant: str | None) -> None:
    assert day_meant(written) == meant
