"""Messages between the program and the process that reads PDFs: a line of JSON, then files as bytes.

Nothing in a message can run: the process has read what strangers made.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import IO, Any, NamedTuple


class Message(NamedTuple):
    """What is said, as JSON has it, and the files that go with it."""

    said: dict[str, Any]
    files: tuple[bytes, ...] = ()


def send(out: IO[bytes], message: Message) -> None:
    """Send a message; raises OSError if nobody listens any more."""
    line = json.dumps([message.said, [len(file) for file in message.files]])
    out.write(line.encode("ascii") + b"\n")
    for file in message.files:
        out.write(file)
    out.flush()


def receive(source: IO[bytes]) -> Message:
    """Return the next message; raises EOFError where it ends too soon, or not at all."""
    line = source.readline()
    if not line.endswith(b"\n"):
        raise EOFError
    said, lengths = json.loads(line)
    return Message(said, tuple(_files(source, lengths)))


def _files(source: IO[bytes], lengths: Sequence[int]) -> list[bytes]:
    files = [source.read(length) for length in lengths]
    if any(len(file) != length for file, length in zip(files, lengths, strict=True)):
        raise EOFError
    return files
