"""The manifest of an edition: every copy and every file with its SHA-256, and the head of the ledger."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from egci_reports.app.papers.receipts import sha256
from egci_reports.distribution.entries import BEGINNING, LedgerLine
from egci_reports.distribution.letters import Letters
from egci_reports.distribution.register import CopyRegister, is_open
from egci_reports.errors import WriteError
from egci_reports.files import PAPER, Refused, list_folder, read_bytes
from egci_reports.workspace import unwritable
from egci_reports.writing import write_together

FILE = "manifest.json"
PAGE = "manifest.pdf"


@dataclass(frozen=True, slots=True)
class FileHash:
    """A file and its SHA-256."""

    name: str
    sha256: str


def write_manifest(folder: Path, letters: Letters, lines: Sequence[LedgerLine]) -> tuple[Path, Path]:
    """Write both forms of the manifest into the folder of an edition; return where.

    Raises WriteError, and TemplateError where the template of the page is wrong.
    """
    register = CopyRegister.of(lines)
    issue = letters.master.issue
    copies = [line.entry for line in register.holders(issue)]
    unsure = [line.entry for (of, _), line in register.latest.items() if of == issue and is_open(line)]
    superseded = [line.entry for line in register.earlier(issue)]
    head = {"lines": len(lines), "head": lines[-1].hash if lines else BEGINNING}
    files = _files(folder)
    page = letters.manifest(
        {
            "master": issue.master,
            "copies": copies,
            "unsure": unsure,
            "superseded": superseded,
            "files": files,
            **head,
        }
    )
    meta = letters.master.meta
    told = {
        **issue._asdict(),
        "title": meta.title,
        "audience": meta.identity.audience if meta.identity else None,
        "marking": meta.marking,
        "position": meta.date,
        "pages": letters.master.pages,
        "made_from": asdict(meta.identity) if meta.identity else None,
        "copies": [asdict(entry) for entry in copies],
        "unsure": [asdict(entry) for entry in unsure],
        "superseded": [asdict(entry) for entry in superseded],
        "files": [asdict(file) for file in (*files, FileHash(PAGE, sha256(page)))],
        "ledger": head,
    }
    written = {
        folder / PAGE: page,
        folder / FILE: (json.dumps(told, indent=2, ensure_ascii=False) + "\n").encode(),
    }
    write_together(written)
    return folder / FILE, folder / PAGE


def _files(folder: Path) -> list[FileHash]:
    """Return the files of the folder but for the manifest's own, by name."""
    own = (FILE, PAGE)
    try:
        entries = list_folder(folder)
    except FileNotFoundError:  # all copies went by mail
        return []
    except Refused as error:
        raise WriteError(unwritable(error)) from error
    try:
        return [
            FileHash(entry.name, sha256(read_bytes(entry.path, inside=folder, most=PAPER)))
            for entry in entries
            if entry.name not in own and not entry.name.startswith(".") and not entry.is_folder
        ]
    except FileNotFoundError:
        return []  # all copies went by mail
    except Refused as error:
        raise WriteError(unwritable(error)) from error
