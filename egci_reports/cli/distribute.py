"""`distribute`: numbered copies of a paper, to each holder once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from egci_reports.app.papers.named import EVERYTHING, parted
from egci_reports.app.papers.order import DRAFT, Order
from egci_reports.cli import completion, options
from egci_reports.cli.arrivals import ArrivalAnswers
from egci_reports.cli.mail_login import logged_in
from egci_reports.cli.paper import edition, marking, numbered
from egci_reports.cli.settings import Settings
from egci_reports.errors import WriteError

if TYPE_CHECKING:
    from egci_reports.distribution.issuance import Issuance
    from egci_reports.distribution.issue import CopyOutcome
    from egci_reports.distribution.issue_plan import IssueOptions

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
    from egci_reports.distribution.issue_plan import IssueOptions  # noqa: PLC0415 - `--help` needs none of it

    kind, named, only = parted(kind, subject, only)
    if amended is not None and edition != DRAFT:
        raise click.UsageError("--addendum-to and --edition both name an edition: give one of them")
    answers = ArrivalAnswers(arrived, lost)
    if is_issue:
        settings.workspace().writable_data()
    order = Order(kind, named or EVERYTHING, amended or edition, settings.as_of, marking)
    if amended is None:
        issuances = _papers(settings, order, only)
    else:
        issuances = _addenda(settings, order, only, is_next)
    wanted = IssueOptions(without, send)
    if not is_issue:
        return _show(settings, issuances, wanted)
    return _issue(settings, issuances, wanted, answers, (server, sender))


def _papers(settings: Settings, order: Order, only: str | None) -> tuple[Issuance, ...]:
    from egci_reports.distribution.editions import begin_all  # noqa: PLC0415

    return begin_all(settings.workspace(), order, only)


def _addenda(settings: Settings, order: Order, only: str | None, is_next: bool) -> tuple[Issuance, ...]:  # noqa: FBT001 - one of a command's options
    """Return the addenda, and say which papers need none."""
    from egci_reports.cli.addendum import unchanged  # noqa: PLC0415
    from egci_reports.distribution.addenda import begin_addenda  # noqa: PLC0415

    issuances, as_they_were = begin_addenda(settings.workspace(), order, only, is_next=is_next)
    for one in as_they_were:
        settings.note(f"{unchanged(one)} Its holders get none.")
    return issuances


def _show(settings: Settings, issuances: tuple[Issuance, ...], wanted: IssueOptions) -> int:
    """Say who would get what."""
    from egci_reports.cli.copies import show_plans  # noqa: PLC0415
    from egci_reports.distribution.issuance import plan_all  # noqa: PLC0415

    show_plans(settings, issuances, plan_all(issuances, wanted))
    return 0


def _issue(
    settings: Settings,
    issuances: tuple[Issuance, ...],
    wanted: IssueOptions,
    answers: ArrivalAnswers,
    mail: tuple[str | None, str | None],
) -> int:
    """Issue the copies; `mail` is the address of the mail server, and the sender's."""
    from egci_reports.cli.copies import became, named, show_outcomes  # noqa: PLC0415
    from egci_reports.distribution.issuance import plan_all  # noqa: PLC0415
    from egci_reports.distribution.issue import issue_all  # noqa: PLC0415
    from egci_reports.distribution.plan import require_mailable  # noqa: PLC0415

    if wanted.send:
        require_mailable(issuances[0].records)
    server = logged_in(*mail) if wanted.send else None
    answers.require_clear(plan_all(issuances, wanted) if answers.are_given else ())

    def tell(done: CopyOutcome) -> None:
        settings.note(f"{named(done.copy)}: {became(done)}")

    outcomes = issue_all(issuances, wanted, server, ask=answers, tell=tell)
    show_outcomes(settings, issuances, outcomes)
    return 0 if all(outcome.is_whole for outcome in outcomes) else _NOT_DONE
