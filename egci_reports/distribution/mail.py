"""Sends mail such that it is always known whether a message was not sent, was sent, or may have been.

A server takes a message over only with the line that ends it. So everything up to that line is sent first:
whatever fails until then, the message was not sent. The caller then makes a note, and sends the line.
"""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from egci_reports.errors import Finding, UsageError

_SECONDS = 60.0
_TLS_PORT, _STARTTLS_PORT = 465, 587
_STUFFING = re.compile(rb"^\.", re.MULTILINE)
_ADDRESS = re.compile(r"[^\s@<>\"',;:()]+@[A-Za-z0-9.-]+", re.ASCII)


class NotSent(Exception):  # noqa: N818 - what is known of the message
    """The message was certainly not delivered. `is_lost`: nor will the next be, as the server is gone."""

    def __init__(self, reason: str, *, is_lost: bool) -> None:
        super().__init__(reason)
        self.is_lost = is_lost


class DeliveryUnknown(Exception):  # noqa: N818 - what is known of the message
    """The server had the whole message and did not say what it did with it."""


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server and the sender's address.

    The connection is encrypted from the first byte (`tls`), or by STARTTLS before anything else is said;
    the server's certificate must be valid for `host` either way.
    """

    host: str
    port: int
    tls: bool
    sender: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    seconds: float = _SECONDS


def server_of(address: str | None, sender: str | None) -> Server:
    """Return the server that an address names: smtps://host:465 or smtp://host:587 (STARTTLS).

    Raises UsageError (U404) if it names none, or no sender is given.
    """
    parts = urlsplit(address or "")
    try:
        port = parts.port
    except ValueError:
        port = -1
    is_plain = not (parts.username or parts.password or parts.path.strip("/") or parts.query)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or port == -1 or not is_plain:
        hint = "give it with --server, or in EGCI_SMTP_SERVER: smtp://mail.example:587, smtps://mail.example"
        said = (
            "no mail server is named" if not address else "the mail server is not named as smtp://host:port"
        )
        raise UsageError(Finding("U404", said, hint=hint))
    if sender is None or not _ADDRESS.fullmatch(sender):
        hint = "give it with --sender, or in EGCI_SMTP_SENDER"
        raise UsageError(Finding("U404", "mail needs the plain address of its sender", hint=hint))
    tls = parts.scheme == "smtps"
    return Server(parts.hostname, port or (_TLS_PORT if tls else _STARTTLS_PORT), tls, sender)


class Outbox:
    """One connection to a server, opened when it is first needed and again after it was lost."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._client: smtplib.SMTP | None = None

    def offer(self, content: bytes, to: str) -> None:
        """Send a message up to the line that ends it; raises NotSent."""
        with self._certainly_not_sent():
            client = self._connected()
            _expect(client.mail(self._server.sender), 250)
            _expect(client.rcpt(to), 250, 251)
            _expect(client.docmd("DATA"), 354)
            client.send(_STUFFING.sub(b"..", content))

    def hand_over(self) -> str:
        """End the message and return the server's reply; raises NotSent if it refuses, else FateUnknown."""
        client = self._client
        if client is None:
            raise DeliveryUnknown("there is no connection")
        try:
            client.send(b".\r\n")
            code, said = client.getreply()
        except (OSError, smtplib.SMTPException) as error:
            self.close()
            raise DeliveryUnknown(_words(error)) from error
        if 200 <= code < 300:
            return _reply(code, said)
        if 400 <= code < 600:
            raise NotSent(_reply(code, said), is_lost=False)
        self.close()
        raise DeliveryUnknown(_reply(code, said))

    def close(self) -> None:
        """End the connection, whatever state it is in."""
        client, self._client = self._client, None
        if client is not None:
            with suppress(OSError, smtplib.SMTPException):
                client.close()

    def leave(self) -> None:
        """Take leave of the server and end the connection."""
        if self._client is not None:
            with suppress(OSError, smtplib.SMTPException):
                self._client.quit()
        self.close()

    def _connected(self) -> smtplib.SMTP:
        if self._client is None:
            self._client = _connect(self._server)
        return self._client

    @contextmanager
    def _certainly_not_sent(self) -> Iterator[None]:
        """Turn whatever fails into NotSent; only a server that refused in good order is kept."""
        try:
            yield
        except smtplib.SMTPAuthenticationError as error:
            self.close()
            reason = f"the login was refused ({error.smtp_code})"
            raise NotSent(reason, is_lost=True) from None  # the server's words may hold the login
        except _Refused as error:
            self._reset()
            raise NotSent(str(error), is_lost=False) from error
        except (OSError, smtplib.SMTPException) as error:
            self.close()
            raise NotSent(_words(error), is_lost=True) from error

    def _reset(self) -> None:
        try:
            if self._client is not None:
                _expect(self._client.rset(), 250)
        except (OSError, smtplib.SMTPException, _Refused):
            self.close()


class _Refused(Exception):  # noqa: N818 - what the server did
    """The server refused a step in good order."""


def _connect(server: Server) -> smtplib.SMTP:
    context = ssl.create_default_context()
    client: smtplib.SMTP
    if server.tls:
        client = smtplib.SMTP_SSL(server.host, server.port, timeout=server.seconds, context=context)
    else:
        client = smtplib.SMTP(server.host, server.port, timeout=server.seconds)
    try:
        # The line that ends a message leaves at once, not when the server has confirmed all before it
        if client.sock is not None:
            client.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if not server.tls:
            client.starttls(context=context)
        client.ehlo_or_helo_if_needed()
        if server.user is not None:
            client.login(server.user, server.password or "")
    except BaseException:
        client.close()
        raise
    return client


def _expect(reply: tuple[int, bytes], *codes: int) -> None:
    code, said = reply
    if code == 421:
        raise smtplib.SMTPServerDisconnected(_reply(code, said))
    if code not in codes:
        raise _Refused(_reply(code, said))


def _reply(code: int, said: bytes) -> str:
    return f"{code} {said.decode('utf-8', 'replace')[:200]}".strip()


def _words(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "the server did not answer in time"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"the server's certificate is not valid: {error.verify_message}"
    return " ".join(str(getattr(error, "strerror", None) or error).split())[:200] or type(error).__name__
