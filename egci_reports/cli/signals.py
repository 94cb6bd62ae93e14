"""Lets a run that is told to stop put away what it has begun."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
_DEFAULT = (signal.SIG_DFL, signal.default_int_handler)
_UNSAFE = ("<frozen importlib._bootstrap>", f"{os.sep}pikepdf{os.sep}")
"""Code in which pikepdf aborts if an exception meets it: while it is loaded, or its library calls back."""


@contextmanager
def stopping_cleanly() -> Iterator[None]:
    """Turn SIGTERM and SIGHUP into SystemExit with 128 and their number, as shells have it.

    SIGINT stays KeyboardInterrupt. A signal that is ignored (`nohup`) or handled already is left alone, and
    a second SIGTERM or SIGHUP ends the run at once.
    """
    before = {one: signal.getsignal(one) for one in _SIGNALS}
    try:
        for one in _SIGNALS:
            if before[one] in _DEFAULT:
                signal.signal(one, _stop)
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _stop(number: int, frame: FrameType | None) -> None:
    if _is_unsafe(frame):  # nothing is written in the meantime
        _say_stopped()
        os._exit(128 + number)
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    signal.signal(number, signal.SIG_DFL)
    _say_stopped()
    sys.exit(128 + number)


def _say_stopped() -> None:
    """Say it past the stream, which may be in the middle of a line and cannot be entered twice."""
    with suppress(OSError):
        os.write(2, b"Stopped.\n")


def _is_unsafe(frame: FrameType | None) -> bool:
    while frame is not None:
        if any(part in frame.f_code.co_filename for part in _UNSAFE):
            return True
        frame = frame.f_back
    return False
