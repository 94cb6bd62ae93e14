"""Has PDFs of others read in a process of its own, which may break, and is ended if it takes too long."""

from __future__ import annotations

import atexit
import hashlib
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from threading import Lock, Timer
from typing import Any

from egci_reports.engine.enclosing import limits
from egci_reports.engine.enclosing.annex import AnnexError, AnnexFile
from egci_reports.engine.enclosing.enclosure import PlacedEnclosure
from egci_reports.engine.enclosing.limits import Allowance
from egci_reports.engine.enclosing.messages import Message, receive, send
from egci_reports.errors import Finding, RecordsError


def examine(content: bytes) -> AnnexFile:
    """Return what is known of the file of an annex, which can be enclosed; the same bytes are read once.

    Raises AnnexError if it is too large, encrypted (be it only against changes) or broken, has no page, or
    has fields to fill in, or if reading it breaks the process or takes too much. What a reader would have to
    mend first is broken: others might mend it another way.
    """
    if len(content) > limits.MOST_BYTES:
        size, most = len(content) // limits.MB, limits.MOST_BYTES // limits.MB
        raise AnnexError(f"it has {size} MB, and an annex may have {most}")
    key = hashlib.sha256(content).digest()
    if key not in _EXAMINED:
        _EXAMINED[key] = _PROCESS.ask(Message({"do": "examine"}, (content,)), limits.EXAMINING).said
    said = _EXAMINED[key]
    if "refused" in said:
        raise AnnexError(said["refused"])
    sizes = tuple((width, height) for width, height in said["sizes"])
    return AnnexFile(content, sizes, frozenset(said["claims"]), bool(said["is_own"]))


def enclose(main: bytes, enclosures: Sequence[PlacedEnclosure]) -> bytes:
    """Return our file with annexes in it, always the same bytes for the same input.

    Each annex was examined, and `main` is tagged and has a prepared page for each of their pages. Raises
    RecordsError if it cannot be done, which annexes that were examined lead to only together.
    """
    said = [
        {
            "first_page": one.first_page,
            "title": one.title,
            "frames": one.frames,
            "unpainted": sorted(one.unpainted),
        }
        for one in enclosures
    ]
    files = (main, *(one.content for one in enclosures))
    allowance = limits.enclosing(sum(map(len, files)), len(enclosures))
    answer = _PROCESS.ask(Message({"do": "enclose", "enclosures": said}, files), allowance)
    if "refused" in answer.said:
        message = f"the annexes cannot be appended: {answer.said['refused']}"
        raise RecordsError(Finding("R116", message, hint="leave them beside the pack: --annexes separate"))
    return answer.files[0]


class _Process:
    """The process, begun when it is first asked and again after it broke."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._running: _Running | None = None

    def ask(self, message: Message, allowance: Allowance) -> Message:
        """Return the answer to a message; one that refuses where the process broke."""
        asked = Message({**message.said, "allowance": asdict(allowance)}, message.files)
        with self._lock:
            try:
                self._running = self._running or _Running()
            except OSError as error:
                return Message({"refused": f"no process can be begun to read it: {error.strerror}"})
            late = Timer(allowance.patience, self._running.popen.kill)
            late.daemon = True
            late.start()
            try:
                return self._running.answer(asked)
            except (OSError, EOFError, ValueError):
                timed_out = not late.is_alive()
                running, self._running = self._running, None
                return Message({"refused": _cause(running.end(), allowance, timed_out=timed_out)})
            except BaseException:
                # stopped half-way (Ctrl-C): its answer would be taken for one to the next question
                self._running.popen.kill()
                self._running = None
                raise
            finally:
                late.cancel()

    def end(self) -> None:
        """End the process."""
        if self._running is not None:
            self._running.end()
            self._running = None


class _Running:
    """The process while it runs; raises OSError if it cannot be begun."""

    def __init__(self) -> None:
        # -P: nothing is imported from the folder in which the officer works
        command = [sys.executable, "-P", "-m", "egci_reports.engine.enclosing.worker"]
        self.popen = subprocess.Popen(  # noqa: S603 - our own program
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def answer(self, message: Message) -> Message:
        """Return the answer to a message; raises OSError, EOFError or ValueError if the process broke."""
        if self.popen.stdin is None or self.popen.stdout is None:
            raise EOFError
        send(self.popen.stdin, message)
        return receive(self.popen.stdout)

    def end(self) -> int:
        """End the process; return its code."""
        for pipe in (self.popen.stdin, self.popen.stdout):
            # what it can no longer take is of no use
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()
        try:
            return self.popen.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.popen.kill()
            return self.popen.wait()


def _cause(code: int, allowance: Allowance, *, timed_out: bool) -> str:
    """Say why the process came to its end."""
    # a negative code is that of a signal: SIGXCPU tells of the seconds of work
    if timed_out or code == -_SIGXCPU:
        return f"it takes longer than {allowance.seconds} seconds to read"
    most = allowance.memory // limits.MB
    return f"it takes more than {most} MB of memory to read, or breaks what reads it"


_SIGXCPU = 24
_EXAMINED: dict[bytes, dict[str, Any]] = {}
"""What was said of files, by the hashes of their bytes."""
_PROCESS = _Process()
atexit.register(_PROCESS.end)
