"""Installs the peers into benchmarks/.peers, runs all by turns, and writes benchmarks/README.md.

Run as `python -m benchmarks.peers [ROUNDS]`; needs LibreOffice, and the network the first time. Nothing that
is measured is a promise: read the ratios, which are taken in one run on one machine.
"""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import pypdf

from benchmarks.peers.content import ROOT, content

HERE = Path(__file__).resolve().parent
PEERS = ROOT / "benchmarks" / ".peers"
PYTHON = PEERS / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PACKAGES = ("docxtpl", "typst", "weasyprint", "pypandoc-binary", "reportlab", "python-docx")
OURS = "egci-report"
ALONE = ("docxtpl + LibreOffice", "docxtpl + Typst", "pandoc", "WeasyPrint (PDF/UA)", "Typst (PDF/UA)",
         "ReportLab", "python-docx")  # fmt: skip
MANY = ("docxtpl + LibreOffice", "docxtpl + Typst")
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled


Commands = dict[str, Callable[[Path], list[str | Path]]]
"""How each program is run in its folder."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds by the clock, seconds of processors, megabytes at its peak."""

    clock: float
    processor: float
    peak: float


def install() -> dict[str, str]:
    """Install the peers if they are not there; return their versions."""
    if not PYTHON.exists():
        venv.create(PEERS, with_pip=True)
        subprocess.run([PYTHON, "-m", "pip", "install", "-q", *PACKAGES], check=True)
    code = f"from importlib.metadata import version; print(*[version(one) for one in {PACKAGES}])"
    told = subprocess.run([PYTHON, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    return dict(zip(PACKAGES, told, strict=True))


def cost(command: list[str | Path], folder: Path) -> Cost:
    """Run a command and measure it with all that it starts."""
    start = time.perf_counter()
    running = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(running.pid, 0)
    if status:
        raise SystemExit(f"failed: {' '.join(map(str, command))}")
    return Cost(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def peer(name: str, how: str, folder: Path) -> list[str | Path]:
    """Return the command of a peer."""
    return [PYTHON, HERE / "programs.py", name, how, folder]


def ours(folder: Path) -> list[str | Path]:
    """Return our command for the one report, tagged, with charts and contents pages."""
    return [sys.executable, "-m", "egci_reports", "annual", "2024", "--quiet", "--force", "--out", folder]


def ours_many(folder: Path) -> list[str | Path]:
    """Return our command for a hundred reports by two workers: each year's, five times."""
    return [sys.executable, "-m", "benchmarks.peers.many", folder]


def rounds(commands: Commands, number: int, work: Path) -> dict[str, Cost]:
    """Run all commands one after the other, `number` times; return the medians."""
    found: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(number):
        for name, command in commands.items():
            folder = work / name.replace(" ", "-").replace("/", "-")
            at_root = ROOT if name == OURS else folder
            found[name].append(cost(command(folder), at_root))
    return {
        name: Cost(*(statistics.median(getattr(one, part) for one in costs) for part in Cost.__slots__))
        for name, costs in found.items()
    }


def prepare(work: Path, names: tuple[str, ...]) -> None:
    """Give each peer a folder with the content and the template."""
    said = content()
    for name in (*names, OURS):
        folder = work / name.replace(" ", "-").replace("/", "-")
        folder.mkdir(parents=True)
        (folder / "content.json").write_text(said, "utf-8")
        subprocess.run(peer("template", "one", folder), check=True)


def lacks(folder: Path) -> str:
    """Return what the files that a program made lack."""
    missing = []
    pdf = next(folder.glob("*.pdf"), None)
    word = next((path for path in folder.glob("*.docx") if path.name != "template.docx"), None)
    if pdf is None:
        missing.append("no PDF")
    else:
        root = pypdf.PdfReader(pdf).trailer["/Root"].get_object()
        missing += [] if "/StructTreeRoot" in root else ["no tags"]
        xmp = root["/Metadata"].get_object().get_data() if "/Metadata" in root else b""
        missing += [
            f"does not claim {name}"
            for mark, name in ((b"pdfuaid:part", "PDF/UA"), (b"pdfaid:part", "PDF/A"))
            if mark not in xmp
        ]
    if word is None:
        missing.append("no Word file")
    else:
        with zipfile.ZipFile(word) as package:
            names, text = package.namelist(), package.read("word/document.xml")
        missing += [] if any("charts/" in name for name in names) else ["no native charts"]
        missing += [] if b"PAGEREF" in text else ["no contents with pages"]
    if None in (pdf, word):
        return ", ".join(missing)
    return ", ".join(missing) or "nothing of these"


def main() -> None:
    """Measure, and write benchmarks/README.md."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    versions = install()
    with tempfile.TemporaryDirectory() as place:
        one, many = Path(place) / "one", Path(place) / "many"
        prepare(one, ALONE)
        prepare(many, MANY)
        alone: Commands = {name: partial(peer, name, "one") for name in ALONE}
        several: Commands = {name: partial(peer, name, "many") for name in MANY}
        single = rounds({OURS: ours, **alone}, number, one)
        hundred = rounds({OURS: ours_many, **several}, max(1, number // 3), many)
        missing = {name: lacks(one / name.replace(" ", "-").replace("/", "-")) for name in single}
    (ROOT / "benchmarks" / "README.md").write_text(_page(versions, single, hundred, missing, number), "utf-8")
    shutil.rmtree(PEERS / "work", ignore_errors=True)


def _page(
    versions: dict[str, str],
    single: dict[str, Cost],
    hundred: dict[str, Cost],
    missing: dict[str, str],
    number: int,
) -> str:
    said = ", ".join(f"{name} {version}" for name, version in versions.items())
    return PAGE.format(
        day=date.today(), python=platform.python_version(), processors=os.cpu_count(), versions=said,
        rounds=number, single=_table(single, missing), hundred=_table(hundred),
    )  # fmt: skip


def _table(costs: dict[str, Cost], missing: dict[str, str] | None = None) -> str:
    own = costs[OURS]
    head = "| program | clock (s) | ours to it | processor (s) | ours to it | peak (MB) |" + (
        " its files lack |" if missing else ""
    )
    lines = [head, "|---|---|---|---|---|---|" + ("---|" if missing else "")]
    for name, one in costs.items():
        line = (
            f"| {name} | {one.clock:.2f} | {own.clock / one.clock:.2f} | {one.processor:.2f} "
            f"| {own.processor / one.processor:.2f} | {one.peak:.0f} |"
        )
        lines.append(line + (f" {missing[name]} |" if missing else ""))
    return "\n".join(lines)


PAGE = """# What it takes, beside other programs

Written by `python -m benchmarks.peers`, which installs the peers into a folder of its own and runs them by
turns, all on the same content. Nothing here is a promise: read the ratios, taken in one run.

Measured on {day}: Python {python}, {processors} processors; {versions}. Medians of {rounds} rounds.

## The annual report of 2024, the whole process

Ours is the paper itself: Word and PDF, tagged, archival, with links and references, its records checked.
Theirs is the text and the tables of the same report.

{single}

## A hundred reports in both formats

Ours: two processes. Theirs: one process, and one start of LibreOffice for all.

{hundred}

## Other measures

- `python -m benchmarks.growth`: what one more page, row, plenary, recipient, department or return costs
  ([growth.md](growth.md)).
- `python benchmarks/start_up.py`: how quickly the program answers.
- `python benchmarks/pages.py`: what a page, a table row and a saved copy cost.
- `python benchmarks/annual.py`, `history.py`, `copies.py`: single papers, and copies.
"""

if __name__ == "__main__":
    main()
