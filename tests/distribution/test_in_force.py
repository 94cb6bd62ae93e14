"""A draft or a lower number given out after an edition says itself which one stays in force."""

from __future__ import annotations

import email
import zipfile
from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from egci_reports.distribution.holdings import holdings
from egci_reports.distribution.issue_plan import IssueOptions
from egci_reports.distribution.ledger import read_ledger
from egci_reports.distribution.master import Master
from egci_reports.records.distribution import Channel
from tests.distribution.made import ALL, NOW, edition, issuance, one_page, paper, posts
from tests.distribution.one_paper import issue, plan
from tests.distribution.server import Mailbox, serving, trusted
from tests.distribution.test_issue import said
from tests.readers.pdf_pages import read_pages

pytestmark = pytest.mark.slow

IN_FORCE = "Edition 1.1 of 2 January 2030 stays in force"
CHANNELS = (Channel.FOLDER, Channel.ZIP, Channel.DRAFT, Channel.MAIL)


def foots(pdf: bytes) -> list[str]:
    return [" ".join(page.lines("Footer")).replace("\u00a0", " ") for page in read_pages(pdf)]


def attached(content: bytes) -> tuple[dict[str, bytes], str]:
    """Return the files of a message, and its text."""
    message = email.message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("plain",))
    files = {part.get_filename() or "": part.get_payload(decode=True) for part in message.iter_attachments()}
    return {name: bytes(one) for name, one in files.items()}, body.get_content() if body else ""


@pytest.mark.parametrize("lower", [one_page, lambda: edition("1.0", "b" * 64)], ids=["draft", "1.0"])
@pytest.mark.parametrize("channel", CHANNELS)
def test_each_copy_and_its_letters_say_which_edition_stays_in_force(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, channel: Channel, lower: Callable[[], Master]
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted(tmp_path)))
    issue(issuance(tmp_path, posts(1), edition("1.1")), ALL, clock=lambda: NOW)
    mailbox, (recipient,) = Mailbox(), posts(1, channel)
    with serving(mailbox) as server:
        made = issuance(tmp_path, [recipient], lower())
        outcome = issue(made, IssueOptions(send=True), replace(server, seconds=5.0))
    assert outcome.is_whole
    text = ""
    if channel is Channel.MAIL:
        files, text = attached(bytes(mailbox.messages[0][2]))
    elif channel is Channel.DRAFT:
        files, text = attached(outcome.issued[0].paths[0].read_bytes())
    elif channel is Channel.ZIP:
        with zipfile.ZipFile(outcome.issued[0].paths[0]) as package:
            files = {name: package.read(name) for name in package.namelist()}
    else:
        files = {path.name: path.read_bytes() for path in outcome.issued[0].paths}
    (copy,) = (one for name, one in files.items() if not name.endswith("_memo.pdf"))
    (memo,) = (one for name, one in files.items() if name.endswith("_memo.pdf"))
    assert all(IN_FORCE in foot for foot in foots(copy))
    assert IN_FORCE in said(memo).replace("\u00a0", " ")
    assert IN_FORCE in " ".join(text.split()) or not text
    held = [(one.line.entry.edition, one.standing) for one in holdings(read_ledger(made.data), "annual-2008")]
    assert held == [("1.1", "in force"), (lower().issue.edition, "superseded")]


def test_every_page_says_so_marked_or_not_and_nothing_else_of_it_moves(tmp_path: Path) -> None:
    issue(issuance(tmp_path, posts(1), edition("1.1")), ALL, clock=lambda: NOW)
    for number, marking in enumerate((None, "RESTRICTED")):
        master = paper(marking)
        made = issuance(
            tmp_path, posts(1), replace(master, issue=master.issue._replace(master=f"{number}" * 64))
        )
        (copy,) = plan(made, ALL).copies
        pages = foots(made.make(copy).paper)
        assert len(pages) > 1
        assert all(IN_FORCE in foot and "Copy 1 of 1" in foot for foot in pages)
        plain = foots(made.make(replace(copy, in_force=None)).paper)
        assert [foot.replace(IN_FORCE, "").split() for foot in pages] == [foot.split() for foot in plain]


def test_what_is_in_force_itself_says_nothing_of_the_kind(tmp_path: Path) -> None:
    issue(issuance(tmp_path, posts(1)), ALL)
    issue(issuance(tmp_path, posts(1), edition("1.0", "b" * 64)), ALL)
    made = issuance(tmp_path, posts(1), edition("1.1"))
    (copy,) = plan(made, ALL).copies
    assert copy.in_force is None
    assert all("in force" not in foot for foot in foots(made.make(copy).paper))


def test_an_older_draft_given_out_once_more_names_the_later_one(tmp_path: Path) -> None:
    issue(issuance(tmp_path, posts(1)), ALL, clock=lambda: NOW)
    later = replace(one_page(), issue=one_page().issue._replace(master="d" * 64))
    issue(issuance(tmp_path, posts(1), later), ALL, clock=lambda: NOW)
    made = issuance(tmp_path, posts(2))
    (copy,) = plan(made, ALL).copies
    assert "A later draft, of 2 January 2030, is out" in foots(made.make(copy).paper)[0]
