"""What the annual report of 2024 costs in Word and PDF, against docxtpl with LibreOffice on the same text.

Run as `python benchmarks/annual.py [ROUNDS]`; needs `pip install docxtpl` and LibreOffice. Both are whole
processes, one after the other in each round, in processor time; read the ratio.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

OURS = [sys.executable, "-m", "egci_reports", "annual", "2024", "--quiet", "--force"]
GOAL = 0.6


def theirs(folder: str) -> None:
    """Fill a template with the paper's text by docxtpl, and convert it by LibreOffice."""
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
    """Write the template and the text of the paper's blocks: headings, paragraphs and tables."""
    from docx import Document

    from egci_reports.app.build import begin, compose
    from egci_reports.app.order import Order
    from egci_reports.document.text import blocks_of
    from egci_reports.workspace import find_workspace

    tree = compose(begin(find_workspace(work), Order("annual", "2024"))).document
    texts = [{"kind": text.kind, "text": text.text} for text in blocks_of(tree)]
    cells = [one["text"] for one in texts if one["kind"] in ("cell", "header")]
    rows = [cells[i : i + 4] for i in range(0, len(cells) - 3, 4)]
    blocks = [one for one in texts if one["kind"] not in ("cell", "header")]
    (work / "context.json").write_text(json.dumps({"blocks": blocks, "rows": rows}), "utf-8")
    document = Document()
    document.add_paragraph("{%p for block in blocks %}")
    document.add_paragraph("{%p if block.kind == 'heading' %}")
    document.add_heading("{{ block.text }}")
    document.add_paragraph("{%p else %}")
    document.add_paragraph("{{ block.text }}")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    table = document.add_table(3, 4, "Table Grid")
    table.cell(0, 0).text = "{%tr for row in rows %}"
    for column in range(4):
        table.cell(1, column).text = f"{{{{ row[{column}] }}}}"
    table.cell(2, 0).text = "{%tr endfor %}"
    document.save(str(work / "template.docx"))


def timed(command: list[str], folder: Path) -> float:
    """Return the processor seconds of a process and its children; other work lengthens them little."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        prepare(work)
        peer = [sys.executable, str(Path(__file__).resolve()), "--theirs", name]
        times = [(timed(OURS, work), timed(peer, work)) for _ in range(rounds)]
    for label, values in zip(
        ("egci-report annual 2024", "docxtpl + LibreOffice"), zip(*times, strict=True), strict=True
    ):
        print(f"{label:26} {min(values):6.2f} s at best, {statistics.median(values):6.2f} s in the middle")
    ratio = statistics.median(ours / peer for ours, peer in times)
    print(f"ratio in the middle        {ratio:6.2f} (goal: at most {GOAL})")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--theirs"]:
        theirs(sys.argv[2])
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else 5)
