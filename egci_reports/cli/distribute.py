"""`distribute`: numbered copies of a paper, to each holder once."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from egci_reports.app.order import Order
from egci_reports.cli import options
from egci_reports.cli.layout import plain, terminal_width
from egci_reports.cli.paper import edition, marking
from egci_reports.cli.settings import Settings
from egci_reports.cli.table import columns
from egci_reports.errors import Finding, UsageError, WriteError

if TYPE_CHECKING:
    from egci_reports.distribution.desk import Desk
    from egci_reports.distribution.entries import Line
    from egci_reports.distribution.issue import Done, Outcome
    from egci_reports.distribution.mail import Server
    from egci_reports.distribution.plan import Plan, PlannedCopy, Wanted

_NOT_DONE = WriteError.exit_code
"""The exit code where a copy that was to go out did not, or may not have."""


@click.command()
@click.argument("kind", metavar="KIND")
@click.argument("subject", default="all", metavar="[YEAR]")
@click.option(
    "--issue", "is_issue", is_flag=True, help="Issue the copies; without it, only say what would be."
)
@click.option("--send", is_flag=True, help="Send mail to those who get theirs by mail.")
@click.option("--without", multiple=True, metavar="BODY", help="Leave a recipient out; may be repeated.")
@click.option(
    "--arrived", multiple=True, type=int, metavar="COPY", help="A message of unknown fate has arrived."
)
@click.option(
    "--lost", multiple=True, type=int, metavar="COPY", help="A message of unknown fate has not arrived."
)
@click.option(
    "--server", envvar="EGCI_SMTP_SERVER", metavar="URL", help="smtp://host:587 (STARTTLS) or smtps://host."
)
@click.option("--sender", envvar="EGCI_SMTP_SENDER", metavar="ADDRESS", help="The sender's mail address.")
@edition
@marking
@options.out
@options.as_of
@options.as_json
@options.common
@click.pass_obj
def distribute(
    settings: Settings,
    kind: str,
    subject: str,
    *,
    is_issue: bool,
    send: bool,
    without: tuple[str, ...],
    arrived: tuple[int, ...],
    lost: tuple[int, ...],
    server: str | None,
    sender: str | None,
    edition: str,
    marking: str | None,
) -> int:
    """Give numbered copies of a paper to their holders.

    The holders stand in data/distribution.yaml. Without --issue nothing is issued: the command says who
    would get what, and why anybody is left out. With it, each copy goes out once, however often the command
    is given, and data/ledger.jsonl keeps who has which. The login of a mail server is taken from
    EGCI_SMTP_USER and EGCI_SMTP_PASSWORD, or asked for. The exit code is 4 if a copy did not go out.

    \b
    Examples:
      egci-report distribute annual 2024
      egci-report distribute annual 2023 --edition 1.0 --issue
      egci-report distribute annual 2023 --edition 1.0 --issue --send
    """
    from egci_reports.distribution.desk import open_desk, plan  # noqa: PLC0415 - `--help` needs neither
    from egci_reports.distribution.plan import Wanted  # noqa: PLC0415

    workspace = settings.workspace()
    if is_issue:
        workspace.writable_data()
    mail = _server(server, sender) if is_issue and send else None
    desk = open_desk(workspace, Order(kind, subject, edition, settings.as_of, marking))
    wanted = Wanted(without, send)
    if not is_issue:
        _show_plan(settings, desk, plan(desk, wanted))
        return 0
    return _issue(settings, desk, wanted, mail, _Answers(arrived, lost, desk))


def _issue(settings: Settings, desk: Desk, wanted: Wanted, server: Server | None, answers: _Answers) -> int:
    from egci_reports.distribution.issue import issue  # noqa: PLC0415

    def tell(done: Done) -> None:
        settings.note(f"{_said(done.copy)}: {_became(done)}")

    outcome = issue(desk, wanted, server, ask=answers, tell=tell)
    if settings.as_json:
        click.echo(_json(desk, outcome))
    else:
        for path in (*(path for done in outcome.issued for path in done.paths), *outcome.notes):
            click.echo(_shown(path))
        for path in outcome.manifest:
            click.echo(_shown(path))
    _say(settings, desk, outcome)
    return 0 if outcome.is_whole else _NOT_DONE


class _Answers:
    """Answers whether a message arrived: by the options, else by asking whoever sits at the terminal."""

    def __init__(self, arrived: tuple[int, ...], lost: tuple[int, ...], desk: Desk) -> None:
        if both := set(arrived) & set(lost):
            raise click.UsageError(f"copy {min(both)} cannot both have arrived and be lost")
        self._known = dict.fromkeys(arrived, True) | dict.fromkeys(lost, False)
        self._sent = desk.master.edition

    def __call__(self, copy: PlannedCopy, line: Line) -> bool | None:
        """Return whether the message has arrived; None if nobody says."""
        if copy.number in self._known or not sys.stdin.isatty():
            return self._known.get(copy.number)
        question = (
            f"{_said(copy)}, message {line.entry.message}, {line.at}: has it arrived? (yes, no, unknown)"
        )
        choice = click.Choice(["yes", "no", "unknown"])
        said = click.prompt(plain(question), type=choice, default="unknown", show_choices=False, err=True)
        return {"yes": True, "no": False}.get(said)


def _server(address: str | None, sender: str | None) -> Server:
    """Return the mail server with its login, from the environment or asked for, never from a file."""
    from dataclasses import replace  # noqa: PLC0415

    from egci_reports.distribution.mail import server_of  # noqa: PLC0415

    server, user = server_of(address, sender), os.environ.get("EGCI_SMTP_USER")
    if not user:
        return server
    password = os.environ.get("EGCI_SMTP_PASSWORD")
    if password is None and not sys.stdin.isatty():
        hint = "set EGCI_SMTP_PASSWORD, or give the command in a terminal, where it is asked for"
        raise UsageError(Finding("U408", "there is no password for the mail server", hint=hint))
    if password is None:
        password = click.prompt(f"Password of {plain(user)}", hide_input=True, err=True)
    return replace(server, user=user, password=password)


def _show_plan(settings: Settings, desk: Desk, made: Plan) -> None:
    """Say who would get what by which channel, who gets nothing and why, and what would be superseded."""
    if settings.as_json:
        click.echo(_plan_json(desk, made))
        return
    rows = [[str(c.number), c.holder.printed, c.channel.value, _goes_to(desk, c)] for c in made.copies]
    _table(["Copy", "Holder", "By", "To"], rows)
    _table(["Not issued", "Why"], [[out.holder.printed, out.reason] for out in made.left_out])
    _table(["Not known to have arrived", "Answer"], _open_rows(made))
    old = [[line.entry.edition, str(line.entry.copy), line.entry.holder] for line in made.earlier]
    _table(["Out, to be superseded", "Copy", "Holder"], old)
    settings.note(f"{desk.master.meta.title}, {desk.master.edition.lower()}: {desk.master.pages} pages.")
    settings.note("Nothing was issued; --issue does it.")


def _table(heads: list[str], rows: list[list[str]]) -> None:
    if rows:
        lines = columns(heads, rows, terminal_width())
        click.echo("\n".join([click.style(lines[0], bold=True), *lines[1:], ""]))


def _open_rows(made: Plan) -> list[list[str]]:
    return [[_said(copy), f"--arrived {copy.number} or --lost {copy.number}"] for copy in made.open]


def _goes_to(desk: Desk, copy: PlannedCopy) -> str:
    """Return where a copy goes: an address, or a file in the folder of the edition."""
    from egci_reports.distribution.delivery import SUFFIXES  # noqa: PLC0415

    suffix = SUFFIXES.get(copy.channel)
    return str(copy.address) if suffix is None else desk.name(copy).removesuffix(".pdf") + suffix


def _said(copy: PlannedCopy) -> str:
    return plain(f"Copy {copy.number} of {copy.copies}, {copy.holder.printed}")


def _became(done: Done) -> str:
    entry = done.line.entry
    return plain(f"{entry.event.value}{f' ({entry.result})' if entry.result else ''}")


def _shown(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _say(settings: Settings, desk: Desk, outcome: Outcome) -> None:
    """Say how many went out, and of each that did not why, and what to do."""
    for out in outcome.left_out:
        settings.note(plain(f"{out.holder.printed}: {out.reason}"))
    for done in outcome.unknown:
        number = done.copy.number
        settings.note(f"{_said(done.copy)}: nobody knows whether it arrived, so it is not sent again.")
        settings.note(f"  Ask the holder, then add --arrived {number} or --lost {number}.")
    for copy in outcome.untried:
        settings.note(f"{_said(copy)}: not tried: the mail server is out of reach, or --send is missing.")
    if outcome.notes:
        settings.note(f"{len(outcome.notes)} holders of superseded copies: a note for each is drafted.")
    settings.note(
        f"Issued now: {len(outcome.issued)}. Not issued: {len(outcome.failed) + len(outcome.untried)}."
    )
    settings.next(f"egci-report who-has {desk.master.issue.paper} {desk.master.issue.edition}")


def _plan_json(desk: Desk, made: Plan) -> str:
    told = {
        "paper": made.issue.paper,
        "edition": made.issue.edition,
        "pages": desk.master.pages,
        "copies": [
            {**_plain(copy), "channel": copy.channel.value, "to": _goes_to(desk, copy)}
            for copy in made.copies
        ],
        "left_out": [{"holder": out.holder.printed, "reason": out.reason} for out in made.left_out],
        "unknown": [_plain(copy) for copy in made.open],
        "superseded": [
            {"edition": line.entry.edition, "copy": line.entry.copy, "holder": line.entry.holder}
            for line in made.earlier
        ],
    }
    return json.dumps(told, indent=2, ensure_ascii=False)


def _plain(copy: PlannedCopy) -> dict[str, object]:
    return {"copy": copy.number, "copies": copy.copies, "holder": copy.holder.printed}


def _json(desk: Desk, outcome: Outcome) -> str:
    def told(done: Done) -> dict[str, object]:
        return {
            **_plain(done.copy),
            "result": done.line.entry.result,
            "files": [str(path) for path in done.paths],
        }

    return json.dumps(
        {
            "paper": desk.master.issue.paper,
            "edition": desk.master.issue.edition,
            "issued": [told(done) for done in outcome.issued],
            "failed": [told(done) for done in outcome.failed],
            "unknown": [told(done) for done in outcome.unknown],
            "untried": [_plain(copy) for copy in outcome.untried],
            "left_out": [{"holder": out.holder.printed, "reason": out.reason} for out in outcome.left_out],
            "notes": [str(path) for path in outcome.notes],
            "manifest": [str(path) for path in outcome.manifest],
        },
        indent=2,
        ensure_ascii=False,
    )
