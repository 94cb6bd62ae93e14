"""Lays Word files out with LibreOffice, as a second opinion on what stands on which page."""

from __future__ import annotations

import io
import os
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

import pypdf

FONTS = Path(__file__).parents[2] / "egci_reports" / "theme" / "fonts"
STAND_INS = {"Arial": "Arimo", "Microsoft JhengHei": "Noto Sans HK", "Microsoft YaHei": "Noto Sans SC"}
"""The fonts that Word files name, and those of the same widths that stand in for them."""
OPTIONS = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
PATIENCE = 180


def to_pdf(docx: bytes) -> bytes:
    """Return a Word file as LibreOffice prints it. Calls may run side by side."""
    with tempfile.TemporaryDirectory(prefix="egci-soffice-") as folder:
        home = Path(folder)
        (home / "paper.docx").write_bytes(docx)
        command = [
            "soffice",
            f"-env:UserInstallation={(home / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            OPTIONS,
            "--outdir",
            str(home),
            str(home / "paper.docx"),
        ]
        environment = {**os.environ, "FONTCONFIG_FILE": str(_font_configuration(home)), "HOME": folder}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE)
        made = home / "paper.pdf"
        assert made.exists(), f"soffice made no PDF: {done.stdout}{done.stderr}"
        return made.read_bytes()


def pages_by_bookmark(docx: bytes) -> dict[str, int]:
    """Return the page (from 1) of each bookmark of a Word file as LibreOffice lays it out."""
    return bookmark_pages(to_pdf(docx))


def bookmark_pages(pdf: bytes) -> dict[str, int]:
    """Return the pages of the named destinations of a PDF that `to_pdf` made."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    found = {}
    for name, destination in reader.named_destinations.items():
        page = reader.get_destination_page_number(destination)
        assert page is not None
        found[_decoded(name)] = page + 1
    return found


def _decoded(name: str) -> str:
    """Return the bookmark's name: LibreOffice writes the underline in hexadecimal."""
    return name.removeprefix("/").replace("5F", "_")


def _font_configuration(home: Path) -> Path:
    """Write a fontconfig file that knows the project's fonts only, and what they stand in for."""
    aliases = "".join(
        f'<alias binding="same"><family>{escape(asked)}</family>'
        f"<prefer><family>{ours}</family></prefer></alias>"
        for asked, ours in STAND_INS.items()
    )
    written = home / "fonts.conf"
    written.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{FONTS}</dir><cachedir>{home / 'font-cache'}</cachedir>{aliases}</fontconfig>"
    )
    return written
