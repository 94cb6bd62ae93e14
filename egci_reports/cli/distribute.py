"""`distribute`: numbered copies of a paper, to each holder once."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from egci_reports.app.papers.named import EVERYTHING, parted
from egci_reports.app.papers.order import DRAFT, Order
from egci_reports.cli import completion, options
from egci_reports.cli.layout import plain
from egci_reports.cli.paper import edition, marking, numbered
from egci_reports.cli.settings import Settings
from egci_reports.errors import Finding, UsageError, WriteError

if TYPE_CHECKING:
    from egci_reports.distribution.entries import LedgerLine
    from egci_reports.distribution.issuance import Issuance
    from egci_reports.distribution.issue import CopyOutcome
    from egci_reports.distribution.mail import Server
    from egci_reports.distribution.plan import IssueOptions, IssuePlan, PlannedCopy

_NOT_DONE = WriteError.exit_code
"""The exit code where a copy that was to go out did not, or may not have."""


@click.command()
@click.argument("kind", metavar="KIND", shell_complete=completion.kinds)
@click.argument("subject", required=False, metavar="[YEAR OR NUMBER]", shell_complete=completion.subjects)
@click.option(
    "--issue", "is_issue", is_flag=True, help="Issue the copies; without it, only say what would be."
)
@click.option("--send", is_flag=True, help="Send mail to those who get theirs by mail.")
@click.option(
    "--for",
    "only",
    shell_complete=completion.readers,
    metavar="AUDIENCE",
    help="Only the paper for internal, joint or public readers, or one department's part of a briefing.",
)
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
@click.option(
    "--addendum-to",
    "amended",
    callback=numbered,
    metavar="NUMBER",
    help="To the holders of this edition, the addendum to it.",
)
@click.option("--next", "is_next", is_flag=True, help="Give a changed addendum the next number.")
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
    subject: str | None,
    *,
    is_issue: bool,
    send: bool,
    only: str | None,
    without: tuple[str, ...],
    arrived: tuple[int, ...],
    lost: tuple[int, ...],
    server: str | None,
    sender: str | None,
    amended: str | None,
    is_next: bool,
    edition: str,
    marking: str | None,
) -> int:
    """Give numbered copies of a paper to their holders.

    The holders stand in data/distribution.yaml, each with the audience of the papers it gets: one command
    makes the paper once for each audience, and for each department its part of a briefing. Without --issue
    nothing is issued: the command says who would get what, and why anybody is left out. With it, each copy
    goes out once, however often the command is given, and data/ledger.jsonl keeps who has which. The login of
    a mail server is taken from EGCI_SMTP_USER and EGCI_SMTP_PASSWORD, or asked for. The exit code is 4 if a
    copy did not go out.

    \b
    Examples:
      egci-report distribute annual 2024
      egci-report distribute annual 2023 --edition 1.0 --issue
      egci-report distribute annual 2023 --edition 1.0 --issue --send
      egci-report distribute annual 2024 --for joint
      egci-report distribute briefing 20
      egci-report distribute call 20
      egci-report distribute reminder 21 --edition 1.0 --issue
      egci-report distribute briefing 20 --addendum-to 1.0
    """
    from egci_reports.distribution.editions import begin_all  # noqa: PLC0415 - `--help` needs none of it
    from egci_reports.distribution.issuance import plan_all  # noqa: PLC0415
    from egci_reports.distribution.plan import IssueOptions, require_mailable  # noqa: PLC0415

    kind, named, only = parted(kind, subject, only)
    subject = named or EVERYTHING
    if amended is not None and edition != DRAFT:
        raise click.UsageError("--addendum-to and --edition both name an edition: give one of them")
    answers = _Answers(arrived, lost)
    workspace = settings.workspace()
    if is_issue:
        workspace.writable_data()
    if amended is not None:
        issuances = _addenda(settings, Order(kind, subject, amended, settings.as_of, marking), only, is_next)
    else:
        issuances = begin_all(workspace, Order(kind, subject, edition, settings.as_of, marking), only)
    wanted = IssueOptions(without, send)
    if not is_issue:
        from egci_reports.cli.copies import show_plans  # noqa: PLC0415

        show_plans(settings, issuances, plan_all(issuances, wanted))
        return 0
    if send:
        require_mailable(issuances[0].records)
    mail = _server(server, sender) if send else None
    answers.require_clear(plan_all(issuances, wanted) if answers.are_given else ())
    return _issue(settings, issuances, wanted, mail, answers)


def _addenda(settings: Settings, order: Order, only: str | None, is_next: bool) -> tuple[Issuance, ...]:  # noqa: FBT001 - one of a command's options
    """Return the addenda, and say which papers need none."""
    from egci_reports.cli.addendum import unchanged  # noqa: PLC0415
    from egci_reports.distribution.addenda import begin_addenda  # noqa: PLC0415

    issuances, as_they_were = begin_addenda(settings.workspace(), order, only, is_next=is_next)
    for one in as_they_were:
        settings.note(f"{unchanged(one)} Its holders get none.")
    return issuances


def _issue(
    settings: Settings,
    issuances: tuple[Issuance, ...],
    wanted: IssueOptions,
    server: Server | None,
    answers: _Answers,
) -> int:
    from egci_reports.cli.copies import became, named, show_outcomes  # noqa: PLC0415
    from egci_reports.distribution.issue import issue_all  # noqa: PLC0415

    def tell(done: CopyOutcome) -> None:
        settings.note(f"{named(done.copy)}: {became(done)}")

    outcomes = issue_all(issuances, wanted, server, ask=answers, tell=tell)
    show_outcomes(settings, issuances, outcomes)
    return 0 if all(outcome.is_whole for outcome in outcomes) else _NOT_DONE


class _Answers:
    """Answers whether a message arrived: by the options, else by asking whoever sits at the terminal."""

    def __init__(self, arrived: tuple[int, ...], lost: tuple[int, ...]) -> None:
        if both := set(arrived) & set(lost):
            raise click.UsageError(f"copy {min(both)} cannot both have arrived and be lost")
        self._known = dict.fromkeys(arrived, True) | dict.fromkeys(lost, False)

    @property
    def are_given(self) -> bool:
        """Whether options answer for any copy."""
        return bool(self._known)

    def require_clear(self, plans: Iterable[IssuePlan]) -> None:
        """Raise UsageError (U410) if a number answers for copies of two papers."""
        numbers = [copy.number for plan in plans for copy in plan.open]
        for number in self._known:
            if numbers.count(number) > 1:
                message = f"copy {number} of more than one paper is not known to have arrived"
                hint = "say which is meant: --for joint, or --for and the department"
                raise UsageError(Finding("U410", message, hint=hint))

    def __call__(self, copy: PlannedCopy, line: LedgerLine) -> bool | None:
        """Return whether the message has arrived; None if nobody says."""
        if copy.number in self._known or not sys.stdin.isatty():
            return self._known.get(copy.number)
        sent = f"Copy {copy.number}, {copy.holder.printed}, sent {line.at} as {line.entry.message}"
        question = f"{sent}: has it arrived? (yes, no, unknown)"
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
