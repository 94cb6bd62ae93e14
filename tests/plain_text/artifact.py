"""Writes a paper's tree as plain text under a head that bears its identity, and reads that head again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict

from egci_reports.engine.document.dump import dump
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.formats import Artifact
from egci_reports.engine.writers.pdf.write import Layout

SIGNATURE = b"made-up text\n"


def write(made: Layout, _theme: Theme) -> Artifact:
    """Write the identity, a line a field, an empty line and the tree; a memo has no identity."""
    document, identity = made.document, made.document.meta.identity
    head = "".join(f"{name}: {value}\n" for name, value in asdict(identity).items()) if identity else ""
    return Artifact(SIGNATURE + f"{head}\n{dump(document)}".encode(), 0, ("made-up standard",))


def said(content: bytes) -> Mapping[str, str]:
    """Return the fields of the head."""
    lines = content.removeprefix(SIGNATURE).partition(b"\n\n")[0].decode().splitlines()
    return dict(line.split(": ", 1) for line in lines)


def claims(_content: bytes) -> tuple[str, ...]:
    """Return the made-up standard."""
    return ("made-up standard",)


def unpacked(content: bytes) -> Iterator[bytes]:
    """Yield the file, with blanks at its end taken for packing."""
    yield content.rstrip()
