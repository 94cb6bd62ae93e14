"""Runs the program as somebody whom permissions bind, also where the tests run as root."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).parents[2]
TIME = 60
"""Seconds after which a run counts as one that waits for ever; none takes a tenth of it."""

_PR_CAPBSET_DROP = 24
_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH = 1, 2


def bound() -> None:
    """Give up, for the program that is started next, what lets root pass by permissions (capabilities(7))."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None)
        for capability in (_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH):
            assert libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0) == 0


def ordinary(
    *arguments: str, cwd: Path, shell: str | None = None, **env: str
) -> subprocess.CompletedProcess[str]:
    """Run the program in `cwd`, or a `shell` script in which $EGCI is the program."""
    program = [sys.executable, "-m", "egci_reports"]
    where = {**os.environ, "PYTHONPATH": str(SOURCE), "COLUMNS": "300", "EGCI": " ".join(program), **env}
    return subprocess.run(
        ["bash", "-c", shell] if shell else [*program, *arguments],
        cwd=cwd,
        env=where,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=TIME,
        preexec_fn=bound,
    )
