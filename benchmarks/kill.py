"""Kills runs of `distribute` 200 times at random moments, and counts what each of 50 holders got.

Run as `python -m benchmarks.kill [KILLS] [SEED]` in the folder of the project.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.distribution.rounds import EXACTLY_ONE_EACH, rounds


def main() -> int:
    given = [int(text) for text in sys.argv[1:]]
    kills, seed = [*given, *(200, 1)[len(given) :]]
    start = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="egci-kill-") as folder:
        found = rounds(Path(folder), kills, seed)
    seconds = time.perf_counter() - start
    wrong = [
        one
        for one in found
        if (one.mails, one.files, one.issued) != EXACTLY_ONE_EACH or one.faults or one.leftovers
    ]
    print(f"{sum(one.kills for one in found)} runs killed in {len(found)} rounds, {seconds:.0f} s")
    print(f"messages of unknown fate, asked about: {sum(one.asked for one in found)}")
    print(f"rounds in which a holder has not exactly one copy, or the ledger a fault: {len(wrong)}")
    for one in wrong:
        print(one)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
