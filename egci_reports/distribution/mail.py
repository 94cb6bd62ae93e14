"""Sends mail such that it is always known whether a message was not sent, was sent, or may have been.

A server takes a message over only with the line that ends it. So everything up to that line is sent first:
whatever fails until then, the message was not sent. The caller then makes a note, and sends the line.
"""

from __future__ import annotations

import re
import smtplib
import ssl
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from egci_reports.distribution.connection import (
    TROUBLE,
    Connection,
    MalformedReply,
    UnreachableError,
    words_of,
)
from egci_reports.distribution.login import LoginFailed, log_in
from egci_reports.errors import Finding, UsageError
from egci_reports.records.distribution import Address

_SECONDS = 60.0
_SLOWEST = 32 * 1024
"""Bytes of a message in a second for which there is time over and above."""
_FAREWELL = 5.0
_TLS_PORT, _STARTTLS_PORT = 465, 587
_STUFFING = re.compile(rb"^\.", re.MULTILINE)
_HOST = re.compile(r"[^\s\x00-\x1f\x7f]+")


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
    the server's certificate must be valid for `host` either way. `seconds` are all that may pass from the
    connection to the end of a message, apart from its length, and again until it is confirmed.
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
    hint = "give it with --server, or in EGCI_SMTP_SERVER: smtp://mail.example:587, smtps://mail.example"
    if not address:
        raise UsageError(Finding("U404", "no mail server is named", hint=hint))
    try:
        server = _server(address, sender or "")
    except ValueError:
        said = "the mail server is not named as smtp://host:port"
        raise UsageError(Finding("U404", said, hint=hint)) from None
    try:
        TypeAdapter(Address).validate_python(server.sender)
    except ValidationError:
        hint = "give it with --sender, or in EGCI_SMTP_SENDER"
        raise UsageError(Finding("U404", "mail needs the plain address of its sender", hint=hint)) from None
    return server


def _server(address: str, sender: str) -> Server:
    """Return the server of an address; raises ValueError, which may repeat a password, if it names none."""
    parts = urlsplit(address)
    tls, port = parts.scheme == "smtps", parts.port
    is_plain = not (parts.username or parts.password or parts.path.strip("/") or parts.query)
    if parts.scheme not in ("smtp", "smtps") or port == 0 or not is_plain:
        raise ValueError(address)
    if not parts.hostname or not _HOST.fullmatch(parts.hostname):
        raise ValueError(address)
    return Server(parts.hostname, port or (_TLS_PORT if tls else _STARTTLS_PORT), tls, sender)


class Outbox:
    """One connection to a server, opened when it is first needed and again after it was lost."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._client: Connection | None = None

    def offer(self, content: bytes, to: str) -> None:
        """Send a message up to the line that ends it; raises NotSent."""
        with self._certainly_not_sent():
            client = self._connected(self._server.seconds + len(content) / _SLOWEST)
            _expect(client.mail(self._server.sender), 250)
            _expect(client.rcpt(to), 250, 251)
            _expect(client.docmd("DATA"), 354)
            client.send(_STUFFING.sub(b"..", content))
            client.require_silence()

    def hand_over(self) -> str:
        """End the message, return the server's reply; raises NotSent if it refuses, else DeliveryUnknown."""
        client = self._client
        if client is None:
            raise DeliveryUnknown("there is no connection")
        try:
            client.allow(self._server.seconds)
            client.send(b".\r\n")
            code, said = client.getreply()
        except TROUBLE as error:
            self.close()
            raise DeliveryUnknown(self._told(error)) from error
        words = self._without_login(code, said)
        if 200 <= code < 300:
            return words
        if code == _LEAVING:
            self.close()
        if 400 <= code < 600:
            raise NotSent(words, is_lost=code == _LEAVING)
        self.close()
        raise DeliveryUnknown(words)

    def close(self) -> None:
        """End the connection, whatever state it is in."""
        client, self._client = self._client, None
        if client is not None:
            with suppress(*TROUBLE):
                client.close()

    def leave(self) -> None:
        """Take leave of the server and end the connection; it need not hear the answer."""
        if self._client is not None:
            with suppress(*TROUBLE):
                self._client.allow(min(self._server.seconds, _FAREWELL))
                self._client.quit()
        self.close()

    def _connected(self, seconds: float) -> Connection:
        """Return the connection, with so many seconds for what is to come."""
        server = self._server
        if self._client is None:
            self._client = Connection(server.host, server.port, tls=server.tls, seconds=seconds)
            if server.user is not None:
                log_in(self._client, server.user, server.password or "")
        else:
            self._client.allow(seconds)
        return self._client

    @contextmanager
    def _certainly_not_sent(self) -> Iterator[None]:
        """Turn whatever fails into NotSent; only a server that refused in good order is kept."""
        try:
            yield
        except _Refused as error:
            self._reset()
            raise NotSent(self._without_login(error.code, error.said), is_lost=False) from None
        except TROUBLE as error:
            self.close()
            raise NotSent(self._told(error), is_lost=True) from None  # its own words may hold the login

    def _reset(self) -> None:
        try:
            if self._client is not None:
                _expect(self._client.rset(), 250)
        except (*TROUBLE, _Refused):
            self.close()

    def _told(self, error: Exception) -> str:
        """Return in words why a connection failed."""
        match error:
            case LoginFailed() | UnreachableError() | smtplib.SMTPNotSupportedError():
                return str(error)
            case MalformedReply():
                return f"the server does not keep to the mail protocol: {error}"
            case TimeoutError():
                return "the server did not answer in time"
            case ssl.SSLCertVerificationError():
                return f"the server's certificate is not valid: {error.verify_message}"
            case smtplib.SMTPResponseException():
                said = error.smtp_error
                return self._without_login(
                    error.smtp_code, said if isinstance(said, bytes) else said.encode()
                )
            case OSError() if error.strerror:
                return " ".join(error.strerror.split())[:200]
            case smtplib.SMTPServerDisconnected():
                return str(error)
            case _:
                return "the connection to the server failed"

    def _without_login(self, code: int, said: bytes) -> str:
        """Return a reply, but of one that repeats the login only its code."""
        login = [
            text.encode("utf-8", "replace") for text in (self._server.user, self._server.password) if text
        ]
        repeats = any(one in said for secret in login for one in (secret, b64encode(secret)))
        return words_of(code, b"" if repeats else said)


_LEAVING = 421
"""The server is about to close the connection."""


class _Refused(Exception):  # noqa: N818 - what the server did
    """The server refused a step in good order."""

    def __init__(self, code: int, said: bytes) -> None:
        super().__init__(code)
        self.code, self.said = code, said


def _expect(reply: tuple[int, bytes], *codes: int) -> None:
    if reply[0] == _LEAVING:
        raise smtplib.SMTPResponseException(*reply)
    if reply[0] not in codes:
        raise _Refused(*reply)
