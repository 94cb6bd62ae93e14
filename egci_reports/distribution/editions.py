"""Lays out a paper as each recipient is to have it: once for an audience, and once for each department."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from egci_reports.app.papers.begin import Draft, begin
from egci_reports.app.papers.departments import drafts_of, has_parts
from egci_reports.app.papers.letters import letters_for
from egci_reports.app.papers.order import Audience, Order
from egci_reports.app.records import records_of
from egci_reports.app.returns.begin_return import department
from egci_reports.app.returns.call import forms_of
from egci_reports.distribution.audit import FOLDER
from egci_reports.distribution.issuance import Issuance
from egci_reports.distribution.issued import refuse_remade
from egci_reports.distribution.letters import Letters
from egci_reports.distribution.master import make_master
from egci_reports.distribution.plan import listed_in
from egci_reports.errors import Finding, UsageError
from egci_reports.kinds import KINDS
from egci_reports.records.paper_kinds import PaperKind, PaperSubject
from egci_reports.records.records import Records
from egci_reports.workspace import Workspace


def begin_all(workspace: Workspace, order: Order, only: str | None = None) -> tuple[Issuance, ...]:
    """Lay out all that recipients are to get of a paper; of `only` an audience, or the part of one body.

    Each is an issue of its own, which goes to nobody but those whom the list names for it. Raises
    RecordsError, TemplateError, EditionRefused, and what `drafts_for_holders` raises.
    """
    records, drafts = drafts_for_holders(workspace, order, only)
    return tuple(issuance_of(workspace, records, draft) for draft in drafts)


def drafts_for_holders(
    workspace: Workspace, order: Order, only: str | None
) -> tuple[Records, Iterator[Draft]]:
    """Return all records, and the drafts of all that recipients are to get of a paper.

    Raises UsageError (U406 no such kind, U409 nobody gets it).
    """
    if order.kind not in list(PaperKind):
        hint = f"papers are {', '.join(PaperKind)}"
        raise UsageError(Finding("U406", f"{order.kind!r} is no kind of paper", hint=hint))
    kind = KINDS[order.kind]
    if kind.subject is PaperSubject.PLENARY and not order.subject.isdigit():
        hint = f"egci-report distribute {order.kind} 20"
        raise UsageError(Finding("U409", f"a {order.kind} is that of one plenary", hint=hint))
    records = records_of(workspace)
    wanted = _wanted(records, order, only)
    if not wanted:
        whose = f" made for {only}" if only else ""
        hint = "see 'papers' in data/distribution.yaml; docs/how-to/give-out-copies.md says how"
        message = f"no recipient gets the {order.kind} paper{whose}"
        raise UsageError(Finding("U409", message, hint=hint))
    return records, _drafts(workspace, order, wanted)


def _wanted(records: Records, order: Order, only: str | None) -> dict[Audience, list[str]]:
    """Return for whom the paper is to be made, and the bodies that get it so, each in order."""
    audience, body = _only(records, order, only)
    found: dict[Audience, list[str]] = {}
    if records.distribution is None and KINDS[order.kind].subject is not PaperSubject.PLENARY:
        return {Audience.INTERNAL: []}  # the plan tells of it, after what is wrong with the ledger
    for recipient in listed_in(records).recipients:
        made_for = recipient.audience(order.kind, records.bodies[recipient.body].side)
        if made_for and audience in (None, made_for) and body in (None, recipient.body):
            bodies = found.setdefault(made_for, [])
            if recipient.body not in bodies:
                bodies.append(recipient.body)
    return {each: found[each] for each in Audience if each in found}


def _only(records: Records, order: Order, only: str | None) -> tuple[Audience | None, str | None]:
    """Return the audience that --for names, or the department and its body; raises UsageError."""
    if only is None or only in list(Audience):
        return (Audience(only) if only else None), None
    if has_parts(order.kind) or KINDS[order.kind].is_letter:
        return Audience.DEPARTMENT, department(records, int(order.subject), only).id
    message = f"a paper of the kind {order.kind} is not made for {only!r}"
    hint = f"write {' or '.join(Audience)}; --without leaves a recipient out"
    raise UsageError(Finding("U216", message, hint=hint))


def _drafts(workspace: Workspace, order: Order, wanted: dict[Audience, list[str]]) -> Iterator[Draft]:
    if KINDS[order.kind].brings_forms:
        yield begin(workspace, replace(order, audience=Audience.DEPARTMENT))
        return
    if KINDS[order.kind].is_letter:
        yield from _letters(workspace, order, wanted)
        return
    for audience, bodies in wanted.items():
        if audience is Audience.DEPARTMENT:
            yield from drafts_of(workspace, order, bodies)
        else:
            yield begin(workspace, replace(order, audience=audience))


def _letters(workspace: Workspace, order: Order, wanted: dict[Audience, list[str]]) -> Iterator[Draft]:
    """Yield the letters to those whom they concern, also those whom the list forgets, which the plan tells.

    Where --for names an audience or a body, only its letters are made.
    """
    for draft in letters_for(workspace, order):
        if draft.order.audience in wanted:
            yield draft


def issuance_of(workspace: Workspace, records: Records, draft: Draft) -> Issuance:
    """Lay a paper out, with the forms that go with it."""
    forms = None
    if KINDS[draft.order.kind].brings_forms:
        made = forms_of(workspace, draft)
        forms = {one.identity.audience.partition(" ")[2]: one.files[0].content for one in made}
    letters = Letters(make_master(draft))
    refuse_remade(workspace, letters.master)
    return Issuance(letters, records, workspace.data, workspace.reports / FOLDER, forms)
