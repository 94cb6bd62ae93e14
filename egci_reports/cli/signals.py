"""Lets a run that is told to stop put away what it has begun, as Ctrl-C does."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def stopping_cleanly() -> Iterator[None]:
    """Turn the signals that end a run into SystemExit with 128 and their number, as shells have it.

    A signal that is ignored (`nohup`) or handled already is left alone. A second one ends the run at once.
    """
    default = [one for one in _SIGNALS if signal.getsignal(one) is signal.SIG_DFL]
    try:
        for one in default:
            signal.signal(one, _stop)
        yield
    finally:
        for one in default:
            signal.signal(one, signal.SIG_DFL)


def _stop(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_DFL)
    with suppress(OSError):
        os.write(2, b"Stopped.\n")  # a stream may be in the middle of a line, and cannot be entered twice
    sys.exit(128 + number)
