"""Logs in to a mail server by SASL; nothing that is said or goes wrong here repeats the login."""

from __future__ import annotations

import hmac
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable
from smtplib import SMTPException

from egci_reports.distribution.connection import Connection, MalformedReply

_DONE = (235, 503)
"""The login was taken; or an earlier one was (RFC 4954, 6)."""
_WRONG = 535
"""User and password are wrong: another mechanism would not make them right, and tries are counted."""

_Answer = Callable[[bytes], bytes]
"""Returns what is answered to a challenge."""


class LoginFailed(SMTPException):
    """The login was not taken; its words are for officers."""


def log_in(connection: Connection, user: str, password: str) -> None:
    """Log in by the first mechanism that the server offers and takes; raises LoginFailed, or TROUBLE.

    Any characters may stand in a login: they go as UTF-8, which the server prepares for comparison (RFC 4616,
    section 2), or as the bytes that the environment had where they are no UTF-8.
    """
    try:
        name, secret = (text.encode("utf-8", "surrogateescape") for text in (user, password))
    except UnicodeEncodeError:
        raise LoginFailed("the login has a character that cannot be sent") from None
    if b"\0" in name + secret:
        raise LoginFailed("the login has a character that cannot be sent")
    plain = b"\0" + name + b"\0" + secret
    mechanisms: dict[str, tuple[bytes | None, tuple[_Answer, ...]]] = {
        "PLAIN": (plain, (lambda _: plain,)),
        "LOGIN": (None, (lambda _: name, lambda _: secret)),
        "CRAM-MD5": (None, (lambda asked: name + b" " + _digest(secret, asked),)),
    }
    offered = connection.esmtp_features.get("auth", "").upper().split()
    code = 0
    for mechanism, (first, answers) in mechanisms.items():
        if mechanism in offered:
            code = _exchange(connection, mechanism, first, answers)
            if code in _DONE:
                return
            if code == _WRONG:
                break
    raise LoginFailed(f"the login was refused ({code})" if code else "the server takes no login known here")


def _exchange(connection: Connection, mechanism: str, first: bytes | None, answers: Iterable[_Answer]) -> int:
    """Go through one mechanism and return the code at its end."""
    opening = mechanism if first is None else f"{mechanism} {_packed(first)}"
    code, said = connection.docmd("AUTH", opening)
    for answer in answers:
        if code != 334:
            break
        code, said = connection.docmd(_packed(answer(_challenge(said))))
    if code == 334:
        raise MalformedReply("it asks for more than a login")
    return code


def _challenge(said: bytes) -> bytes:
    try:
        return b64decode(said, validate=True)
    except ValueError:
        raise MalformedReply("what it asks at the login is not in Base64") from None


def _digest(secret: bytes, challenge: bytes) -> bytes:
    return hmac.new(secret, challenge, "md5").hexdigest().encode()  # RFC 2195


def _packed(text: bytes) -> str:
    return b64encode(text).decode("ascii")
