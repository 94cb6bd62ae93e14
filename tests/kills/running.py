"""Runs the soak in a process of its own, which forks freely, and returns what it counted."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.cli.conftest import SOURCE


def soaked(folder: Path, kills: int, seed: int) -> dict[str, Any]:
    """Kill so many runs; return the counts of each command, and the laws that were broken."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.kills.soak", folder / "soak", str(kills), str(seed)],
        cwd=SOURCE,
        capture_output=True,
        text=True,
        timeout=60 + 30 * kills,
    )
    if ran.returncode:
        raise RuntimeError(ran.stderr)
    found: dict[str, Any] = json.loads(ran.stdout)
    return found
