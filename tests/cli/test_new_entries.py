"""`new body`, `new source` and the like: an entry at the end of its list, and nothing else changed.

All names, titles and addresses entered here are made up.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner

from egci_reports.cli.asking import PromptedOption
from egci_reports.workspace import shipped
from tests.cli.conftest import Run

pytestmark = pytest.mark.slow

URL = "https://made-up.example/release"
NEW = {
    "bodies": (
        "made-up-lantern-guild",
        ["body", "Made-up Lantern Guild", "--side", "hong-kong", "--kind", "association"],
    ),
    "people": (
        "ada-madeup",
        ["person", "Dr Ada Madeup", "--side", "hong-kong", "--post", "Head of Lanterns"],
    ),
    "sources": (
        "mlg-2025-10-20",
        [
            "source",
            URL,
            "--title",
            "Lanterns: a talk",
            "--publisher",
            "Made-up Lantern Guild",
            "--date",
            "2025-10-20",
            "--language",
            "zh-Hant",
            "--read",
            "first-part",
        ],
    ),
    "agreements": (
        "made-up-accord-on-lanterns-2025",
        [
            "agreement",
            "Made-up Accord on Lanterns",
            "--date",
            "2025-10",
            "--level",
            "industry",
            "--scope",
            "context",
            "--source",
            "egci-page",
        ],
    ),
    "events": (
        "made-up-lantern-day-2025",
        [
            "event",
            "Made-up Lantern Day 2025",
            "--date",
            "2025-10-20",
            "--kind",
            "forum",
            "--scope",
            "context",
            "--source",
            "egci-page",
        ],
    ),
    "actions": (
        "19-01",
        [
            "action",
            "19",
            "Light a made-up lantern",
            "--owner",
            "DPO",
            "--due",
            "2026-03-31",
            "--paragraph",
            "paragraph 3",
        ],
    ),
}


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A workspace of one's own with the shipped records."""
    shutil.copytree(shipped("data"), tmp_path / "real" / "data")
    return tmp_path / "real"


def entries_of(path: Path) -> list[dict[str, object]]:
    return list(yaml.safe_load(path.read_text("utf-8")))


@pytest.mark.parametrize("name", NEW)
def test_an_entry_is_put_at_the_end_and_every_byte_before_it_stays(name: str, real: Path, run: Run) -> None:
    path = real / "data" / f"{name}.yaml"
    before = path.read_bytes() if path.exists() else b"# yaml-language-server: $schema=schema/actions.json\n"
    key, arguments = NEW[name]
    ran = run("new", *arguments, cwd=real)
    assert (ran.code, f"Begun: {key}." in ran.err) == (0, True), ran.err
    after = path.read_bytes()
    assert after.startswith(before + b"\n- id: " + key.encode() + b"\n")
    line = before.count(b"\n") + 2
    assert ran.out == f"{path}:{line}\n"
    assert entries_of(path)[-1]["id"] == key
    checked = run("check", cwd=real)
    assert checked.code == 0, checked.out


@pytest.mark.parametrize("name", NEW)
def test_the_same_entry_is_not_made_twice(name: str, real: Path, run: Run) -> None:
    _, arguments = NEW[name]
    assert run("new", *arguments, cwd=real).code == 0
    before = (real / "data" / f"{name}.yaml").read_bytes()
    ran = run("new", *arguments, cwd=real)
    assert ran.code == 2
    assert "is on record already" in ran.err
    assert "Nothing was written." in ran.err
    assert (real / "data" / f"{name}.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        (["body", "Made-up Guild", "--kind", "company"], "--side"),
        (["body", "Made-up Guild", "--side", "hong-kong"], "--kind"),
        (["person", "Ms Ada Madeup"], "--side"),
        (["source", URL, "--title", "A"], "--publisher"),
        (["agreement", "A", "--date", "2025", "--level", "industry", "--scope", "group"], "--source"),
        (["event", "A", "--kind", "forum", "--scope", "group", "--source", "egci-page"], "--date"),
        (["action", "19", "A", "--owner", "DPO", "--paragraph", "paragraph 1"], "--due"),
    ],
)
def test_without_a_terminal_the_option_that_is_missing_is_named(
    arguments: list[str], missing: str, real: Path, run: Run
) -> None:
    ran = run("new", *arguments, cwd=real)
    assert ran.code == 2
    assert f"Missing option '{missing}'" in ran.err
    assert run("check", cwd=real).code == 0


def test_at_a_terminal_what_is_missing_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command()
    @click.option(
        "--side", cls=PromptedOption, help="Where it belongs.", type=click.Choice(["north", "south"])
    )
    @click.option("--source", cls=PromptedOption, help="Sources.", multiple=True)
    def ask(side: str, source: tuple[str, ...]) -> None:
        click.echo(f"{side} {source}")

    monkeypatch.setattr("egci_reports.cli.asking._somebody_is_there", lambda: True)
    ran = CliRunner().invoke(ask, input="east\nsouth\none two\n")
    assert ran.stdout.splitlines()[-1] == "south ('one', 'two')"
    assert "Where it belongs (north, south)" in ran.stderr
    assert "'east' is not one of" in ran.stderr


def test_an_error_offers_the_command_and_the_command_mends_the_error(real: Path, run: Run) -> None:
    path = real / "data" / "agreements.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("parties: [hong-kong-wireless", "parties: [lantern-guild, hong-kong-wireless")
    )
    checked = run("check", cwd=real, columns=300)
    assert "egci-report new body 'NAME' --id lantern-guild" in checked.out
    arguments = ["Made-up Guild", "--id", "lantern-guild", "--side", "hong-kong", "--kind", "company"]
    assert run("new", "body", *arguments, cwd=real).code == 0
    assert run("check", cwd=real).code == 0


def test_what_check_finds_in_the_new_entry_is_told_at_once(real: Path, run: Run) -> None:
    arguments = ["--side", "hong-kong", "--post", "Head of Lanterns", "--body", "made-up-nowhere"]
    ran = run("new", "person", "Dr Ada Madeup", *arguments, cwd=real)
    assert ran.code == 1
    assert "error[C201] there is no body with the id 'made-up-nowhere'" in ran.err
    assert "Begun: ada-madeup." in ran.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["source", "made-up.example", "--title", "A", "--publisher", "B"], "error[R107]"),
        (["source", URL, "--title", "A", "--publisher", "B", "--date", "2025-13-40"], "error[R106]"),
        (["source", URL, "--title", " ", "--publisher", "B"], "error[R108]"),
        (["body", "燈籠", "--side", "hong-kong", "--kind", "company"], "no id can be made from '燈籠'"),
        (["body", "Made-up", "--id", "No Id", "--side", "joint", "--kind", "company"], "error[R107]"),
        (
            ["body", "Made-up", "--id", "digital-policy-office", "--side", "joint", "--kind", "company"],
            "U311",
        ),
        (["body", "dpo", "--side", "hong-kong", "--kind", "company"], "its id is digital-policy-office"),
        (["action", "99", "A", "--owner", "DPO", "--due", "2026-01-01", "--paragraph", "1"], "error[U315]"),
        (["action", "19", "A", "--owner", "19", "--due", "2026-01-01", "--paragraph", "1"], "error[U316]"),
    ],
)
def test_what_cannot_be_entered_is_refused_and_nothing_is_written(
    arguments: list[str], told: str, real: Path, run: Run
) -> None:
    before = {path: path.read_bytes() for path in real.rglob("*.yaml")}
    ran = run("new", *arguments, cwd=real, columns=300)
    assert ran.code == 2
    assert told in ran.err
    assert "Nothing was written." in ran.err
    assert {path: path.read_bytes() for path in real.rglob("*.yaml")} == before


def test_a_file_of_another_form_keeps_it(real: Path, run: Run) -> None:
    """Windows line ends, entries set in by two, and no line end after the last."""
    path = real / "data" / "actions.yaml"
    first = '  - {id: 19-01, source: "1", text: Made up, owner: digital-policy-office, due: 2026-01-01}'
    path.write_bytes(f"# Kept.\r\n{first}".encode())
    ran = run("new", *NEW["actions"][1], cwd=real)
    assert ran.code == 0, ran.err
    raw = path.read_bytes().decode()
    assert raw.startswith(f"# Kept.\r\n{first}\r\n\r\n  - id: 19-02\r\n    source: paragraph 3\r\n")
    assert raw.count("\n") == raw.count("\r\n")


def test_a_list_in_brackets_is_left_alone(real: Path, run: Run) -> None:
    path = real / "data" / "actions.yaml"
    path.write_text("[]\n", "utf-8")
    ran = run("new", *NEW["actions"][1], cwd=real)
    assert ran.code == 2
    assert "error[U326] the entry cannot be put at the end of actions.yaml" in ran.err
    assert path.read_text("utf-8") == "[]\n"


def test_records_that_cannot_be_read_are_not_added_to(real: Path, run: Run) -> None:
    path = real / "data" / "bodies.yaml"
    path.write_text(path.read_text("utf-8") + "\n- id: [\n", "utf-8")
    before = path.read_bytes()
    ran = run("new", *NEW["bodies"][1], cwd=real)
    assert ran.code == 1
    assert "bodies.yaml" in ran.err
    assert path.read_bytes() == before


@pytest.mark.parametrize(("side", "surname"), [("hong-kong", "Xiaojie"), ("guangdong", "Qu")])
def test_a_surname_stands_last_in_hong_kong_and_first_elsewhere(
    side: str, surname: str, made_up: Path, run: Run
) -> None:
    assert run("new", "person", "Ms Qu Xiaojie", "--side", side, cwd=made_up).code == 0
    person = entries_of(made_up / "data" / "people.yaml")[-1]
    assert (person["honorific"], person["name"], person["surname"]) == ("Ms", "Qu Xiaojie", surname)


def test_every_other_field_stands_in_a_comment_that_can_be_filled_in(real: Path, run: Run) -> None:
    assert run("new", *NEW["bodies"][1], "--tc", "造燈籠會", cwd=real).code == 0
    path = real / "data" / "bodies.yaml"
    text = path.read_text("utf-8")
    assert "    - name: {en: Made-up Lantern Guild, tc: 造燈籠會}\n" in text
    assert "      # short: ...  # Its abbreviation in English: DPO.\n" in text
    path.write_text(
        text.replace("      # short: ...", "      short: MLG").replace("# founded: ...", "founded: 1999")
    )
    assert run("check", cwd=real).code == 0
    assert "1999" in run("show", "MLG", cwd=real).out


def test_ids_are_unique_among_all_records(real: Path, run: Run) -> None:
    for name in ("agreement", "event"):
        more = ["--level", "industry"] if name == "agreement" else ["--kind", "forum"]
        common = ["--date", "2025", "--scope", "context", "--source", "egci-page", *more]
        assert run("new", name, "Made-up Lantern Day", *common, cwd=real).code == 0
    assert entries_of(real / "data" / "events.yaml")[-1]["id"] == "made-up-lantern-day-2025-2"


def test_without_a_workspace_nothing_is_begun(run: Run) -> None:
    ran = run("new", *NEW["bodies"][1])
    assert ran.code == 2
    assert "egci-report init" in ran.err


@pytest.mark.parametrize("what", ["agreements", "bodies", "events", "people"])
def test_a_source_that_is_not_on_record_is_refused_with_the_command_that_begins_it(
    run: Run, tmp_path: Path, what: str
) -> None:
    shutil.copytree(shipped("data"), tmp_path / "data")
    before = (tmp_path / "data" / f"{what}.yaml").read_bytes()
    ran = run("new", *NEW[what][1], "--source", "isd-2025-10-21", cwd=tmp_path)
    assert ran.code == 2
    assert "there is no source with the id 'isd-2025-10-21'" in ran.err
    assert "did you mean 'isd-2025-10-20'?" in ran.err
    assert "egci-report new source URL --id isd-2025-10-21" in " ".join(ran.err.split())
    assert (tmp_path / "data" / f"{what}.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new", "begin"),
    [
        ("    - office-of-the-com", "    - Lantern Guild # office-of-the-com", "new body 'Lantern Guild'"),
        ("person: tony-wong, verb", "person: Mr Ada Madeup, verb", "new person 'Mr Ada Madeup'"),
        ("sources: [egci-page]\n", "sources: [The Page]\n", "new source URL"),
    ],
)
def test_a_name_where_an_id_belongs_is_answered_with_the_command_that_begins_it(
    run: Run, tmp_path: Path, old: str, new: str, begin: str
) -> None:
    shutil.copytree(shipped("data"), tmp_path / "data")
    path = tmp_path / "data" / "meetings" / "19.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    ran = run("check", "meetings/19.yaml", cwd=tmp_path)
    assert "error[R107]" in ran.out
    assert f"begin it, and write its id here: egci-report {begin}" in " ".join(ran.out.split())


def test_nobody_is_called_mr_without_a_source_that_says_so(made_up: Path, run: Run) -> None:
    assert run("new", "person", "Qu Xiaojie", "--side", "guangdong", cwd=made_up).code == 0
    assert "honorific" not in entries_of(made_up / "data" / "people.yaml")[-1]
    assert "Mr" not in run("show", "qu-xiaojie", cwd=made_up).out


def test_the_day_on_which_a_source_has_a_name_is_given_when_the_body_is_begun(
    made_up: Path, run: Run
) -> None:
    begun = ("--side", "guangdong", "--kind", "department", "--seen", "2010-07-14")
    assert run("new", "body", "Made-up Delta Ferry Office", *begun, cwd=made_up).code == 0
    (name,) = entries_of(made_up / "data" / "bodies.yaml")[-1]["names"]
    assert [str(day) for day in name["seen"]] == ["2010-07-14"]
    assert run("check", cwd=made_up).code == 0
