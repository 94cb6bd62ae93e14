"""Copies of a paper for both sides, by every channel: nothing reaches a holder that is not theirs to read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from egci_reports.app.papers.order import Order
from egci_reports.distribution.editions import begin_all
from egci_reports.distribution.issue import issue_all
from egci_reports.distribution.issue_plan import IssueOptions
from egci_reports.distribution.names import base_and_reader
from egci_reports.records.bodies import Side
from egci_reports.workspace import find_workspace
from tests.distribution.server import Mailbox, serving, trusted
from tests.made_up_markers.made import ANNEX_WORD, write
from tests.made_up_markers.search import marks_in_file
from tests.made_up_markers.test_markers import allowed, marks, told

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _trust(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted(tmp_path)))


READERS = {"joint": "joint", "office-one": "one", "office-two": "two"}
"""What the hand-written table calls the readers of papers; the secretariat's own may hold everything."""


@pytest.mark.parametrize(("kind", "subject"), [("annual", "2011"), ("briefing", "3")])
def test_no_copy_letter_mail_or_zip_has_a_mark_that_its_holder_may_not_read(
    tmp_path: Path, kind: str, subject: str
) -> None:
    write(tmp_path)
    desks = begin_all(find_workspace(tmp_path, tmp_path), Order(kind, subject))
    recipients = desks[0].records.distribution
    assert recipients is not None
    codes = {one.code or "": one for one in recipients.recipients}
    known = marks().keys() | {ANNEX_WORD}
    mailbox = Mailbox()
    with serving(mailbox) as server:
        outcomes = issue_all(desks, IssueOptions(send=True), replace(server, seconds=5.0))
    assert all(one.is_whole for one in outcomes)
    reached: set[str] = set()
    for desk in desks:
        reader = base_and_reader(desk.master.issue.paper)[1]
        files = {path.name: path.read_bytes() for path in desk.folder.rglob("*") if path.is_file()}
        if reader == "joint":
            files |= {f"DELTD mail {n}": bytes(one[2]) for n, one in enumerate(mailbox.messages)}
        for name, content in files.items():
            whose = {code for code in codes if code in name}
            reached |= whose
            sides = {desk.records.bodies[codes[code].body].side for code in whose}
            assert reader != "internal" or sides <= {Side.HONG_KONG}, name
            if reader == "internal":
                continue
            own = set().union(
                *(marks_in_file("", codes[code].model_dump_json().encode()) for code in whose or codes)
            )
            found = marks_in_file(name, content) & known
            assert told(found - allowed(READERS[reader]) - own) == [], name
            assert whose or name.startswith("manifest"), name
    wanted = {"annual": set(codes), "briefing": {"ONE", "TWO"}}
    assert reached == wanted[kind]
    assert len(mailbox.messages) == (1 if kind == "annual" else 0)
