"""What reading the PDFs of others may cost: sizes and counts, and the memory and time of the process.

The figures leave room for whatever officers append (a plan of a hundred pages, scans, a map), and keep a file
that was made to hurt from taking the machine along.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

MB = 1_000_000

MOST_BYTES = 64 * MB
"""Bytes of the file of an annex."""
MOST_PAGES = 1_000
MOST_OBJECTS = 300_000
MOST_ON_A_PAGE = 8 * MB
"""Bytes of the painting of one page, unpacked."""
MOST_PAINTING = 64 * MB
"""Bytes of the painting of all pages and their parts, unpacked."""
MOST_STEPS_ON_A_PAGE, MOST_STEPS = 1_000_000, 3_000_000
"""Operators and operands of the painting of a page, and of all pages."""
MOST_METADATA = 4 * MB
"""Bytes of what a file says of itself."""
MOST_UNPACKED = 1_000 * MB
"""Bytes of everything else in the file, unpacked: pictures, faces."""
MOST_LEVELS = 100
"""Elements of the structure inside each other."""
MOST_BOOKMARKS = 5_000
MOST_BOOKMARK_LEVELS = 30
LEAST_SIDE, MOST_SIDE = 3.0, 14_400.0
"""The sides of a page, in points (ISO 32000-1, annex C.2)."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one piece of work may take: bytes of memory, seconds of work, three times as many by the clock."""

    memory: int
    seconds: int

    @property
    def patience(self) -> float:
        """Seconds by the clock: the machine may have other work."""
        return 3.0 * self.seconds

    def impose(self) -> None:
        """Hold this process to it from now on, where the system can: elsewhere, the clock does it."""
        if sys.platform == "win32":
            return
        import resource  # noqa: PLC0415 - not on every system

        used = resource.getrusage(resource.RUSAGE_SELF)
        _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + 1 + self.seconds)
        _limit(resource.RLIMIT_AS, self.memory)
        _limit(resource.RLIMIT_CORE, 0)


def _limit(which: int, most: int) -> None:
    import resource  # noqa: PLC0415 - as above

    _, hard = resource.getrlimit(which)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    try:
        resource.setrlimit(which, (most, hard))
    except (OSError, ValueError):
        # a system that has no such limit
        return


EXAMINING = Allowance(900 * MB, 15)


def enclosing(total: int, annexes: int) -> Allowance:
    """Return the allowance for enclosing annexes in a file: more than each was examined with.

    `total` are the bytes of all files together.
    """
    return Allowance(EXAMINING.memory + 500 * MB + 8 * total, 2 * EXAMINING.seconds * (1 + annexes))
