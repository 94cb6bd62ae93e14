"""Holds back the search for garbage while much is made of which none is garbage."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache


@cache
def collect_seldom() -> None:
    """Let the garbage collector of this process look seldom, and not at its end.

    While one paper is made it finds nothing, at a fifteenth of the time: not even the history makes as many
    objects as it waits for. When the process ends, Python would go through all that there is some times over,
    which takes a tenth of a command however long, and the memory goes back to the system anyway.
    """
    gc.set_threshold(250_000)
    atexit.register(gc.freeze)


def collect_between_papers() -> None:
    """Let it look after some papers, in a process that makes many, and not at what was there before them."""
    gc.freeze()
    gc.set_threshold(50_000)


@contextmanager
def without_collection() -> Iterator[None]:
    """Hold back the garbage collector, and let it be afterwards as it was.

    While a paper is made it finds nothing, at a twentieth of the time: it would go through all records, nodes
    and boxes again and again, and cost a third of a table of 10,000 rows.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
