"""The other programs, each as it is used: in the environment of the peers, `programs.py NAME HOW FOLDER`."""

from __future__ import annotations

import html
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

Content = dict[str, Any]
FACES = str(Path(__file__).resolve().parents[2] / "egci_reports" / "engine" / "theme" / "fonts")
"""Our typefaces, which Typst takes: it has none for Chinese."""

TYPST = """
#set document(title: "The same report")
#set page(paper: "a4", numbering: "1")
#set text(font: ("Arimo", "Noto Sans HK", "Noto Sans SC"), size: 11pt, lang: "en")
#let data = json("content.json")
= #data.title
#outline()
#for block in data.blocks {
  if block.kind == "heading" { heading(level: block.level, block.text) }
  else if block.kind == "paragraph" { par(block.text) }
  else {
    figure(caption: block.text, kind: table, supplement: none, table(
      columns: block.columns.len(),
      table.header(..block.columns.map(it => strong(it))),
      ..block.rows.flatten(),
    ))
  }
}
"""

FIELDS = (
    "{%p for b in blocks %}",
    "{%p if b.kind == 'heading' %}",
    ("Heading 1", "{{ b.text }}"),
    "{%p endif %}",
    "{%p if b.kind == 'paragraph' %}",
    ("Normal", "{{ b.text }}"),
    "{%p endif %}",
    "{%p if b.kind == 'table' %}",
    ("Caption", "{{ b.text }}"),
    None,
    "{%p endif %}",
    "{%p endfor %}",
)
"""The template for docxtpl, a paragraph each; None stands for the table."""


def template(folder: Path) -> None:
    """Make the template that docxtpl fills; it is made once, and not timed."""
    import docx

    document = docx.Document()
    document.add_heading("{{ title }}", 0)
    for line in FIELDS:
        if line is None:
            table = document.add_table(3, 1, "Table Grid")
            for row, text in enumerate(
                ("{%tr for r in b.rows %}", "{{ r | join(' | ') }}", "{%tr endfor %}")
            ):
                table.rows[row].cells[0].text = text
        elif isinstance(line, str):
            document.add_paragraph(line)
        else:
            document.add_paragraph(line[1], style=line[0])
    document.save(str(folder / "template.docx"))


def docxtpl(data: Content, folder: Path, stem: str = "report") -> Path:
    """Fill the template in Word."""
    from docxtpl import DocxTemplate

    made = DocxTemplate(str(folder / "template.docx"))
    made.render(data, autoescape=True)
    path = folder / f"{stem}.docx"
    made.save(str(path))
    return path


def soffice(paths: list[Path], folder: Path) -> None:
    """Convert Word files to PDF, all by one start of LibreOffice."""
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True)


def typst(folder: Path, stem: str = "report", **options: Any) -> None:
    """Print the content by Typst, which reads it beside its source."""
    import typst as compiler

    (folder / "report.typ").write_text(TYPST, "utf-8")
    compiler.compile(
        str(folder / "report.typ"), output=str(folder / f"{stem}.pdf"), font_paths=[FACES], **options
    )


def _html(data: Content) -> str:
    parts = [f"<h1>{html.escape(data['title'])}</h1>"]
    for block in data["blocks"]:
        text = html.escape(block["text"])
        if block["kind"] == "heading":
            parts.append(f"<h{block['level']}>{text}</h{block['level']}>")
        elif block["kind"] == "paragraph":
            parts.append(f"<p>{text}</p>")
        else:
            head = "".join(f"<th scope='col'>{html.escape(one)}</th>" for one in block["columns"])
            rows = "".join(
                f"<tr>{''.join(f'<td>{html.escape(one)}</td>' for one in row)}</tr>" for row in block["rows"]
            )
            parts.append(f"<table><caption>{text}</caption><tr>{head}</tr>{rows}</table>")
    title = html.escape(data["title"])
    return f"<html lang='en'><head><title>{title}</title></head><body>{''.join(parts)}</body></html>"


def _docxtpl_soffice(data: Content, folder: Path) -> None:
    soffice([docxtpl(data, folder)], folder)


def _docxtpl_typst(data: Content, folder: Path) -> None:
    docxtpl(data, folder)
    typst(folder)


def _typst_ua(data: Content, folder: Path) -> None:  # noqa: ARG001 - it reads the content from the folder
    typst(folder, pdf_standards=["ua-1"])


def _weasyprint(data: Content, folder: Path) -> None:
    from weasyprint import HTML

    HTML(string=_html(data)).write_pdf(folder / "report.pdf", pdf_variant="pdf/ua-1")


def _pandoc(data: Content, folder: Path) -> None:
    import pypandoc

    pypandoc.convert_text(_html(data), "docx", "html", outputfile=str(folder / "report.docx"))


def _reportlab(data: Content, folder: Path) -> None:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    styles = getSampleStyleSheet()
    story = [Paragraph(html.escape(data["title"]), styles["Title"])]
    for block in data["blocks"]:
        style = styles[f"Heading{block['level']}" if block["kind"] == "heading" else "BodyText"]
        story.append(Paragraph(html.escape(block["text"]), style))
        if block["kind"] == "table":
            rows = [block["columns"], *block["rows"]]
            cells = [[Paragraph(html.escape(one), styles["BodyText"]) for one in row] for row in rows]
            story.append(Table(cells))
    SimpleDocTemplate(str(folder / "report.pdf")).build(story)


def _python_docx(data: Content, folder: Path) -> None:
    import docx

    document = docx.Document()
    document.add_heading(data["title"], 0)
    for block in data["blocks"]:
        if block["kind"] == "heading":
            document.add_heading(block["text"], block["level"])
            continue
        document.add_paragraph(block["text"])
        if block["kind"] == "table":
            rows = [block["columns"], *block["rows"]]
            table = document.add_table(len(rows), len(block["columns"]))
            for cells, texts in zip(table.rows, rows, strict=True):
                for cell, text in zip(cells.cells, texts, strict=True):
                    cell.text = text
    document.save(str(folder / "report.docx"))


def _many_soffice(data: Content, folder: Path) -> None:
    soffice([docxtpl(data, folder, f"report-{number}") for number in range(MANY)], folder)


def _many_typst(data: Content, folder: Path) -> None:
    for number in range(MANY):
        docxtpl(data, folder, f"report-{number}")
        typst(folder, f"report-{number}")


MANY = 100

PROGRAMS: dict[str, Callable[[Content, Path], None]] = {
    "docxtpl + LibreOffice": _docxtpl_soffice,
    "docxtpl + Typst": _docxtpl_typst,
    "pandoc": _pandoc,
    "WeasyPrint (PDF/UA)": _weasyprint,
    "Typst (PDF/UA)": _typst_ua,
    "ReportLab": _reportlab,
    "python-docx": _python_docx,
}
MANY_PROGRAMS = {"docxtpl + LibreOffice": _many_soffice, "docxtpl + Typst": _many_typst}

if __name__ == "__main__":
    name, how, place = sys.argv[1:]
    if name == "template":
        template(Path(place))
    else:
        content = json.loads((Path(place) / "content.json").read_text("utf-8"))
        (PROGRAMS if how == "one" else MANY_PROGRAMS)[name](content, Path(place))
