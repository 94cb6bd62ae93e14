"""`verify`: what a file is, what it was made from, and whether it is as it was built."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from egci_reports.app.verify import State, Verdict
from egci_reports.app.verify import verify as verify_file
from egci_reports.cli import options
from egci_reports.cli.layout import hang, plain, terminal_width
from egci_reports.cli.settings import Settings
from egci_reports.errors import VerificationError

_LABELS = 12

_STATES = {
    State.AS_BUILT: "as it was built, byte for byte",
    State.REPACKED: "the content is as it was built; the file was compressed anew",
    State.ALTERED: "ALTERED since it was built",
    State.NO_RECEIPT: "made by egci-report; no receipt is at hand to compare its bytes with",
    State.NOT_OURS: "NOT made by egci-report, or no longer saying so",
}
_CURRENT = {
    True: "the records as they are now",
    False: "other records than those here",
    None: "not to be read",
}


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path), metavar="FILE..."
)
@options.out
@options.as_json
@options.common
@click.pass_obj
def verify(settings: Settings, files: tuple[Path, ...]) -> int:
    """Say what a file is, and whether it is as it was built.

    The file is compared with the receipts beside it and in the output folder. The exit code is 5 if a file
    was altered or was not made by this program.

    \b
    Examples:
      egci-report verify reports/annual-2024.pdf
      egci-report verify *.docx --json
    """
    workspace = settings.workspace()
    verdicts = [verify_file(workspace, path) for path in files]
    if settings.as_json:
        click.echo(json.dumps([_plain(verdict) for verdict in verdicts], indent=2, ensure_ascii=False))
    else:
        click.echo("\n\n".join("\n".join(_lines(verdict)) for verdict in verdicts))
    return 0 if all(verdict.state.is_fine for verdict in verdicts) else VerificationError.exit_code


def _lines(verdict: Verdict) -> list[str]:
    """Return what is known of a file, a label and a fact to the line."""
    rows = {"State": _STATES[verdict.state]}
    if verdict.identity is not None:
        identity = verdict.identity
        rows["Paper"] = f"{identity.kind} {identity.subject}, {_edition(identity.edition)}"
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


def _edition(edition: str) -> str:
    return edition if edition == "draft" else f"edition {edition}"


def _plain(verdict: Verdict) -> dict[str, object]:
    return {
        "file": str(verdict.path),
        "state": verdict.state.value,
        "identity": asdict(verdict.identity) if verdict.identity else None,
        "claims": list(verdict.claims),
        "pages": verdict.pages,
        "sha256": verdict.sha256,
        "current": verdict.is_current,
    }
