"""Kills five commands 500 times at random moments by random signals, and holds what is left against the laws.

Run as `python -m benchmarks.kills [KILLS] [SEED]` in the folder of the project.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from tests.kills.running import soaked


def main() -> int:
    given = [int(text) for text in sys.argv[1:]]
    kills, seed = [*given, *(500, 1)[len(given) :]]
    start = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="egci-kills-") as folder:
        found = soaked(Path(folder), kills, seed)
    for name, counts in found["commands"].items():
        print(f"{name}: {json.dumps(counts)}")
    print(f"{kills} kills, {time.perf_counter() - start:.0f} s; laws broken: {len(found['broken'])}")
    for words in found["broken"]:
        print(words)
    return 1 if found["broken"] else 0


if __name__ == "__main__":
    sys.exit(main())
