"""An SMTP connection in which no step outlasts its time and nothing endless or garbled is a reply."""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
import time

_LONGEST = 64 * 1024
_MOST_LINES = 256
"""What a reply may have in bytes and lines; the longest, to EHLO, has about thirty lines."""

_LINE = re.compile(rb"([2-5][0-9]{2})(?:([ -])(.*))?", re.DOTALL)
"""A line of a reply without its end (RFC 5321, 4.2); more lines follow a hyphen."""

TROUBLE = (OSError, smtplib.SMTPException, ValueError)
"""All that a connection fails with: the network and TLS, the protocol, and texts that it cannot carry."""


class MalformedReply(smtplib.SMTPException):
    """What the server said is no SMTP."""


class UnreachableError(OSError):
    """No connection to the server could be made."""


class Connection(smtplib.SMTP):
    """A connection that is encrypted before anything is said on it but greetings.

    All that is done until the next `allow` must be done within its seconds: each wait lasts no longer than
    what is left of them. The look-up of the server's address alone is left to the system's own patience.
    """

    def __init__(self, host: str, port: int, *, tls: bool, seconds: float) -> None:
        """Connect and greet, by TLS or STARTTLS; raises one of TROUBLE."""
        super().__init__(local_hostname="localhost")  # a name of its own might be looked up for minutes
        self.allow(seconds)
        self._name = host
        self._received = b""
        self.sock = self._reach(port)
        try:
            # The line that ends a message leaves at once, not when the server has confirmed all before it
            self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.local_hostname = _literal(self.sock)
            if tls:
                self._encrypt()
            expect_or_leave(self.getreply(), 220)
            self.ehlo_or_helo_if_needed()
            if not tls:
                self._start_tls()
        except BaseException:
            self.close()
            raise

    def allow(self, seconds: float) -> None:
        """Give what follows so many seconds in all."""
        self._until = time.monotonic() + seconds

    def send(self, s: bytes | str) -> None:  # type: ignore[override] # smtplib's takes any buffer
        """Send bytes, or a text in ASCII."""
        left = memoryview(s.encode("ascii") if isinstance(s, str) else s)
        while left:
            left = left[self._in_time().send(left[:_LONGEST]) :]

    def putcmd(self, cmd: str, args: str = "") -> None:
        """Send a command; raises Garbled if the server has answered before it was asked."""
        if self._received:
            raise MalformedReply("it speaks out of turn")
        super().putcmd(cmd, args)

    def getreply(self) -> tuple[int, bytes]:
        """Return the code and the words of a reply.

        Raises Garbled if it is none or has no end, TimeoutError, or SMTPServerDisconnected.
        """
        code, said, room = b"", [], _LONGEST
        for _ in range(_MOST_LINES):
            line = self._line(room)
            match = _LINE.fullmatch(line.rstrip(b"\r\n"))
            if match is None or code not in (b"", match[1]):
                raise MalformedReply("what it says is no reply")
            code, room = match[1], room - len(line)
            said.append((match[3] or b"").strip())
            if match[2] != b"-":
                return int(code), b"\n".join(said)
        raise MalformedReply("its reply has no end")

    def require_silence(self) -> None:
        """Raise if the server has hung up (SMTPServerDisconnected) or spoken while it was to listen."""
        sock = self._in_time()
        sock.settimeout(0)
        try:
            part = sock.recv(4096)
        except (BlockingIOError, ssl.SSLWantReadError):
            part = None
        if part == b"":
            raise smtplib.SMTPServerDisconnected("the server closed the connection")
        self._received += part or b""
        if self._received:
            expect_or_leave(self.getreply())

    def _line(self, room: int) -> bytes:
        """Return a line with its end; raises Garbled if there is none in `room` bytes."""
        while b"\n" not in self._received:
            if len(self._received) > room:
                raise MalformedReply("its reply has no end")
            part = self._in_time().recv(4096)
            if not part:
                raise smtplib.SMTPServerDisconnected("the server closed the connection")
            self._received += part
        end = self._received.index(b"\n") + 1
        line, self._received = self._received[:end], self._received[end:]
        return line

    def _left(self) -> float:
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def _in_time(self) -> socket.socket:
        """Return the socket, which will wait no longer than there is time."""
        if self.sock is None:
            raise smtplib.SMTPServerDisconnected("there is no connection")
        self.sock.settimeout(self._left())
        return self.sock

    def _reach(self, port: int) -> socket.socket:
        """Connect to the first address that answers; each gets its share of the time."""
        where, failed = f"{self._name}:{port} cannot be reached", OSError("it has no address")
        try:
            found = socket.getaddrinfo(self._name, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise UnreachableError(f"{where} ({getattr(error, 'strerror', None) or 'no name'})") from error
        for place, (family, kind, protocol, _, address) in enumerate(found):
            sock = socket.socket(family, kind, protocol)
            try:
                sock.settimeout(self._left() / (len(found) - place))
                sock.connect(address)
            except OSError as error:
                sock.close()
                failed = error
            else:
                return sock
        raise UnreachableError(f"{where} ({failed.strerror or 'no answer'})") from failed

    def _start_tls(self) -> None:
        """Encrypt what is in the clear, and forget what was said so (RFC 3207, 4.2)."""
        if not self.has_extn("starttls"):
            raise smtplib.SMTPNotSupportedError("the server offers no encryption (STARTTLS)")
        expect_or_leave(self.docmd("STARTTLS"), 220)
        if self._received:
            raise MalformedReply("more came in the clear after STARTTLS than its reply")
        self._encrypt()
        self.helo_resp = self.ehlo_resp = None
        self.esmtp_features, self.does_esmtp = {}, False
        self.ehlo_or_helo_if_needed()

    def _encrypt(self) -> None:
        context = ssl.create_default_context()
        self.sock = context.wrap_socket(
            self._in_time(), server_hostname=self._name, do_handshake_on_connect=False
        )
        self.sock.settimeout(self._left())
        self.sock.do_handshake()


def expect_or_leave(reply: tuple[int, bytes], *codes: int) -> None:
    """Raise SMTPResponseException for any other reply: there is nothing more to say to the server."""
    if reply[0] not in codes:
        raise smtplib.SMTPResponseException(*reply)


def words_of(code: int, said: bytes) -> str:
    """Return a reply as it may be told."""
    return f"{code} {said.decode('utf-8', 'replace')[:200]}".strip()


def _literal(sock: socket.socket) -> str:
    """Return what this machine calls itself: its address (RFC 5321, 4.1.3), since its name may be no name."""
    address = str(sock.getsockname()[0]).partition("%")[0]
    return f"[IPv6:{address}]" if ":" in address else f"[{address}]"
