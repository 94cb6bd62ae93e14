"""Tries hostile records and arguments on every command: `python -m benchmarks.fuzz [TRIES] [SEED]`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.fuzz.fuzzing import fuzz_arguments, fuzz_records


def main() -> int:
    given = [int(text) for text in sys.argv[1:]]
    tries, seed = [*given, *(1000, 1)[len(given) :]]
    wrong = []
    for name, fuzz in (("records", fuzz_records), ("arguments", fuzz_arguments)):
        with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
            tally = fuzz(Path(folder), tries, seed)
        print(f"{name}: {tally.tried} inputs, {tally.commands} commands, {len(tally.wrong)} wrong")
        wrong += tally.wrong
    print("\n\n".join(wrong[:40]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
