"""Lists all papers of a workspace, and tells what each of them is made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from egci_reports.app.papers.begin import Draft, begin_with
from egci_reports.app.papers.departments import departments, drafts_from
from egci_reports.app.papers.formats import Format, names_of
from egci_reports.app.papers.marking import marking_of
from egci_reports.app.papers.order import Order
from egci_reports.engine.template_files import template_text
from egci_reports.engine.templating.loader import UNREADABLE, TemplateFiles
from egci_reports.engine.templating.used import texts_used
from egci_reports.kinds import KINDS, OwnCommand, name_of, part_kind
from egci_reports.kinds.briefing.ahead import plenary_ahead
from egci_reports.kinds.interface import Request
from egci_reports.records.audience.reader import Audience
from egci_reports.records.fingerprints import fingerprints
from egci_reports.records.paper_kinds import PaperSubject
from egci_reports.records.records import Records, day_of
from egci_reports.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper that is to be up to date: `body` is the department whose part of it is meant, if one is."""

    order: Order
    body: str | None = None

    @property
    def name(self) -> str:
        """How its files begin: "annual-2024", "briefing-21-for-marine-department"."""
        audience = Audience.DEPARTMENT if self.body else self.order.audience
        return str(name_of(self.order.kind, self.order.subject, audience, self.body))


def all_papers(records: Records, formats: tuple[Format, ...]) -> tuple[Wanted, ...]:
    """Return all papers that can be made for the own side from some records, as drafts.

    The annual report of each plenary's year, what is not about one year or plenary, the pack before each
    plenary but the first, and the parts of single departments in the pack of the one to come.
    """
    return tuple(_papers(records, formats))


def left_out() -> Mapping[OwnCommand, tuple[str, ...]]:
    """Return the kinds of papers that are not among all, by what an officer makes them for."""
    kinds = {
        occasion: [kind for kind, one in KINDS.items() if one.occasion is occasion] for occasion in OwnCommand
    }
    return {occasion: tuple(found) for occasion, found in kinds.items() if found}


def draft_of(wanted: Wanted, records: Records, workspace: Workspace) -> Draft:
    """Return a paper with all that its words need; raises TemplateError or UsageError."""
    order = wanted.order
    if wanted.body is None:
        request = Request(order.subject, order.edition, lang=order.lang, audience=order.audience)
        return begin_with(records, workspace, order, request)
    standing = plenary_ahead(records, order.subject)
    return next(drafts_from(workspace, order, records, standing, (wanted.body,)))


def inputs_of(
    wanted: Wanted, draft: Draft | None, records: Records, workspace: Workspace
) -> Mapping[str, str]:
    """Return a hash of each thing that a paper is made from, by its name: "data/meetings/20.yaml".

    `draft` is the paper as it was begun. Of a department's part it is None: what it takes from other papers
    is costly to find, so that all that the whole pack knows counts, and every template. Raises
    UnreadableTemplate.
    """
    order, folders = wanted.order, workspace.templates
    stood = draft.records if draft else plenary_ahead(records, order.subject).records
    found = dict(fingerprints(stood))
    for template in [draft.paper.template] if draft else TemplateFiles(folders, order.lang).list_templates():
        found |= texts_used(folders, order.lang, template)
    for name in (f"{order.lang}/words.toml", "theme.toml"):
        if text := template_text(folders, name, UNREADABLE):
            found[f"templates/{name}"] = sha256(text[1].encode()).hexdigest()
    marking = draft.marking if draft else marking_of(records, order, order.subject)
    return {**found, "the marking": marking or "", "the forms asked for": names_of(order.formats)}


def _papers(records: Records, formats: tuple[Format, ...]) -> Iterator[Wanted]:
    for kind, entry in KINDS.items():
        if entry.part_of is not None or entry.occasion:
            continue
        match entry.subject:
            case PaperSubject.YEAR:
                days = (day_of(meeting.date) for meeting in records.meetings)
                subjects: tuple[str, ...] = tuple(str(year) for year in sorted({d.year for d in days if d}))
            case PaperSubject.PLENARY:
                subjects = _plenaries(records)
            case PaperSubject.EVERYTHING:
                subjects = entry.subjects
        for subject in subjects:
            yield Wanted(Order(kind, subject, formats=formats))
        if entry.before_plenary and subjects and part_kind(kind):
            standing = plenary_ahead(records, subjects[-1])
            for body in departments(standing, kind):
                yield Wanted(Order(kind, subjects[-1], formats=formats), body)


def _plenaries(records: Records) -> tuple[str, ...]:
    """Return the numbers of the plenaries before which there can be a pack: the second to the next."""
    last = plenary_ahead(records, "next").number
    return tuple(str(number) for number in range(records.meetings[0].number + 1, last + 1))
