"""Runs the program as somebody whom permissions bind, also as root, and never for ever."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SOURCE = Path(__file__).parents[2]
TIME = 60
"""Seconds after which a run counts as one that waits for ever; none takes a tenth of it."""

_DAC = 0b110
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: what lets root pass by permissions (capabilities(7))."""
_VERSION_3 = 0x20080522


@contextmanager
def bound() -> Iterator[None]:
    """Let permissions hold for this process until the block ends; fail what takes too long (Linux)."""
    libc = ctypes.CDLL(None, use_errno=True)
    head, now = (ctypes.c_uint32 * 2)(_VERSION_3, 0), (ctypes.c_uint32 * 6)()
    assert libc.capget(head, now) == 0
    before = tuple(now)
    now[0] &= ~_DAC
    before_alarm = signal.signal(signal.SIGALRM, _too_long)
    assert libc.capset(head, now) == 0
    signal.alarm(TIME)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before_alarm)
        assert libc.capset(head, (ctypes.c_uint32 * 6)(*before)) == 0


def _too_long(*_: object) -> None:
    raise AssertionError(f"it was not done in {TIME} seconds")


def in_shell(script: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a script of bash in which $EGCI is the program, in a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(SOURCE), "EGCI": f"{sys.executable} -m egci_reports"}
    with bound():
        return subprocess.run(
            ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "bash", "-c", script]
            if os.geteuid() == 0
            else ["bash", "-c", script],
            cwd=cwd,
            env=env,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=TIME,
        )
