"""`verify`: what a file is, what it was made from, and whether it is as it was built."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from egci_reports.app.papers.editions import edition_in_words
from egci_reports.app.papers.order import Audience
from egci_reports.app.papers.verify import FileState, Verdict, content_of, files_named
from egci_reports.app.papers.verify import verify as verify_file
from egci_reports.cli import options
from egci_reports.cli.layout import hang, plain, terminal_width
from egci_reports.cli.settings import Settings
from egci_reports.distribution.ledger import read_ledger
from egci_reports.distribution.provenance import CopyStatus, Provenance, provenance
from egci_reports.distribution.register import CopyRegister
from egci_reports.errors import VerificationError

_LABELS = 12

_STATES = {
    FileState.AS_BUILT: "as it was built, byte for byte",
    FileState.REPACKED: "the content is as it was built; the file was compressed anew",
    FileState.ALTERED: "ALTERED since it was built",
    FileState.NO_RECEIPT: "made by egci-report; no receipt is at hand to compare its bytes with",
    FileState.NOT_OURS: "NOT made by egci-report, or no longer saying so",
}
_STANDINGS = {
    CopyStatus.GENUINE: "GENUINE: as it was issued, byte for byte, and in force",
    CopyStatus.SUPERSEDED: "GENUINE, but SUPERSEDED: as it was issued, byte for byte",
    CopyStatus.ALTERED: "ALTERED since it was issued",
    CopyStatus.UNRECORDED: "NOT ISSUED: it says that it is a numbered copy, and the ledger does not know it",
}
_AUDIENCES = {
    "internal": "the Hong Kong side only: the secretariat and named officers",
    "department": "one body only: {body}",
    "joint": "both sides",
    "public": "the public",
}
_ALL_ASKED = "the departments that are asked"
_CURRENT = {
    True: "the records as they are now",
    False: "other records than those here",
    None: "not to be read",
}


@click.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=options.PlaceType(path_type=Path),
    metavar="FILE...",
)
@options.looked_in
@options.as_json
@options.common
@click.pass_obj
def verify(settings: Settings, files: tuple[Path, ...]) -> int:
    """Say what a file is, and whether it is as it was built.

    FILE may be the name of a paper, annual-2024 or annual 2024, for all its files in the output folder. It is
    compared with the receipts beside it and in the output folder, and a numbered copy with the ledger:
    whose it was, and whether a later edition has taken its place. The exit code is 5 if a file was
    altered or was not made, or as a copy not issued, by this program.

    \b
    Examples:
      egci-report verify reports/annual-2024.pdf
      egci-report verify annual 2024
      egci-report verify *.docx --json
    """
    workspace = settings.workspace()
    register = CopyRegister.of(read_ledger(workspace.data))
    contents = ((path, content_of(path)) for path in files_named(workspace, list(map(str, files))))
    found = [(verify_file(workspace, path, raw), provenance(raw, register)) for path, raw in contents]
    if settings.as_json:
        click.echo(json.dumps([_plain(*one) for one in found], indent=2, ensure_ascii=False))
    else:
        click.echo("\n\n".join("\n".join(_lines(*one)) for one in found))
    return 0 if all(_is_fine(*one) for one in found) else VerificationError.exit_code


def _is_fine(verdict: Verdict, copy: Provenance | None) -> bool:
    return verdict.state.is_fine if copy is None else copy.standing.is_fine


def _lines(verdict: Verdict, copy: Provenance | None) -> list[str]:
    """Return what is known of a file, a label and a fact to the line."""
    rows = {"State": _STATES[verdict.state] if copy is None else _STANDINGS[copy.standing]}
    if copy is not None:
        rows |= _whose(copy)
    if verdict.identity is not None:
        identity = verdict.identity
        rows["Paper"] = f"{identity.kind} {identity.subject}, {edition_in_words(identity.edition)}"
        audience, _, body = identity.audience.partition(" ")
        is_of_all = identity.audience == Audience.DEPARTMENT
        rows["Made for"] = _ALL_ASKED if is_of_all else _AUDIENCES[audience].format(body=body)
        rows["Made from"] = f"{_CURRENT[verdict.is_current]} ({identity.records[:12]})"
        rows["Made by"] = f"egci-report {identity.tool}"
    if verdict.pages:
        rows["Pages"] = str(verdict.pages)
    if verdict.claims:
        rows["Claims"] = ", ".join(verdict.claims)
    rows["SHA-256"] = verdict.sha256
    width = terminal_width()
    lines = [click.style(plain(str(verdict.path)), bold=True)]
    for label, text in rows.items():
        lines += hang(label, text, _LABELS, width)
    return lines


def _whose(copy: Provenance) -> dict[str, str]:
    """Return which copy a file is, to whom it was issued, and what has taken its place."""
    if copy.line is None:
        return {"Copy": str(copy.copy)}
    entry = copy.line.entry
    rows = {"Copy": f"{entry.copy} of {entry.copies}", "Holder": entry.holder, "Issued": copy.line.at}
    if copy.addendum is not None:
        rows["Read with"] = edition_in_words(copy.addendum.edition)
    return rows if copy.later is None else {**rows, "In force": edition_in_words(copy.later.edition)}


def _plain(verdict: Verdict, copy: Provenance | None) -> dict[str, object]:
    line = copy.line if copy else None
    return {
        "file": str(verdict.path),
        "state": verdict.state.value,
        "identity": asdict(verdict.identity) if verdict.identity else None,
        "claims": list(verdict.claims),
        "pages": verdict.pages,
        "sha256": verdict.sha256,
        "current": verdict.is_current,
        "copy": copy.copy if copy else None,
        "standing": copy.standing.value if copy else None,
        "holder": line.entry.holder if line else None,
        "issued": line.at if line else None,
        "in_force": copy.later.edition if copy and copy.later else None,
        "addendum": copy.addendum.edition if copy and copy.addendum else None,
    }
