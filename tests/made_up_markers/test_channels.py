"""Copies of a paper for both sides, by every channel: nothing reaches a holder that is not theirs to read."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from egci_reports.app.papers.order import Audience, Order
from egci_reports.distribution.issuance import begin_issuance
from egci_reports.distribution.issue import issue
from egci_reports.distribution.plan import Wanted
from egci_reports.records.distribution import Channel
from egci_reports.workspace import find_workspace
from tests.distribution.server import Mailbox, serving, trusted
from tests.made_up_markers.made import ANNEX_WORD, write
from tests.made_up_markers.search import fields_of_marks, marks_in_file
from tests.made_up_markers.test_markers import allowed, marks, told


@pytest.fixture(autouse=True)
def _trust(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted(tmp_path)))


def test_no_copy_letter_mail_or_zip_has_a_mark_that_its_holder_may_not_read(tmp_path: Path) -> None:
    write(tmp_path)
    home = find_workspace(tmp_path, tmp_path)
    desk = begin_issuance(home, Order("annual", "2011", audience=Audience.JOINT))
    listed = desk.records.distribution
    assert listed is not None
    last = listed.recipients[-1].model_copy(
        update={"body": "delta", "channel": Channel.MAIL, "code": "DELTA"}
    )
    everybody = listed.model_copy(update={"recipients": (*listed.recipients, last)})
    mailbox = Mailbox()
    with serving(mailbox) as server:
        desk = replace(desk, records=desk.records.with_(distribution=everybody))
        outcome = issue(desk, Wanted(send=True), replace(server, seconds=5.0))
    assert outcome.is_whole
    files = {path.name: path.read_bytes() for path in desk.folder.rglob("*") if path.is_file()}
    files |= {f"{n} mail DELTA": bytes(message) for n, (_, _, message) in enumerate(mailbox.messages)}
    kinds = {Path(name).suffix for name in files}
    assert {".pdf", ".zip", ".eml", ".json"} <= kinds
    assert len(mailbox.messages) == 1
    holders = {one.key: marks_in_file("", one.model_dump_json().encode()) for one in everybody.recipients}
    codes = {one.key: one.code or "" for one in everybody.recipients}
    known = marks().keys() | {ANNEX_WORD}
    assert fields_of_marks(desk.records).keys() == marks().keys()
    for name, content in files.items():
        found = marks_in_file(name, content) & known
        whose = [key for key, code in codes.items() if code in name]
        own = set().union(*(holders[key] for key in (whose or holders)))
        assert told(found - allowed("joint") - own) == [], name
        assert whose or name.startswith("manifest"), name
    assert any("progress" in line for line in told(marks_in_file("", files[_zip(files)]) & known))


def _zip(files: dict[str, bytes]) -> str:
    (name,) = (name for name in files if name.endswith(".zip"))
    with zipfile.ZipFile(io.BytesIO(files[name])) as package:
        assert any(part.endswith(".pdf") for part in package.namelist())
    return name
