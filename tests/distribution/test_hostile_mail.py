"""Mail servers at their worst: whatever they say, or do not, the fate of each message is known, and soon."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from egci_reports.distribution.ledger import content_of
from egci_reports.distribution.mail import DeliveryUnknown, NotSent, Outbox, Server, server_of
from egci_reports.errors import UsageError
from egci_reports.records.distribution import Channel
from tests.distribution.hostile import drip, endless, hostile, saying, silence
from tests.distribution.made import issuance, posts
from tests.distribution.one_paper import issue
from tests.distribution.server import SENDER, Mailbox, only, serving, trusted
from tests.distribution.test_mail import SEND

pytestmark = pytest.mark.slow

MESSAGE = b"Subject: Made up\r\n\r\nMade up.\r\n"
TO = "post@made-up.example"
BEFORE_THE_END = ["greeting", "EHLO", "AUTH", "MAIL", "RCPT", "DATA"]

WITHOUT_END = {
    "lines": endless(b"", b"250-more\r\n" * 1000),
    "codes of its own": endless(b"250-", b"x\r\n250-" * 1000),
    "one line": endless(b"250 ", b"x" * 10000),
    "empty lines": endless(b"", b"\r\n" * 1000),
}
NO_REPLY = {
    "binary": b"\x00\xff\xfe\x80\x01\x9f\r\n",
    "no code": b"hello there\r\n",
    "empty": b"\r\n",
    "999": b"999 done\r\n",
    "100": b"150 wait\r\n",
    "two codes": b"250-ok\r\n550 no\r\n",
    "full-width figures": "２５０ ok\r\n".encode(),
    "four figures": b"2500 ok\r\n",
}


@pytest.fixture(autouse=True)
def _trust(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted(tmp_path)))


def send(server: Server) -> str:
    """Send a message with a login; raises NotSent or DeliveryUnknown."""
    outbox = Outbox(replace(server, user="clerk", password="made-up-secret"))
    try:
        outbox.offer(MESSAGE, TO)
        return outbox.hand_over()
    finally:
        outbox.leave()


def test_the_made_up_server_takes_a_message_when_it_means_well() -> None:
    for tls in (True, False):
        with hostile(tls=tls) as (found, server):
            assert send(server) == "250 taken"
        assert found.got


@pytest.mark.parametrize("stage", [*BEFORE_THE_END, "end"])
@pytest.mark.parametrize("fault", WITHOUT_END)
def test_a_reply_without_end_is_cut_off(stage: str, fault: str) -> None:
    with hostile(stage, WITHOUT_END[fault]) as (found, server):
        with pytest.raises(DeliveryUnknown if stage == "end" else NotSent) as caught:
            send(server)
        assert "does not keep to the mail protocol" in str(caught.value)
    assert found.said < 16 * 1024 * 1024  # what sockets hold; nothing more was taken


def test_a_reply_of_very_many_lines_is_cut_off_too() -> None:
    reply = b"250-x\r\n" * 300 + b"250 AUTH PLAIN\r\n"
    with hostile(EHLO=reply) as (_, server), pytest.raises(NotSent) as caught:
        send(server)
    assert "has no end" in str(caught.value)


@pytest.mark.parametrize("stage", [*BEFORE_THE_END, "end"])
@pytest.mark.parametrize("fault", [silence, drip])
def test_a_server_that_keeps_one_waiting_is_left(stage: str, fault: Any) -> None:
    seconds, known = (2.0, DeliveryUnknown) if stage == "end" else (0.7, NotSent)
    with hostile(stage, fault, seconds=seconds) as (_, server), pytest.raises(known) as caught:
        send(server)
    assert str(caught.value) == "the server did not answer in time"


@pytest.mark.parametrize("stage", [*BEFORE_THE_END, "end"])
@pytest.mark.parametrize("words", NO_REPLY)
def test_what_is_no_reply_is_told_and_never_taken_for_one(stage: str, words: str) -> None:
    known = DeliveryUnknown if stage == "end" else NotSent
    with hostile(stage, saying(NO_REPLY[words])) as (found, server), pytest.raises(known) as caught:
        send(server)
    assert str(caught.value).startswith("the server does not keep to the mail protocol")
    assert found.got == (stage == "end")


@pytest.mark.parametrize("fault", [endless(b"", b"221-more\r\n" * 1000), drip, silence])
def test_a_taken_message_stays_taken_whatever_follows_the_farewell(fault: Any) -> None:
    with hostile("QUIT", fault, seconds=2.0) as (_, server):
        assert send(server) == "250 taken"


def test_a_reply_given_before_the_message_is_there_does_not_pass_for_its_receipt() -> None:
    with hostile(DATA=b"354 go on\r\n250 taken\r\n") as (_, server), pytest.raises(NotSent):
        send(server)


@pytest.mark.parametrize(
    "reply", [b"220 go on\r\n250-made-up\r\n250 AUTH PLAIN\r\n", b"220 go on\r\n220 again\r\n"]
)
def test_what_is_slipped_in_behind_starttls_is_refused(reply: bytes) -> None:
    with hostile(tls=False, STARTTLS=reply) as (found, server), pytest.raises(NotSent) as caught:
        send(server)
    assert "in the clear" in str(caught.value)
    assert not any(b"AUTH" in line for line in found.heard)


def test_a_handshake_that_drips_is_left() -> None:
    with hostile("greeting", drip, tls=False, seconds=0.7) as (_, server), pytest.raises(NotSent):
        send(replace(server, tls=True))


@pytest.mark.parametrize("challenge", [b"334 !!!\r\n", b"334 \xff\xfe\r\n", b"334 YWJj\r\n334 YWJj\r\n"])
@pytest.mark.parametrize("mechanism", [b"PLAIN", b"LOGIN", b"CRAM-MD5"])
def test_a_challenge_that_is_none_is_not_sent(challenge: bytes, mechanism: bytes) -> None:
    offer = b"250-made-up\r\n250 AUTH " + mechanism + b"\r\n"
    with hostile(EHLO=offer, AUTH=challenge) as (found, server), pytest.raises(NotSent) as caught:
        send(server)
    assert "made-up-secret" not in str(caught.value)
    assert not found.got


def test_a_server_that_repeats_the_login_is_not_repeated(tmp_path: Path) -> None:
    said = b"550 clerk made-up-secret may not bWFkZS11cC1zZWNyZXQ=\r\n"
    with hostile(MAIL=said) as (_, server), pytest.raises(NotSent) as caught:
        send(server)
    assert str(caught.value) == "550"


LOGINS = ["Grüße", "straße", "密碼 很長", "two  words ", "a\u0301", "½ﬁ", "😀", "\"\\'%", "x" * 150, " "]


@pytest.mark.parametrize("text", LOGINS)
@pytest.mark.parametrize("mechanism", ["PLAIN", "LOGIN"])
def test_a_login_of_any_characters_is_taken_by_a_server_that_knows_it(text: str, mechanism: str) -> None:
    mailbox = Mailbox()
    others = [one for one in ("PLAIN", "LOGIN") if one != mechanism]
    login = {"authenticator": only(text.encode(), text.encode()), "auth_required": True}
    with serving(mailbox, auth_exclude_mechanism=others, **login) as server:
        outbox = Outbox(replace(server, user=text, password=text, seconds=10.0))
        outbox.offer(MESSAGE, TO)
        assert outbox.hand_over().startswith("250")
        outbox.leave()
    assert len(mailbox.messages) == 1


@pytest.mark.parametrize("text", ["Grüße", "nul\0", "half \ud83d"])
def test_a_login_that_is_refused_or_cannot_be_sent_stands_nowhere(tmp_path: Path, text: str) -> None:
    made = issuance(tmp_path, posts(2, Channel.MAIL))
    login = {"authenticator": only(b"another", b"another"), "auth_required": True}
    with serving(Mailbox(), **login) as server:
        outcome = issue(made, SEND, replace(server, user="clerk", password=text))
    assert "login" in outcome.failed[0].line.entry.result
    assert len(outcome.untried) == 1
    assert not any(piece in content_of(made.data) for piece in (b"ue4e5", b"Gr", b"nul", b"half", b"clerk"))


def test_copies_not_tried_after_a_server_was_lost_are_not_told_to_add_send(tmp_path: Path) -> None:
    from egci_reports.cli.copies import _told

    with hostile("MAIL", saying(b"no\r\n")) as (_, server):
        outcome = issue(issuance(tmp_path, posts(2, Channel.MAIL)), SEND, server)
    (line,) = [line for line in _told(outcome) if "not tried" in line]
    assert "the mail server failed before" in line
    assert "--send" not in line


@pytest.mark.parametrize(
    ("address", "sender"),
    [
        ("smtp://[::1", SENDER),
        ("smtp://mail.made-up.example:0", SENDER),
        ("smtp://mail.made-up.example:99999", SENDER),
        ("smtp://ma il.example", SENDER),
        ("smtp://u:p@[::1:x", SENDER),
        ("smtp://mail.made-up.example", "Grüße@made-up.example"),
        ("smtp://mail.made-up.example", "a\x01b@made-up.example"),
        ("smtp://mail.made-up.example", ""),
    ],
)
def test_a_server_or_sender_of_odd_characters_is_refused(address: str, sender: str) -> None:
    with pytest.raises(UsageError) as caught:
        server_of(address, sender)
    assert caught.value.findings[0].code == "U404"


@pytest.mark.parametrize("host", ["x" * 70 + ".example", "..", "no-such-host.invalid"])
def test_a_host_that_has_no_address_is_not_sent(host: str) -> None:
    with pytest.raises(NotSent) as caught:
        send(Server(host, 587, False, SENDER, seconds=5.0))
    assert "cannot be reached" in str(caught.value)
