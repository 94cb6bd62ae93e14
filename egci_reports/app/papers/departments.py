"""Makes the packs of single departments: for whom there is one, and where other papers name each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from egci_reports.analysis.lineages import lineages_of
from egci_reports.app.papers.begin import Draft, begin_with
from egci_reports.app.papers.compose import tree_of
from egci_reports.app.papers.meta import title_of
from egci_reports.app.papers.order import Order
from egci_reports.app.records import records_of
from egci_reports.app.returns.begin_return import department
from egci_reports.engine.document.naming import Naming, namings
from egci_reports.engine.document.nodes import Document
from egci_reports.errors import Finding, UsageError
from egci_reports.kinds import KINDS, part_kind
from egci_reports.kinds.briefing.ahead import PlenaryAhead, plenary_ahead
from egci_reports.kinds.interface import Mention, Request
from egci_reports.records.audience.reader import Audience, Reader
from egci_reports.records.audience.select import for_audience
from egci_reports.records.bodies import Side
from egci_reports.records.facts import settled
from egci_reports.records.owners import owner_on
from egci_reports.records.paper_kinds import PaperSubject
from egci_reports.records.records import Records, day_of
from egci_reports.workspace import Workspace

ALL = "all"
"""Stands for every department that has a pack or a nil-return sheet."""

_WHOLE = ("checklist", "steering", "run-down", "agenda", "delegations", "actions", "figures", "forums")
"""The sections of the pack that a department's own pack has, or has its part of, its briefs beside them."""

_BRIEFS = tuple(f"brief-{number}" for number in range(1, 100))


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
    issued = _papers_naming(standing, standing.records, workspace, order.kind)
    for key in keys:
        mentions = tuple(_mentions(standing, workspace, key, order.kind, issued))
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


def _mentions(
    standing: PlenaryAhead, workspace: Workspace, key: str, kind: str, issued: Sequence[_Naming]
) -> Iterator[Mention]:
    """Yield where the pack, of this kind, and the last report name a body, as made from what it may read.

    `issued` are both as all officers have them.
    """
    names = {body.id for body in lineages_of(standing.records).of(key).bodies}
    readable = for_audience(standing.records, Reader(Audience.DEPARTMENT, key, standing.number))
    for own, whole in zip(_papers_naming(standing, readable, workspace, kind), issued, strict=True):
        found = tuple(namings(own.document, names, (*_WHOLE, *_BRIEFS)))
        numbered = _sections(namings(whole.document, names)) if found else {}
        for one in found:
            section = numbered.get(_bare(one.section), one.section)
            yield Mention(own.title, section, one.text, one.table)


@dataclass(frozen=True, slots=True)
class _Naming:
    """A paper that may name a body: its short title and its tree."""

    title: str
    document: Document


def _papers_naming(
    standing: PlenaryAhead, records: Records, workspace: Workspace, kind: str
) -> Sequence[_Naming]:
    """Return the pack and the last report, made from some of the records."""
    before = day_of(standing.before.date)
    papers = [Order(kind, str(standing.number))]
    papers += [Order(name, str(before.year)) for name in _reports()] if before else []
    drafts = (begin_with(records, workspace, paper, Request(paper.subject)) for paper in papers)
    return [_Naming(title_of(draft, "short_title"), tree_of(draft)) for draft in drafts]


def _reports() -> Iterator[str]:
    """Yield the kinds of papers about a year."""
    yield from (name for name, entry in KINDS.items() if entry.subject is PaperSubject.YEAR)


def _sections(found: Iterable[Naming]) -> dict[str, str]:
    """Return the sections of the paper as all officers have it, by their titles without letters and numbers.

    What a department may not read shifts letters and numbers in a paper made for it alone; it is asked to
    confirm places of the paper as issued.
    """
    return {_bare(one.section): one.section for one in found}


def _bare(section: str) -> str:
    """Return the title of a section without what numbers it: "Annex C: Register of returns", "3.1 Lamps"."""
    return re.sub(r"^(?:[\d.]+\s+|\w+\s[A-Z]:\s)", "", section)
