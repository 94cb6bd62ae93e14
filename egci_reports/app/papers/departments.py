"""Makes the packs of single departments, and says for whom there is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from egci_reports.app.papers.begin import Draft, begin_with
from egci_reports.app.papers.mentions import NamingPapers
from egci_reports.app.papers.order import Order
from egci_reports.app.records import records_of
from egci_reports.app.returns.begin_return import department
from egci_reports.errors import Finding, UsageError
from egci_reports.kinds import part_kind
from egci_reports.kinds.briefing.ahead import PlenaryAhead, plenary_ahead
from egci_reports.kinds.interface import Request
from egci_reports.records.audience.reader import Audience
from egci_reports.records.bodies import Side
from egci_reports.records.facts import settled
from egci_reports.records.owners import owner_on
from egci_reports.records.records import Records, day_of
from egci_reports.workspace import Workspace

ALL = "all"
"""Stands for every department that has a pack or a nil-return sheet."""


def has_parts(kind: str) -> bool:
    """Return whether single bodies get a part of their own of papers of a kind."""
    return part_kind(kind) is not None


def drafts_for(workspace: Workspace, order: Order, word: str) -> Iterator[Draft]:
    """Yield the pack of the department that a word means, or those of all departments.

    `order` is that of the pack as a whole. Raises what `begin` raises, and UsageError if the word means no
    department of Hong Kong.
    """
    records = records_of(workspace, order.as_of, with_next=True)
    standing = plenary_ahead(records, order.subject)
    number = standing.number
    keys = (
        departments(standing, order.kind) if word == ALL else (department(standing.records, number, word).id,)
    )
    if not keys:
        message = f"no department has a part in the pack before plenary {number}"
        hint = f"name one: egci-report briefing {number} --for marine-department"
        raise UsageError(Finding("U211", message, hint=hint))
    yield from drafts_from(workspace, order, records, standing, keys)


def drafts_of(workspace: Workspace, order: Order, keys: Sequence[str]) -> Iterator[Draft]:
    """Yield the packs of these departments, each of which has a part; raises what `begin` raises."""
    records = records_of(workspace, order.as_of, with_next=True)
    yield from drafts_from(workspace, order, records, plenary_ahead(records, order.subject), keys)


def drafts_from(
    workspace: Workspace, order: Order, records: Records, standing: PlenaryAhead, keys: Sequence[str]
) -> Iterator[Draft]:
    """Yield the packs of these departments from records at hand, and those before the plenary.

    Raises TemplateError.
    """
    number = standing.number
    kind = part_kind(order.kind) or order.kind
    own = replace(order, kind=kind, subject=str(number), audience=Audience.DEPARTMENT)
    papers = NamingPapers(standing, workspace, order.kind)
    for key in keys:
        mentions = tuple(papers.mentions(key))
        request = Request(
            own.subject,
            own.edition,
            own.as_of,
            holder=key,
            mentions=mentions,
            lang=own.lang,
            audience=own.audience,
        )
        yield begin_with(records, workspace, own, request)


def departments(standing: PlenaryAhead, kind: str) -> tuple[str, ...]:
    """Return the Hong Kong bodies that have a part in the pack, a paper of this kind, in protocol order.

    They are those that lead items, have a brief or an action, are in the list of the plenary before, or are
    to get the pack by the list of recipients; of a body that is no more, the one that took its work over.
    """
    records, number = standing.records, standing.number
    meeting, before = records.meeting(number), standing.before
    day = day_of(meeting.date) if meeting else None
    listed = settled(before.hong_kong)
    keys: list[str | None] = [item.lead for item in before.work_plan]
    keys += [one.body for one in records.returns_for(number)]
    keys += [brief.lead for brief in records.briefs if brief.plenary == number]
    for action in records.actions:
        if action.closed is None:
            keys += [action.owner, *action.partners]
    keys += [one.body for one in listed.bodies] if listed else []
    recipients = records.distribution.recipients if records.distribution else ()
    keys += [
        one.body
        for one in recipients
        if one.audience(kind, records.bodies[one.body].side) is Audience.DEPARTMENT
    ]
    owners = {owner_on(records.bodies, key, day) for key in keys if key is not None}
    ours = [key for key in owners if records.bodies[key].side is Side.HONG_KONG]
    return tuple(sorted(ours, key=lambda key: (records.bodies[key].protocol, key)))
