"""A made-up mail server on loopback that keeps to the protocol until one stage, and there does its worst."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from egci_reports.distribution.mail import Server
from tests.distribution.server import HOST, SENDER, authority

ORDERLY = {
    "greeting": b"220 made-up\r\n",
    "EHLO": b"250-made-up\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n",
    "STARTTLS": b"220 go on\r\n",
    "AUTH": b"235 in\r\n",
    "MAIL": b"250 ok\r\n",
    "RCPT": b"250 ok\r\n",
    "DATA": b"354 go on\r\n",
    "end": b"250 taken\r\n",
    "QUIT": b"221 bye\r\n",
}
"""What is said at each stage by a server that means well."""


def endless(start: bytes, part: bytes) -> Callable[[Hostile, socket.socket], None]:
    """Return a fault that says something for ever."""

    def say(server: Hostile, client: socket.socket) -> None:
        server.say(client, start)
        while not server.ended.is_set():
            server.say(client, part)

    return say


def drip(server: Hostile, client: socket.socket) -> None:
    """Say a reply byte by byte, for ever."""
    server.say(client, b"250-")
    while not server.ended.wait(0.05):
        server.say(client, b"x")


def silence(server: Hostile, _client: socket.socket) -> None:
    """Say nothing."""
    server.ended.wait()


def saying(words: bytes) -> Callable[[Hostile, socket.socket], None]:
    """Return a fault that says this, and nothing more."""

    def say(server: Hostile, client: socket.socket) -> None:
        server.say(client, words)
        server.ended.wait()

    return say


@dataclass
class Hostile:
    """The server: `said` counts its bytes, `heard` are the commands it got, `got` whether a message ended."""

    stage: str
    fault: Callable[[Hostile, socket.socket], None]
    tls: bool
    replies: dict[str, bytes]
    said: int = 0
    heard: list[bytes] = field(default_factory=list)
    got: bool = False
    ended: threading.Event = field(default_factory=threading.Event)
    _client: socket.socket = field(init=False)

    def say(self, client: socket.socket, words: bytes) -> None:
        client.sendall(words)
        self.said += len(words)

    def serve(self, listening: socket.socket) -> None:
        while not self.ended.is_set():
            with suppress(OSError, ValueError):
                client, _ = listening.accept()
                self._client = client
                try:
                    if self.tls:
                        self._encrypt()
                    self._talk()
                finally:
                    self._client.close()

    def _encrypt(self) -> None:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        authority().issue_cert(HOST).configure_cert(context)
        self._client = context.wrap_socket(self._client, server_side=True)

    def _talk(self) -> None:
        self._reach("greeting")
        rest = b""
        while part := self._client.recv(65536):
            rest += part
            while b"\r\n" in rest:
                line, _, rest = rest.partition(b"\r\n")
                self.heard.append(line)
                stage = line.split(b" ")[0].upper().decode("ascii", "replace")
                self._reach(stage)
                if stage == "STARTTLS":
                    self._encrypt()
                if stage == "DATA":
                    while not rest.endswith(b"\r\n.\r\n"):
                        if not (part := self._client.recv(65536)):
                            return
                        rest += part
                    self.got, rest = True, b""
                    self._reach("end")

    def _reach(self, stage: str) -> None:
        if stage == self.stage:
            self.fault(self, self._client)
        else:
            self.say(self._client, self.replies.get(stage, b"250 ok\r\n"))


@contextmanager
def hostile(
    stage: str = "",
    fault: Callable[[Hostile, socket.socket], None] = silence,
    *,
    tls: bool = True,
    seconds: float = 10.0,
    **replies: bytes,
) -> Iterator[tuple[Hostile, Server]]:
    """Run a server that has a fault at a stage; yields it, and how the program is told of it."""
    server = Hostile(stage, fault, tls, {**ORDERLY, **replies})
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.2)
        thread = threading.Thread(target=server.serve, args=(listening,), daemon=True)
        thread.start()
        try:
            yield server, Server(HOST, listening.getsockname()[1], tls, SENDER, seconds=seconds)
        finally:
            server.ended.set()
            thread.join(10)
