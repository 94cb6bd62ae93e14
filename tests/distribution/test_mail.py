"""Mail: what a server takes, each way in which servers fail, and that no message is ever sent twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from egci_reports.distribution.entries import CopyEvent
from egci_reports.distribution.issue_plan import IssueOptions
from egci_reports.distribution.ledger import content_of, read_ledger
from egci_reports.distribution.mail import Outbox, Server, server_of
from egci_reports.errors import UsageError
from egci_reports.records.distribution import Channel
from tests.distribution.made import issuance, posts
from tests.distribution.one_paper import issue
from tests.distribution.server import SENDER, Mailbox, only, serving, trusted

pytestmark = pytest.mark.slow

SEND = IssueOptions(send=True)
SECOND = "post2@made-up.example"


@pytest.fixture(autouse=True)
def _trust(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted(tmp_path)))


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def server(mailbox: Mailbox) -> Iterator[Server]:
    with serving(mailbox) as server:
        yield replace(server, seconds=1.0)


def test_each_holder_gets_one_message_with_its_own_copy_and_nobody_elses_name(
    tmp_path: Path, mailbox: Mailbox, server: Server
) -> None:
    outcome = issue(issuance(tmp_path, posts(3, Channel.MAIL)), SEND, server)
    assert outcome.is_whole
    assert mailbox.counts == {f"post{n}@made-up.example": 1 for n in (1, 2, 3)}
    for n, (sender, to, message) in enumerate(mailbox.messages, 1):
        assert (sender, message["From"], message["To"]) == (SENDER, SENDER, to)
        assert message["Cc"] is message["Bcc"] is None
        text = message.get_body().get_content()
        assert f"Made-up Post {n}" in text
        assert not any(f"Made-up Post {m}" in text for m in (1, 2, 3) if m != n)
        names = [part.get_filename() for part in message.iter_attachments()]
        assert [f"Copy0{n}" in name for name in names] == [True, True]
        assert all(part.get_content().startswith(b"%PDF") for part in message.iter_attachments())
        line = read_ledger(tmp_path / "data")[2 * n - 1]
        assert (line.entry.event, line.entry.message) == (CopyEvent.ISSUED, message["Message-ID"])


def test_a_server_whose_first_word_is_encrypted_is_served_too(tmp_path: Path, mailbox: Mailbox) -> None:
    with serving(mailbox, tls=True) as server:
        assert issue(issuance(tmp_path, posts(1, Channel.MAIL)), SEND, server).is_whole
    assert len(mailbox.messages) == 1


@pytest.mark.parametrize(
    "fault", ["refuses the recipient", "refuses the message", "refuses it for now", "stalls at the recipient"]
)
def test_what_was_certainly_not_sent_is_sent_by_the_next_run_without_asking(
    tmp_path: Path, mailbox: Mailbox, server: Server, fault: str
) -> None:
    made = issuance(tmp_path, posts(4, Channel.MAIL))
    mailbox.fault = {SECOND: fault}.get
    first = issue(made, SEND, server)
    assert [done.copy.number for done in first.failed] == [2]
    assert not first.unknown
    assert SECOND not in mailbox.counts
    mailbox.fault = lambda _to: None
    second = issue(made, SEND, server, ask=_never)
    assert second.is_whole
    assert mailbox.counts == {f"post{n}@made-up.example": 1 for n in (1, 2, 3, 4)}


@pytest.mark.parametrize(
    ("fault", "was_taken"),
    [
        ("drops it midway", False),
        ("stalls with the message", False),
        ("takes it and stalls", True),
        ("takes it and dies", True),
    ],
)
def test_what_may_have_been_sent_is_asked_about_and_never_sent_unasked(
    tmp_path: Path, mailbox: Mailbox, server: Server, fault: str, was_taken: bool
) -> None:
    made = issuance(tmp_path, posts(4, Channel.MAIL))
    mailbox.fault = {SECOND: fault}.get
    first = issue(made, SEND, server)
    assert [copy.number for copy in first.untried] == [3, 4]
    if first.failed:  # the break was seen before the end of the message went out: certainly not sent
        assert (fault, first.unknown) == ("drops it midway", [])
    else:
        assert [done.copy.number for done in first.unknown] == [2]
    assert mailbox.counts[SECOND] == was_taken
    mailbox.fault = lambda _to: None
    asked = []
    second = issue(made, SEND, server, ask=lambda copy, _line: asked.append(copy.number))
    if first.unknown:
        assert asked == [2]
        assert [done.copy.number for done in second.unknown] == [2]
        assert mailbox.counts[SECOND] == was_taken
    third = issue(made, SEND, server, ask=lambda _copy, _line: was_taken)
    assert third.is_whole
    assert mailbox.counts == {f"post{n}@made-up.example": 1 for n in (1, 2, 3, 4)}
    assert issue(made, SEND, server, ask=_never).issued == []


def test_a_message_said_to_be_lost_waits_for_leave_to_send(
    tmp_path: Path, mailbox: Mailbox, server: Server
) -> None:
    made = issuance(tmp_path, posts(1, Channel.MAIL))
    mailbox.fault = lambda _to: "stalls with the message"
    issue(made, SEND, server)
    mailbox.fault = lambda _to: None
    outcome = issue(made, IssueOptions(), ask=lambda _copy, _line: False)
    assert [copy.number for copy in outcome.untried] == [1]
    assert mailbox.messages == []
    assert issue(made, SEND, server, ask=_never).is_whole
    assert len(mailbox.messages) == 1


def _never(*_: object) -> bool:
    raise AssertionError("nothing was open, and the program asked")


def test_a_certificate_for_another_host_or_from_a_stranger_is_refused(
    tmp_path: Path, mailbox: Mailbox, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = issuance(tmp_path, posts(1, Channel.MAIL))
    outcome = issue(made, SEND, replace(server, host="127.0.0.1"))
    assert "certificate is not valid" in outcome.failed[0].line.entry.result
    monkeypatch.delenv("SSL_CERT_FILE")
    outcome = issue(made, SEND, server)
    assert "certificate is not valid" in outcome.failed[0].line.entry.result
    assert mailbox.messages == []


def test_nothing_is_said_to_a_server_that_does_not_encrypt(tmp_path: Path, mailbox: Mailbox) -> None:
    with serving(mailbox, tls_context=None, require_starttls=False) as server:
        outcome = issue(
            issuance(tmp_path, posts(1, Channel.MAIL)), SEND, replace(server, user="u", password="p")
        )
    assert "STARTTLS" in outcome.failed[0].line.entry.result
    assert mailbox.messages == []


def test_a_login_is_used_and_a_refused_one_stands_nowhere(tmp_path: Path, mailbox: Mailbox) -> None:
    password = "made-up-secret-4711"
    login = {"authenticator": only(b"clerk", password.encode()), "auth_required": True}
    made = issuance(tmp_path, posts(2, Channel.MAIL))
    with serving(mailbox, **login) as server:
        wrong = replace(server, user="clerk", password=f"not-{password}")
        assert password not in repr(wrong)
        outcome = issue(made, SEND, wrong)
        assert outcome.failed[0].line.entry.result == "the login was refused (535)"
        assert len(outcome.untried) == 1
        assert mailbox.messages == []
        assert issue(made, SEND, replace(server, user="clerk", password=password)).is_whole
    written = content_of(tmp_path / "data") + b"".join(
        path.read_bytes() for path in tmp_path.rglob("*.json") if path.is_file()
    )
    assert password.encode() not in written


def test_a_line_that_begins_with_a_full_stop_does_not_end_a_message(mailbox: Mailbox, server: Server) -> None:
    outbox = Outbox(server)
    outbox.offer(b"Subject: Made up\r\n\r\n.\r\nMAIL FROM:<x@made-up.example>\r\n..\r\nEnd\r\n", SECOND)
    assert outbox.hand_over().startswith("250")
    outbox.leave()
    ((_, _, message),) = mailbox.messages
    assert message.get_payload() == ".\r\nMAIL FROM:<x@made-up.example>\r\n..\r\nEnd\r\n"


def test_without_leave_to_send_mail_is_left_out_and_files_go_out(
    tmp_path: Path, mailbox: Mailbox, server: Server
) -> None:
    made = issuance(tmp_path, [*posts(1), *posts(3, Channel.MAIL)[1:]])
    outcome = issue(made, IssueOptions(), server)
    assert [done.copy.number for done in outcome.issued] == [1]
    assert [out.reason for out in outcome.left_out] == ["gets it by mail: add --send"] * 2
    assert mailbox.messages == []


@pytest.mark.parametrize(
    ("address", "sender"),
    [
        (None, SENDER),
        ("mail.made-up.example", SENDER),
        ("http://mail.made-up.example", SENDER),
        ("smtp://user:secret@mail.made-up.example", SENDER),
        ("smtp://mail.made-up.example:port", SENDER),
        ("smtp://mail.made-up.example", None),
        ("smtp://mail.made-up.example", "Secretariat <a@made-up.example>"),
        ("smtp://mail.made-up.example", "a@made-up.example\nBcc: b@made-up.example"),
    ],
)
def test_a_server_or_sender_that_is_none_is_refused_and_not_repeated(address: str, sender: str) -> None:
    with pytest.raises(UsageError) as caught:
        server_of(address, sender)
    assert caught.value.findings[0].code == "U404"
    assert "secret" not in str(caught.value)


def test_the_address_says_the_port_and_how_the_connection_is_encrypted() -> None:
    assert server_of("smtp://mail.made-up.example", SENDER) == Server(
        "mail.made-up.example", 587, False, SENDER
    )
    assert server_of("smtps://mail.made-up.example", SENDER).port == 465
    assert server_of("smtps://mail.made-up.example:2465", SENDER).port == 2465
