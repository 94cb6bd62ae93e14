"""What the annual report of 2024 costs in Word and PDF, against docxtpl with LibreOffice on the same paper.

Run as `python benchmarks/annual.py [ROUNDS]`; needs `pip install docxtpl` and LibreOffice. Both are whole
processes, one after the other in each round; read the ratio. Theirs fills a template
in which tables and charts stand ready; it makes neither contents pages nor a tagged PDF.
"""

from __future__ import annotations

import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from html import unescape
from pathlib import Path

OURS = [sys.executable, "-m", "egci_reports", "annual", "2024", "--quiet", "--force"]
GOAL = 0.6
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
_LONGER = re.compile(r"(<w:t(?: [^>]*)?>)([^<{}]{40,})</w:t>")


def theirs(folder: str) -> None:
    """Fill a template of the same paper by docxtpl, and convert it by LibreOffice."""
    from docxtpl import DocxTemplate

    work = Path(folder)
    template = DocxTemplate(str(work / "template.docx"))
    template.render(json.loads((work / "context.json").read_text("utf-8")))
    template.save(str(work / "filled.docx"))
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, str(work / "filled.docx")],
        check=True,
        capture_output=True,
    )


def prepare(work: Path) -> None:
    """Make a template of our own Word file: its tables and charts stay, each longer text is a field."""
    subprocess.run(OURS, cwd=work, check=True, capture_output=True)
    texts: list[str] = []

    def field(match: re.Match[str]) -> str:
        texts.append(unescape(match[2]))
        return f"{match[1]}{{{{ texts[{len(texts) - 1}] | e }}}}</w:t>"

    with (
        zipfile.ZipFile(work / "reports" / "annual-2024.docx") as ours,
        zipfile.ZipFile(work / "template.docx", "w") as template,
    ):
        for name in ours.namelist():
            part = ours.read(name)
            if name == "word/document.xml":
                part = _LONGER.sub(field, part.decode()).encode()
            template.writestr(name, part)
    (work / "context.json").write_text(json.dumps({"texts": texts}), "utf-8")


def timed(command: list[str], folder: Path) -> tuple[float, float]:
    """Return the seconds by the clock, and those of the processor, of a process and its children."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    after, end = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    return end - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        prepare(work)
        peer = [sys.executable, str(Path(__file__).resolve()), "--theirs", name]
        times = [(timed(OURS, work), timed(peer, work)) for _ in range(rounds)]
    for kind, label in enumerate(("by the clock", "of the processor")):
        ours, theirs = ([run[who][kind] for run in times] for who in (0, 1))
        ratio = statistics.median(own / other for own, other in zip(ours, theirs, strict=True))
        print(
            f"seconds {label:17} ours {statistics.median(ours):5.2f}, theirs {statistics.median(theirs):5.2f}"
        )
        print(f"ratio in the middle       {ratio:5.2f} (goal: at most {GOAL})")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--theirs"]:
        theirs(sys.argv[2])
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else 5)
