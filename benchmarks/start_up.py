"""What it costs to start the program, in multiples of `python -c pass` and of a bare click program.

Run as `python benchmarks/start_up.py`. Runs are interleaved, so that a noisy machine slows all of them alike;
processor time of the whole process, the least of many runs.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from egci_reports.cli.program import COMMANDS, EXAMPLES

ROUNDS = 30
ROOT = Path(__file__).resolve().parents[1]
ROWS = [(name, entry.group, entry.help) for name, entry in COMMANDS.items()]
BARE = f"""
import click
class Bare(click.Group):
    def list_commands(self, ctx):
        return {list(COMMANDS)!r}
    def format_commands(self, ctx, formatter):
        for group in dict.fromkeys(of for _, of, _ in {ROWS!r}):
            with formatter.section(group):
                formatter.write_dl([(name, text) for name, of, text in {ROWS!r} if of == group])
        with formatter.section("Examples"):
            formatter.write_dl({EXAMPLES!r})
@click.group(cls=Bare)
@click.version_option("1", message="%(version)s")
def bare():
    pass
bare()
"""
EGCI = "import sys; from egci_reports.cli import main; sys.exit(main())"
FIRST = ", first"
"""What is measured without anything that was kept of a run before."""
OTHER = ", other"
"""What is measured without answers: the records and templates are as they were, the question is another."""
GOALS = {
    "--help": ("bare", 1.3),
    "list": ("pass", 20.0),
    "check": ("pass", 20.0),
    "show 19": ("pass", 20.0),
    "all": ("pass", 6.0),
}


def commands() -> dict[str, list[str]]:
    measured = {"pass": ["-c", "pass"], "bare": ["-c", BARE, "--help"]}
    for arguments in ("--help", "list", "check", "show 19", "all", "conflicts", "explain C301"):
        measured[arguments] = ["-c", EGCI, *arguments.split()]
    for arguments in ("list", "check", "show 19"):
        measured[arguments + FIRST] = measured[arguments + OTHER] = measured[arguments]
    return measured


def processor_time(arguments: list[str], folder: str, cache: str) -> float:
    """Return the processor time of one run in milliseconds; `cache` is where it finds what was kept."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "",
            "XDG_CACHE_HOME": cache,
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def main() -> None:
    measured = commands()
    times: dict[str, list[float]] = {name: [] for name in measured}
    with tempfile.TemporaryDirectory() as folder:
        processor_time(measured["all"], folder, folder)  # makes all papers: afterwards nothing is to be done
        for number in range(ROUNDS):
            for name, arguments in measured.items():
                cache = f"{folder}/{number}" if name.endswith(FIRST) else folder
                if name.endswith(OTHER):
                    cache = f"{folder}/other"
                    shutil.rmtree(f"{cache}/egci-report/answers", ignore_errors=True)
                times[name].append(processor_time(arguments, folder, cache))
    least = {name: min(some) for name, some in times.items()}
    for name, time in least.items():
        by_pass, by_bare = time / least["pass"], time / least["bare"]
        print(f"{name:16}{time:7.1f} ms  {by_pass:5.2f} x pass  {by_bare:5.2f} x bare{goal(name, least)}")


def goal(name: str, least: dict[str, float]) -> str:
    """Say whether a goal is met, for what has one."""
    if name not in GOALS:
        return ""
    against, most = GOALS[name]
    met = "met" if least[name] <= most * least[against] else "MISSED"
    return f"  goal: at most {most} x {against}, {met}"


if __name__ == "__main__":
    main()
