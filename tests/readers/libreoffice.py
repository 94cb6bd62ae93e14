"""Lays Word files out with LibreOffice, as a second opinion on what stands on which page."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pypdf

from tests.conformance.required import require
from tests.readers import word

FONTS = Path(__file__).parents[2] / "egci_reports" / "engine" / "theme" / "fonts"
STAND_INS = {"Arial": "Arimo", "Microsoft JhengHei": "Noto Sans HK", "Microsoft YaHei": "Noto Sans SC"}
"""The fonts that Word files name, and those of the same widths that stand in for them."""
OPTIONS = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
PATIENCE = 180


def to_pdf(docx: bytes) -> bytes:
    """Return a Word file as LibreOffice prints it."""
    return to_pdfs([docx])[0]


def to_pdfs(files: Sequence[bytes]) -> list[bytes]:
    """Return Word files as LibreOffice prints them: one start for all, since starting is what takes long.

    Calls may run side by side.
    """
    require(shutil.which("soffice"), "LibreOffice is not installed")
    with tempfile.TemporaryDirectory(prefix="egci-soffice-") as folder:
        home = Path(folder)
        papers = [home / f"paper{number}.docx" for number in range(len(files))]
        for path, docx in zip(papers, files, strict=True):
            path.write_bytes(docx)
        command = [
            "soffice",
            f"-env:UserInstallation={(home / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            OPTIONS,
            "--outdir",
            str(home),
            *map(str, papers),
        ]
        environment = {**os.environ, "FONTCONFIG_FILE": str(_font_configuration(home)), "HOME": folder}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE)
        made = [path.with_suffix(".pdf") for path in papers]
        assert all(path.exists() for path in made), f"soffice made no PDF: {done.stdout}{done.stderr}"
        return [path.read_bytes() for path in made]


def pages_differ(docx: bytes, pdf: bytes) -> list[str]:
    """Return where the page numbers printed in a Word file differ from those of LibreOffice's PDF of it."""
    pages = bookmark_pages(pdf)
    return [
        f"{bookmark} is said to be on page {printed}, is on {pages[bookmark]}"
        for bookmark, printed in word.printed_pages(docx)
        if printed != pages[bookmark]
    ]


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
