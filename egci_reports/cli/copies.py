"""Shows what a distribution would do and what it did, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

import click

from egci_reports.app.papers.editions import edition_in_words
from egci_reports.app.papers.order import DRAFT
from egci_reports.cli.layout import plain, terminal_width
from egci_reports.cli.paper import shown
from egci_reports.cli.settings import Settings
from egci_reports.cli.table import columns
from egci_reports.distribution.delivery import SUFFIXES
from egci_reports.distribution.issuance import Issuance
from egci_reports.distribution.issue import CopyOutcome, IssueOutcome
from egci_reports.distribution.issue_plan import ExcludedRecipient, IssuePlan, PlannedCopy
from egci_reports.distribution.names import base_and_reader


def show_plans(settings: Settings, issuances: Sequence[Issuance], plans: Sequence[IssuePlan]) -> None:
    """Say who would get what by which channel, who gets nothing and why, and what would be superseded."""
    left_out = _left_out([plan.left_out for plan in plans])
    pairs = [
        (issuance, replace(plan, left_out=left))
        for issuance, plan, left in zip(issuances, plans, left_out, strict=True)
    ]
    if settings.as_json:
        _echo_json([_plan_as_json(*pair) for pair in pairs])
    else:
        click.echo("\n\n".join("\n".join(lines) for pair in pairs for lines in _tables(*pair)))
    for pair in pairs:
        _note(settings, *pair)
    settings.note("Nothing was issued; the same command with --issue does it.")


def _left_out(several: Sequence[tuple[ExcludedRecipient, ...]]) -> list[tuple[ExcludedRecipient, ...]]:
    """Return who is left out of each paper; of those who get none of them only the last says so."""
    told = {out.holder.key for one in several for out in one if not out.is_other}
    other = [{out.holder.key for out in one if out.is_other} for one in several]
    nowhere = set.intersection(*other) - told
    return [
        tuple(out for out in one if not out.is_other or (one is several[-1] and out.holder.key in nowhere))
        for one in several
    ]


def _note(settings: Settings, issuance: Issuance, made: IssuePlan) -> None:
    """Say which paper it is, and whether it is in force."""
    reader = base_and_reader(made.issue.paper)[1]
    settings.note(
        f"{issuance.master.meta.title} ({reader}), {issuance.master.edition.lower()}: "
        f"{issuance.master.pages} pages."
    )
    if made.in_force is not None:
        is_draft = made.in_force.edition == DRAFT
        which = "a later draft" if is_draft else edition_in_words(made.in_force.edition)
        out = f"{which} of {made.in_force.day} is out, and stays in force"
        settings.note(f"This is not the text in force: {out}. Each copy and its letters say so.")


def show_outcomes(
    settings: Settings, issuances: Sequence[Issuance], outcomes: Sequence[IssueOutcome]
) -> None:
    """Print where files are; say how many copies went out, and of each that did not why, and what to do."""
    for outcome, left in zip(outcomes, _left_out([one.left_out for one in outcomes]), strict=True):
        outcome.left_out = left
    if settings.as_json:
        _echo_json([_outcome_as_json(*pair) for pair in zip(issuances, outcomes, strict=True)])
    for issuance, outcome in zip(issuances, outcomes, strict=True):
        delivered = [path for done in outcome.issued for path in done.paths]
        for path in (*delivered, *outcome.notes, *outcome.manifest) if not settings.as_json else ():
            click.echo(shown(path))
        if len(outcomes) > 1:
            settings.note(f"{issuance.master.issue.paper}:")
        for text in _told(outcome):
            settings.note(text)
    issue = issuances[0].master.issue
    paper = issue.paper if len(issuances) == 1 else base_and_reader(issue.paper)[0]
    settings.next(f"egci-report who-has {paper} {issue.edition}")


def _echo_json(told: list[dict[str, object]]) -> None:
    """Print one paper as itself, and several as a list."""
    click.echo(json.dumps(told[0] if len(told) == 1 else told, indent=2, ensure_ascii=False))


def named(copy: PlannedCopy) -> str:
    """Return a copy by its number and holder."""
    return plain(f"Copy {copy.number} of {copy.copies}, {copy.holder.printed}")


def became(done: CopyOutcome) -> str:
    """Return what became of a copy."""
    entry = done.line.entry
    return plain(f"{entry.event.value}{f' ({entry.result})' if entry.result else ''}")


def _tables(issuance: Issuance, made: IssuePlan) -> Iterator[list[str]]:
    """Yield the tables that have rows."""
    to_do = [[str(c.number), c.holder.printed, c.channel.value, _goes_to(issuance, c)] for c in made.copies]
    left_out = [[out.holder.printed, out.reason] for out in made.left_out]
    unsure = [[named(copy), f"--arrived {copy.number} or --lost {copy.number}"] for copy in made.open]
    old = [[line.entry.edition, str(line.entry.copy), line.entry.holder] for line in made.earlier]
    for heads, rows in (
        (["Copy", "Holder", "By", "To"], to_do),
        (["Not issued", "Why"], left_out),
        (["Not known to have arrived", "Answer"], unsure),
        (["Out, to be superseded", "Copy", "Holder"], old),
    ):
        if rows:
            first, *rest = columns(heads, rows, terminal_width())
            yield [click.style(first, bold=True), *rest]


def _told(outcome: IssueOutcome) -> Iterator[str]:
    """Yield what is to be said of copies that did not go out, and of notes."""
    for out in outcome.left_out:
        yield plain(f"{out.holder.printed}: {out.reason}")
    for done in outcome.unknown:
        number = done.copy.number
        yield f"{named(done.copy)}: nobody knows whether it arrived, so it is not sent again."
        yield f"  Ask the holder, then add --arrived {number} or --lost {number}."
    for copy in outcome.untried:
        why = "the mail server failed before" if outcome.lost_server else "it goes by mail: add --send"
        yield f"{named(copy)}: not tried, since {why}."
    if outcome.notes:
        yield f"Notes of supersession drafted: {len({path.stem for path in outcome.notes})}."
    yield f"Issued now: {len(outcome.issued)}. Not issued: {len(outcome.failed) + len(outcome.untried)}."


def _goes_to(issuance: Issuance, copy: PlannedCopy) -> str:
    """Return where a copy goes: an address, or a file in the folder of the edition."""
    suffix = SUFFIXES.get(copy.channel)
    return str(copy.address) if suffix is None else issuance.name(copy).removesuffix(".pdf") + suffix


def _plan_as_json(issuance: Issuance, made: IssuePlan) -> dict[str, object]:
    return {
        "paper": made.issue.paper,
        "edition": made.issue.edition,
        "for": base_and_reader(made.issue.paper)[1],
        "pages": issuance.master.pages,
        "in_force": made.in_force._asdict() if made.in_force else None,
        "copies": [
            {**_plain(copy), "channel": copy.channel.value, "to": _goes_to(issuance, copy)}
            for copy in made.copies
        ],
        "left_out": [{"holder": out.holder.printed, "reason": out.reason} for out in made.left_out],
        "unknown": [_plain(copy) for copy in made.open],
        "superseded": [
            {"edition": line.entry.edition, "copy": line.entry.copy, "holder": line.entry.holder}
            for line in made.earlier
        ],
    }


def _plain(copy: PlannedCopy) -> dict[str, object]:
    return {"copy": copy.number, "copies": copy.copies, "holder": copy.holder.printed}


def _outcome_as_json(issuance: Issuance, outcome: IssueOutcome) -> dict[str, object]:
    def told(done: CopyOutcome) -> dict[str, object]:
        return {
            **_plain(done.copy),
            "result": done.line.entry.result,
            "files": [str(path) for path in done.paths],
        }

    return {
        "paper": issuance.master.issue.paper,
        "edition": issuance.master.issue.edition,
        "issued": [told(done) for done in outcome.issued],
        "failed": [told(done) for done in outcome.failed],
        "unknown": [told(done) for done in outcome.unknown],
        "untried": [_plain(copy) for copy in outcome.untried],
        "left_out": [{"holder": out.holder.printed, "reason": out.reason} for out in outcome.left_out],
        "notes": [str(path) for path in outcome.notes],
        "manifest": [str(path) for path in outcome.manifest],
    }
