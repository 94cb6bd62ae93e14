"""Brings together what the pack of one department says, from records that hold nothing it may not read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import takewhile
from typing import TypeVar

from egci_reports.analysis.co_occurrence import co_occurrence
from egci_reports.analysis.participation import participation_of
from egci_reports.charts.words import ChartWords
from egci_reports.errors import Finding, UsageError
from egci_reports.kinds.briefing.ahead import plenary_ahead
from egci_reports.kinds.briefing.analysis import BriefingAnalysis, analyse
from egci_reports.kinds.briefing.build import pack_of
from egci_reports.kinds.briefing.context import AgendaLine, Pack, RunDownLine
from egci_reports.kinds.briefing.department.context import AskedArea, Department, ListingYears, OwnArea
from egci_reports.kinds.briefing.officers import of_brief
from egci_reports.kinds.briefing.public_facts import names_in_facts
from egci_reports.kinds.interface import Paper, Request
from egci_reports.records.audience.conditions import is_own, lead_of
from egci_reports.records.audience.reader import Audience, Reader
from egci_reports.records.audience.select import for_audience
from egci_reports.records.paper_name import PaperName
from egci_reports.records.plans import plan_of
from egci_reports.records.records import Records
from egci_reports.records.returns import Return, slip_of
from egci_reports.views.officers_texts import OfficersText, officers_texts
from egci_reports.views.returned import uncleared
from egci_reports.views.verbatim import words_of_sources

_COMMON = ("agenda", "delegations", "further")
"""The sections of the pack that each department's part has."""

L = TypeVar("L", RunDownLine, AgendaLine)


def department(records: Records, request: Request, words: ChartWords) -> Paper:  # noqa: ARG001 - a kind's signature
    """Return the pack of the body `request.holder` before the plenary `request.subject`, or its nil sheet.

    Raises UsageError where no body is named, and where there is no such plenary or none before it.
    """
    if request.holder is None:
        hint = "egci-report briefing 20 --for customs-and-excise-department"
        raise UsageError(Finding("U211", "a department's pack needs its department", hint=hint))
    standing = plenary_ahead(records, request.subject)
    number, body = standing.number, request.holder
    readable = for_audience(standing.records, Reader(Audience.DEPARTMENT, body, number))
    analysis = analyse(replace(standing, records=readable), request)
    pack = pack_of(analysis)
    own = _department(analysis, pack, body)
    pack = _without_other_briefs(pack, {brief.number for brief in own.briefs})
    name = own.name.name.full
    return Paper(
        kind="department",
        stem=request.stem("briefing", str(number)),
        template="department.html",
        slots={"number": str(number), "body": name},
        context={"report": pack, "department": own},
        charts={},
        position=pack.head.position,
        blocked=tuple(_blocked(analysis, pack, own)),
        verbatim=(*words_of_sources(analysis.records), *names_in_facts(analysis.records)),
        texts=tuple(_texts(analysis, number, own)),
        subject=str(number),
        records=analysis.records,
    )


def _texts(analysis: BriefingAnalysis, number: int, own: Department) -> Iterator[OfficersText]:
    """Yield officers' texts on the parts that all departments have and on the department's own briefs."""
    subjects = (subject for brief in own.briefs for subject in brief.area.subjects)
    own_sections = {f"briefs/{subject.history.thread.id}" for subject in subjects}
    for text in officers_texts(analysis.records, PaperName("briefing", str(number)).record):
        if text.section in (*_COMMON, *own_sections):
            yield text


def _without_other_briefs(pack: Pack, kept: Collection[int]) -> Pack:
    """Return the pack with run-down and agenda that point to no brief but those kept."""

    def pointing(lines: Iterable[L]) -> tuple[L, ...]:
        return tuple(
            line
            if line.brief and line.brief.number in kept
            else replace(line, brief=None, is_withheld=line.brief is not None)
            for line in lines
        )

    return replace(pack, run_down=pointing(pack.run_down), agenda=pointing(pack.agenda))


def _department(analysis: BriefingAnalysis, pack: Pack, body: str) -> Department:
    records, number = analysis.records, analysis.plenary.number
    day = analysis.plenary.day or analysis.position
    call = analysis.plenary.meeting.call
    actions = pack.followed.lines if pack.followed else ()
    return Department(
        name=analysis.names.body(body, day),
        areas=tuple(_areas(pack, body)),
        briefs=tuple(
            brief
            for brief in pack.briefs
            if is_own(records, number, lead_of(records, brief.words), body)
            and (brief.words.is_written or analysis.request.is_draft)
        ),
        actions=tuple(line for line in actions if line.on.action.closed is None),
        mentions=analysis.request.mentions,
        reply_by=call.reply_by if call and call.reply_by > analysis.position else None,
        answered=_return_of(analysis, body),
        secretariat=analysis.names.body(records.group.leads[-1], day),
        listing=_listing(analysis, body),
        asked=tuple(_asked(analysis, pack, body)),
    )


def _listing(analysis: BriefingAnalysis, body: str) -> ListingYears | None:
    """Return in which lists of plenaries held a department stands, under whichever name."""
    found = participation_of(analysis.records, analysis.held, analysis.names.lineages)
    line = analysis.names.lineages.of(body)
    row = next((row for row in found.rows if row.lineage == line), None)
    if row is None or not row.numbers:
        return None
    lists = [column.number for column in found.lists]
    latest = list(takewhile(lambda number: number in row.numbers, reversed(lists)))
    years = tuple(analysis.held.by_number[number].year or 0 for number in sorted(latest))
    last = analysis.held.by_number[row.last].year or 0
    return ListingYears(row.total, found.list_count, years[-3:] or (last,))


def _asked(analysis: BriefingAnalysis, pack: Pack, body: str) -> Iterator[AskedArea]:
    line, own = analysis.names.lineages.of(body), _return_of(analysis, body)
    items = {item.item for item in plan_of(analysis.before.meeting)}
    for brief in pack.briefs:
        found = [co_occurrence(subject.history, analysis.held, line) for subject in brief.area.subjects]
        item = str(brief.number)
        entry = own.on_item(item)
        yield AskedArea(
            brief.area,
            tuple((len(one.listed), one.named) for one in found),
            f"{slip_of(own.plenary, body)}#items/{item}/part" if item in items else None,
            entry.part if entry else None,
        )


def _return_of(analysis: BriefingAnalysis, body: str) -> Return:
    """Return the return of a department, empty if none is on file."""
    own = [one for one in analysis.records.returns_for(analysis.plenary.number) if one.body == body]
    return own[0] if own else Return(plenary=analysis.plenary.number, body=body)


def _areas(pack: Pack, body: str) -> Iterator[OwnArea]:
    """Yield the areas in which the body leads items, those that the list does not name last."""
    for brief in pack.briefs:
        if items := tuple(line for line in brief.items if line.report.owner == body):
            yield OwnArea(brief.area, items)
    if beyond := tuple(line for line in pack.beyond if line.report.owner == body):
        yield OwnArea(None, beyond)


def _blocked(analysis: BriefingAnalysis, pack: Pack, own: Department) -> Iterator[Finding]:
    """Yield what refuses a numbered edition of the department's part, but for disputes."""
    if pack.returned is not None:
        register = (line for line in pack.returned.register if line.source.body == analysis.request.holder)
        yield from uncleared(replace(pack.returned, register=tuple(register)))
    for brief in own.briefs:
        yield from of_brief(brief, left_out=("guangdong",))
