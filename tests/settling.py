"""Waits until a change of a file would show: within a fifth of a second of the last one it might not."""

from __future__ import annotations

import time


def settle() -> None:
    """Wait longer than two changes of a file may bear the same time."""
    time.sleep(0.3)
