"""What the history costs with 19, 100 and 190 made-up plenaries: the time is to grow in step with them.

Run as `python benchmarks/history.py`. Each measure is a whole run of the program, in processor time.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SIZES = (19, 100, 190)
GOAL = 1.25
"""How much more a plenary may cost among 190 than among 100; records go up to 2199, so 500 cannot be told."""


def cost(root: Path) -> tuple[float, float, str]:
    """Build a workspace's history; return processor seconds, the peak in MB and what was said."""
    command = [sys.executable, "-m", "egci_reports", "history", "--workspace", str(root), "--out", str(root)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    said = next(line for line in ran.stderr.splitlines() if "pages" in line)
    return seconds, after.ru_maxrss / 1024, said


def main() -> int:
    """Print a line for each size; fail if the cost of a plenary grows."""
    sys.path.insert(0, str(ROOT))
    from tests.made_up.many import write_many

    each: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            seconds, memory, said = cost(write_many(Path(folder) / str(size), size))
            each[size] = seconds / size
            print(
                f"{size:>4} plenaries: {seconds:6.2f} s, {1000 * each[size]:5.1f} ms each, "
                f"peak {memory:.0f} MB ({said.split(', ')[1]})"
            )
    growth = each[190] / each[100]
    print(f"a plenary among 190 costs {growth:.2f} times what it costs among 100 (goal: at most {GOAL})")
    return 0 if growth <= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
