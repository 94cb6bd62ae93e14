"""A mail server on loopback that takes messages, or fails in one of the ways in which servers fail."""

from __future__ import annotations

import asyncio
import email
import logging
import ssl
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from email.policy import default
from functools import cache
from pathlib import Path
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from egci_reports.distribution.mail import Server

HOST = "localhost"
logging.getLogger("mail.log").setLevel(logging.CRITICAL + 1)  # it prints a traceback for each client killed
SENDER = "secretariat@made-up.example"


@cache
def authority() -> trustme.CA:
    """Return the authority that vouches for made-up servers."""
    return trustme.CA()


def trusted(folder: Path) -> Path:
    """Write the authority's certificate into a folder, for SSL_CERT_FILE."""
    path = folder / "authority.pem"
    authority().cert_pem.write_to_path(str(path))
    return path


@dataclass
class Mailbox:
    """What a server has taken over.

    `fault` may say of a message how the server is to fail with it; `pause` is how long it takes to answer
    when it has a message.
    """

    fault: Callable[[str], str | None] = lambda _to: None
    log: Path | None = None
    pause: float = 0.0
    messages: list[tuple[str, str, Message]] = field(default_factory=list)

    @property
    def counts(self) -> Counter[str]:
        """How many messages each address has got."""
        return Counter(to for _, to, _ in self.messages)

    def take(self, envelope: Envelope) -> None:
        """Take a message over: from now on it is delivered."""
        (to,) = envelope.rcpt_tos
        content = envelope.original_content or b""
        self.messages.append((str(envelope.mail_from), to, email.message_from_bytes(content, policy=default)))
        if self.log is not None:
            with self.log.open("a", encoding="utf-8") as log:
                log.write(f"{envelope.mail_from} {to}\n")

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: Any, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        fault = self.fault(address)
        if fault == "refuses the recipient":
            return "550 no such made-up post"
        if fault == "stalls at the recipient":
            await asyncio.sleep(30)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Session, envelope: Envelope) -> str:  # noqa: N802
        fault = self.fault(envelope.rcpt_tos[0])
        match fault:
            case "refuses the message":
                return "554 no made-up papers here"
            case "refuses it for now":
                return "451 come again"
            case "stalls with the message":
                await asyncio.sleep(30)
            case "takes it and stalls":
                self.take(envelope)
                await asyncio.sleep(30)
            case "takes it and dies":
                self.take(envelope)
                server.transport.abort()
                return "421 gone"
        self.take(envelope)
        await asyncio.sleep(self.pause)
        return "250 taken"


class _Dropping(SMTP):
    """A server that may drop the connection in the middle of a message."""

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802 - aiosmtpd's name
        if (
            self.envelope.rcpt_tos
            and self.event_handler.fault(self.envelope.rcpt_tos[0]) == "drops it midway"
        ):
            await self.push("354 go on")
            await self._reader.readexactly(500)
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


class _Controller(Controller):
    def factory(self) -> SMTP:
        return _Dropping(self.handler, **self.SMTP_kwargs)

    def _trigger_server(self) -> None:
        """Learn the port that was free before the server is tried."""
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def serving(mailbox: Mailbox, *, tls: bool = False, **options: Any) -> Iterator[Server]:
    """Run a server on loopback; yields it as the program is told of it, with short patience."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority().issue_cert(HOST).configure_cert(context)
    how = {"ssl_context": context} if tls else {"tls_context": context, "require_starttls": True}
    controller = _Controller(mailbox, hostname="127.0.0.1", port=0, **{**how, **options})
    controller.start()
    try:
        yield Server(HOST, controller.port, tls, SENDER, seconds=2.0)
    finally:
        controller.stop()


def only(user: bytes, password: bytes) -> Callable[..., AuthResult]:
    """Return a check of logins that lets in one user."""

    def check(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
        return AuthResult(success=(data.login, data.password) == (user, password), handled=False)

    return check
