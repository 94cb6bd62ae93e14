"""`distribute`, `ledger`, `who-has`, and `verify` of copies: what an officer sees."""

from __future__ import annotations

import csv
import io
import json
import re
import socket
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.distribution.server import HOST, SENDER, Mailbox, serving, trusted

pytestmark = pytest.mark.slow

ANNUAL = ("distribute", "annual", "2008")


class Terminal(io.StringIO):
    """What somebody at a terminal types."""

    def isatty(self) -> bool:
        return True


def by_mail(root: Path) -> None:
    """Let the made-up ferry company get its copies by mail."""
    path = root / "data" / "distribution.yaml"
    text = path.read_text("utf-8")
    assert text.count("channel: draft") == 1
    path.write_text(text.replace("channel: draft", "channel: mail"), "utf-8")


def copies(root: Path) -> list[Path]:
    found = (root / "reports" / "distribution").rglob("*_Copy*")
    return sorted(path for path in found if not path.stem.endswith("_memo"))


def test_a_dry_run_says_who_would_get_what_and_who_not_and_why(made_up: Path, run: Run) -> None:
    ran = run(*ANNUAL, cwd=made_up)
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert re.match(r"Copy +Holder +By +To", lines[0])
    assert re.match(
        r"1 +Made-up Keeper of Signals, Made-up Signal +folder +MUG_annual-2008_draft-\w{8}_Copy01_MSO",
        lines[1],
    )
    assert any(
        re.match(r"2 +Made-up Harbour Office +zip +MUG_annual-2008_draft-\w{8}_", line) for line in lines
    )
    assert "Not issued" in ran.out
    assert "gets history papers only" in ran.out
    assert "Nothing was issued" in ran.err
    assert not (made_up / "reports").exists()
    assert not (made_up / "data" / "ledger.jsonl").exists()


def test_the_shipped_records_can_be_looked_at_and_not_issued(run: Run, tmp_path: Path) -> None:
    shown = run("distribute", "annual", "2023")
    assert shown.code == 0
    assert "Customs and Excise Department" in shown.out
    refused = run("distribute", "annual", "2023", "--issue")
    assert refused.code == 2
    assert "error[U201]" in refused.err
    assert list((tmp_path / "empty").iterdir()) == []


def test_issued_copies_are_listed_held_and_verified(made_up: Path, run: Run) -> None:
    ran = run(*ANNUAL, "--issue", cwd=made_up)
    assert ran.code == 0
    assert "Issued now: 3. Not issued: 0." in ran.err
    assert [Path(line).name for line in ran.out.splitlines()][-2:] == ["manifest.json", "manifest.pdf"]
    assert all((made_up / line).is_file() for line in ran.out.splitlines())
    held = run("who-has", "annual-2008", "draft", cwd=made_up)
    assert re.search(r"draft +internal +1 +Made-up Keeper of Signals, Made-up Signal .*in force", held.out)
    shown = run("ledger", cwd=made_up)
    assert len([line for line in shown.out.splitlines() if "annual-2008" in line]) == 3
    assert run("ledger", "verify", cwd=made_up).code == 0
    verified = run("verify", str(copies(made_up)[0]), cwd=made_up)
    assert verified.code == 0
    assert "GENUINE: as it was issued, byte for byte, and in force" in verified.out
    assert re.search(r"Holder +Made-up Keeper of Signals, Made-up Signal Office", verified.out)
    again = run(*ANNUAL, "--issue", cwd=made_up)
    assert again.code == 0
    assert "Issued now: 0." in again.err


def test_an_altered_copy_says_whose_it_was(made_up: Path, run: Run) -> None:
    run(*ANNUAL, "--issue", cwd=made_up)
    copy = copies(made_up)[0]
    copy.write_bytes(copy.read_bytes() + b"\n")
    ran = run("verify", str(copy), cwd=made_up)
    assert ran.code == 5
    assert "ALTERED since it was issued" in ran.out
    assert re.search(r"Holder +Made-up Keeper of Signals", ran.out)
    told = json.loads(run("verify", str(copy), "--json", cwd=made_up).out)
    assert (told[0]["standing"], told[0]["copy"]) == ("altered", 1)


def test_a_ledger_that_was_changed_is_told_at_its_line_and_nothing_goes_out(made_up: Path, run: Run) -> None:
    run(*ANNUAL, "--issue", cwd=made_up)
    ledger = made_up / "data" / "ledger.jsonl"
    ledger.write_bytes(ledger.read_bytes().replace(b"Made-up Harbour Office", b"Made-up Pirate's Offic"))
    ran = run("ledger", "verify", cwd=made_up)
    assert ran.code == 5
    assert "data/ledger.jsonl:2:1: error[V501]" in ran.out
    for command in (ANNUAL, (*ANNUAL, "--issue"), ("ledger",), ("who-has", "annual-2008")):
        ran = run(*command, cwd=made_up)
        assert ran.code == 5
        assert "data/ledger.jsonl:2:1: error[V501]" in ran.err


def test_an_empty_ledger_and_a_paper_that_never_went_out_are_told_in_words(made_up: Path, run: Run) -> None:
    assert "Nothing has been issued." in run("ledger", cwd=made_up).err
    ran = run("who-has", "annual-2024", cwd=made_up)
    assert ran.code == 2
    assert "no copy of 'annual-2024' went out" in ran.err
    run(*ANNUAL, "--issue", cwd=made_up)
    assert "did you mean annual-2008?" in run("who-has", "annual-2007", cwd=made_up).err
    assert "editions that did: draft" in run("who-has", "annual-2008", "1.0", cwd=made_up).err


def test_what_commands_tell_is_there_as_json_and_for_spreadsheets(made_up: Path, run: Run) -> None:
    planned = json.loads(run(*ANNUAL, "--json", cwd=made_up).out)
    assert [copy["copy"] for copy in planned["copies"]] == [1, 2, 3]
    issued = json.loads(run(*ANNUAL, "--issue", "--json", cwd=made_up).out)
    assert [len(copy["files"]) for copy in issued["issued"]] == [2, 1, 1]
    assert len(json.loads(run("ledger", "--json", cwd=made_up).out)) == 3
    assert [
        row["superseded"] for row in json.loads(run("who-has", "annual-2008", "--json", cwd=made_up).out)
    ] == [False] * 3
    assert run("ledger", "--csv", "ledger.csv", cwd=made_up).out == "ledger.csv\n"
    rows = list(csv.reader(io.StringIO((made_up / "ledger.csv").read_text("utf-8-sig"))))
    assert len(rows) == 4
    assert "Made-up Harbour Office" in rows[2]


def test_mail_needs_leave_a_server_and_a_sender(made_up: Path, run: Run) -> None:
    by_mail(made_up)
    ran = run(*ANNUAL, "--issue", cwd=made_up)
    assert ran.code == 0
    assert "Made-up Ferry Company: gets it by mail: add --send" in ran.err
    ran = run(*ANNUAL, "--issue", "--send", cwd=made_up)
    assert ran.code == 2
    assert "error[U404]" in ran.err


def test_a_message_of_unknown_fate_is_told_and_sent_again_only_on_an_answer(
    made_up: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_mail(made_up)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted(made_up)))
    mailbox = Mailbox(fault=lambda _to: "takes it and dies")
    with serving(mailbox) as server:
        where = ("--server", f"smtp://localhost:{server.port}", "--sender", SENDER)
        send = (*ANNUAL, "--issue", "--send", *where)
        ran = run(*send, cwd=made_up)
        assert ran.code == 4
        assert "nobody knows whether it arrived" in ran.err
        assert "--arrived 3 or --lost 3" in ran.err
        mailbox.fault = lambda _to: None
        assert run(*send, cwd=made_up).code == 4
        assert "Not known to have arrived" in run(*ANNUAL, cwd=made_up).out
        assert "not known to have arrived" in run("who-has", "annual-2008", cwd=made_up).out
        assert len(mailbox.messages) == 1
        monkeypatch.setattr("sys.stdin", Terminal("perhaps\nunknown\n"))
        ran = run(*send, cwd=made_up)
        assert ran.code == 4
        assert "Copy 3, Made-up Ferry Company" in ran.err
        assert "has it arrived?" in ran.err
        assert len(mailbox.messages) == 1
        monkeypatch.setattr("sys.stdin", io.StringIO())
        ran = run(*send, "--arrived", "3", cwd=made_up)
        assert ran.code == 0
        assert "said to have arrived" in ran.err
        assert run(*send, "--lost", "3", cwd=made_up).code == 0
        assert len(mailbox.messages) == 1


def test_the_password_is_taken_from_the_environment_or_asked_for_and_never_shown(
    made_up: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_mail(made_up)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted(made_up)))
    monkeypatch.setenv("EGCI_SMTP_SERVER", "smtp://localhost:1")
    monkeypatch.setenv("EGCI_SMTP_SENDER", SENDER)
    monkeypatch.setenv("EGCI_SMTP_USER", "clerk")
    monkeypatch.delenv("EGCI_SMTP_PASSWORD", raising=False)
    ran = run(*ANNUAL, "--issue", "--send", cwd=made_up)
    assert ran.code == 2
    assert "error[U408]" in ran.err
    monkeypatch.setenv("EGCI_SMTP_PASSWORD", "made-up-secret-4711")
    ran = run(*ANNUAL, "--issue", "--send", "--debug", cwd=made_up)
    assert ran.code == 4
    assert "made-up-secret" not in ran.out + ran.err
    assert not [path for path in made_up.rglob("*") if path.is_file() and b"secret-4711" in path.read_bytes()]


@pytest.mark.parametrize("more", [(), ("--issue",), ("--edition", "1.0")])
def test_an_internal_paper_for_the_guangdong_side_is_refused_by_name_and_line(
    made_up: Path, run: Run, more: tuple[str, ...]
) -> None:
    path = made_up / "data" / "distribution.yaml"
    internal = "papers: [{paper: annual, audience: internal}]"
    path.write_text(path.read_text("utf-8").replace("papers: [history]", internal), "utf-8")
    for command in (("check",), (*ANNUAL, *more)):
        ran = run(*command, cwd=made_up)
        said = " ".join((ran.out + ran.err).split())
        assert ran.code == 1
        assert "data/distribution.yaml:16:14: error[C296]" in said
        assert "the annual paper for internal readers cannot go to made-up-delta-lamp-department" in said
    assert not (made_up / "reports").exists()


def test_each_side_gets_the_paper_that_was_made_for_it_by_one_command(made_up: Path, run: Run) -> None:
    path = made_up / "data" / "distribution.yaml"
    text = path.read_text("utf-8").replace("papers: [history]", "papers: [annual]")
    path.write_text(text.replace("channel: mail", "channel: zip"), "utf-8")
    ran = run(*ANNUAL, "--issue", cwd=made_up)
    assert ran.code == 0
    held = run("who-has", "annual-2008", cwd=made_up)
    assert re.search(r"draft +internal +1 +Made-up Keeper of Signals", held.out)
    assert re.search(r"draft +joint +1 +Made-up Delta Department of Light", held.out)
    (joint,) = (made_up / "reports" / "distribution").glob("annual-2008-joint-*")
    assert json.loads((joint / "manifest.json").read_text("utf-8"))["audience"] == "joint"
    assert [one.suffix for one in joint.glob("*Copy*")] == [".zip"]
    with zipfile.ZipFile(next(joint.glob("*.zip"))) as package:
        package.extractall(made_up / "got")
    (copy,) = (one for one in (made_up / "got").iterdir() if not one.stem.endswith("_memo"))
    verified = run("verify", str(copy), cwd=made_up)
    assert "GENUINE" in verified.out
    assert re.search("Made for +both sides", verified.out)
    copy.write_bytes(copy.read_bytes() + b"\n")
    altered = run("verify", str(copy), cwd=made_up)
    assert re.search("Holder +Made-up Delta Department of Light", altered.out)


def test_departments_get_their_part_of_a_briefing_and_a_named_post_the_whole(made_up: Path, run: Run) -> None:
    path = made_up / "data" / "distribution.yaml"
    whole = (
        "post: Made-up Keeper of Signals\n    papers: [{paper: briefing, audience: internal, reason: Leads}]"
    )
    path.write_text(path.read_text("utf-8").replace("post: Made-up Keeper of Signals", whole), "utf-8")
    plans = json.loads(run("distribute", "briefing", "4", "--json", cwd=made_up).out)
    got = [(one["for"], [copy["holder"] for copy in one["copies"]]) for one in plans]
    assert got == [
        ("internal", ["Made-up Keeper of Signals, Made-up Signal Office"]),
        ("made-up-harbour-office", ["Made-up Harbour Office"]),
        ("made-up-ferry-company", ["Made-up Ferry Company"]),
    ]
    ran = run("distribute", "briefing", "4", "--for", "joint", cwd=made_up)
    assert (ran.code, "error[U409]" in ran.err) == (2, True)


def test_an_unknown_kind_and_an_unknown_recipient_are_told_with_the_known_ones(
    made_up: Path, run: Run
) -> None:
    ran = run("distribute", "anual", "2008", cwd=made_up)
    assert ran.code == 2
    assert "annual" in ran.err
    ran = run(*ANNUAL, "--without", "made-up-harbor-office", cwd=made_up)
    assert ran.code == 2
    assert "did you mean made-up-harbour-office?" in ran.err


def test_one_answer_cannot_be_both(made_up: Path, run: Run) -> None:
    ran = run(*ANNUAL, "--issue", "--arrived", "3", "--lost", "3", cwd=made_up)
    assert ran.code == 2
    assert "cannot both" in ran.err


def test_a_port_that_refuses_is_told_as_that_and_send_is_not_blamed(
    made_up: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_mail(made_up)
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    arguments = ("--issue", "--send", "--server", f"smtp://{HOST}:{port}", "--sender", SENDER)
    ran = run(*ANNUAL, *arguments, cwd=made_up)
    assert ran.code == 4
    said = " ".join(ran.err.split())
    assert f"{HOST}:{port} cannot be reached (Connection refused)" in said
    assert "--send" not in said
