"""Brings together what the pack before a plenary says."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.analysis.changes import AreaChanges, area_changes
from egci_reports.analysis.hosts import places_of, tally_hosts
from egci_reports.analysis.lists import areas_of
from egci_reports.analysis.occasions import between
from egci_reports.charts.words import ChartWords
from egci_reports.engine.document.inlines import Name
from egci_reports.kinds.briefing.ahead import kept_up_to, plenary_ahead
from egci_reports.kinds.briefing.analysis import BriefingAnalysis, analyse
from egci_reports.kinds.briefing.annexes import all_conform, annexed, separate_files
from egci_reports.kinds.briefing.checklist import checklist_of, first_steps
from egci_reports.kinds.briefing.context import KeptDays, LastTime, NewName, Pack, PackHead
from egci_reports.kinds.briefing.delegations import agenda_of, members_of, run_down_of, skeleton_of
from egci_reports.kinds.briefing.item_briefs import brief_of
from egci_reports.kinds.briefing.officers import open_words, undisclosed
from egci_reports.kinds.briefing.public_facts import FactsOn, facts_on, names_in_facts
from egci_reports.kinds.briefing.sheet import sheet_of
from egci_reports.kinds.interface import Paper, Request
from egci_reports.records.bodies import Side
from egci_reports.records.facts import Disputed, Stated, Unstated, settled
from egci_reports.records.meetings import Delegation
from egci_reports.records.paper_name import PaperName
from egci_reports.records.records import Records, address_of
from egci_reports.views.names import Named
from egci_reports.views.occasions import grouped, occasions_of
from egci_reports.views.officers_texts import by_section, officers_texts
from egci_reports.views.plans import plan_of, progress_on
from egci_reports.views.returned import followed_for, returned_for, uncleared
from egci_reports.views.sender import office_of
from egci_reports.views.setting import setting_of
from egci_reports.views.verbatim import words_of_sources


def briefing(records: Records, request: Request, words: ChartWords) -> Paper:  # noqa: ARG001 - a kind's signature
    """Return the pack before the plenary of the number `request.subject`, or before the next one.

    Raises UsageError where there is no such plenary or none before it.
    """
    standing = plenary_ahead(records, request.subject)
    analysis = analyse(standing, request)
    pack = pack_of(analysis)
    checklist = checklist_of(pack)
    number, stood = standing.number, standing.records
    enclosed = {} if request.annexes_apart else {one.key: stood.annexes[one.key] for one in pack.annexes}
    return Paper(
        kind="briefing",
        stem=request.stem("briefing", str(number)),
        template="briefing.html",
        slots={"number": str(number)},
        context={"report": pack, "checklist": checklist, "first_steps": first_steps(pack, checklist)},
        charts={},
        position=pack.head.position,
        blocked=(*uncleared(pack.returned), *open_words(pack)),
        verbatim=(*words_of_sources(stood), *names_in_facts(stood)),
        texts=officers_texts(stood, PaperName("briefing", str(number)).record),
        subject=str(number),
        records=stood,
        enclosed=enclosed,
        enclosures_conform=not enclosed or all_conform(stood, number),
        separate=separate_files(stood, pack.annexes),
        undisclosed=tuple(undisclosed(pack)),
        is_unbegun=pack.words not in stood.packs or any(one.words not in stood.briefs for one in pack.briefs),
    )


def pack_of(analysis: BriefingAnalysis) -> Pack:
    """Return everything that the pack says."""
    records, before, meeting = analysis.records, analysis.before, analysis.before.meeting
    names = analysis.names
    number, day = analysis.plenary.number, analysis.plenary.day or analysis.position
    plan = plan_of(meeting, analysis.histories, analysis.held, records.sources, _changes(analysis))
    returned = returned_for(records, analysis.plenary, names, analysis.position)
    areas = progress_on(meeting, plan, analysis.histories, None, {}).areas
    briefs = tuple(
        brief_of(records, number, before, area, plan, returned, names, day, analysis.held) for area in areas
    )
    facts = facts_on(records, {subject.history.thread.id for area in areas for subject in area.subjects})
    setting = setting_of(records, analysis.series, analysis.plenary, before)
    sheet = sheet_of(records, before, plan, setting, facts, names)
    since = between(analysis.occasions, before.day, None)
    words = records.pack(number)
    agenda = agenda_of(words, names, day, len(areas))
    stem = analysis.request.stem("briefing", str(number))
    outcome = settled(meeting.outcome)
    return Pack(
        head=_head(analysis),
        kept=_kept(analysis, facts),
        words=words,
        run_down=run_down_of(words, len(areas)),
        agenda=agenda,
        skeleton=() if agenda else skeleton_of(briefs, has_open_point=sheet.open_points is not None),
        hong_kong=members_of(words, names, day, Side.HONG_KONG),
        guangdong=members_of(words, names, day, Side.GUANGDONG),
        proposed=areas_of(analysis.plenary.meeting).items,
        annexes=annexed(records, number, stem, apart=analysis.request.annexes_apart),
        plenary=analysis.plenary,
        before=before,
        held_count=len(analysis.held.plenaries),
        years={plenary.number: plenary.year or 0 for plenary in analysis.series.plenaries},
        setting=setting,
        tally=tally_hosts([place for place in places_of(records) if place.number in analysis.held.by_number]),
        plan=plan,
        outcome=outcome,
        outcome_note=meeting.outcome.note if isinstance(meeting.outcome, Unstated) else None,
        sheet=sheet,
        briefs=briefs,
        beyond=returned.beyond(len(plan.areas)) if returned else (),
        returned=returned,
        followed=followed_for(records, analysis.plenary, names, analysis.position),
        last_time=_last_time(analysis),
        since=grouped(occasions_of([one for one in since if one.is_group], names, records, None)),
        new_names=tuple(_new_names(analysis)),
        secretariat=names.body(records.group.leads[-1], day),
        office=office_of(records),
        facts=facts,
        texts=by_section(officers_texts(records, PaperName("briefing", str(number)).record)),
        sources=tuple(records.sources.values()),
        about=address_of(meeting),
    )


def _kept(analysis: BriefingAnalysis, facts: FactsOn) -> KeptDays:
    """Return up to which day the records were kept; without a word on it, up to the last plenary held."""
    kept = kept_up_to(analysis.records)
    days = [fact.date.last for fact in facts.facts] + [one.last for one in analysis.occasions]
    later = max((day for day in days if day > analysis.position), default=None)
    if kept is None:
        return KeptDays(None, None, None, later)
    others = [day for day in (kept.agreements, kept.events, kept.names) if day is not None]
    return KeptDays(kept.plenaries, min(others, default=None), kept.developments, later)


def _changes(analysis: BriefingAnalysis) -> AreaChanges | None:
    """Return how the plan of the plenary before stands to the one before it."""
    earlier = analysis.before.previous
    return (
        area_changes(analysis.held, analysis.histories, earlier, analysis.before.number) if earlier else None
    )


def _head(analysis: BriefingAnalysis) -> PackHead:
    group = analysis.records.group
    return PackHead(
        analysis.request.edition,
        analysis.request.is_draft,
        analysis.position,
        group.name,
        Name("group", str(group.name), group.short),
    )


def _last_time(analysis: BriefingAnalysis) -> LastTime:
    meeting = analysis.before.meeting
    ours, theirs = _listed(analysis, meeting.hong_kong), _listed(analysis, meeting.guangdong)
    return LastTime(
        analysis.names.leads(settled(meeting.convenors) or (), analysis.before.day),
        ours[0],
        theirs[0],
        analysis.names.listed(ours[1].others if ours[1] else (), analysis.last_day),
        analysis.names.listed(theirs[1].others if theirs[1] else (), analysis.last_day),
        ours[1],
        theirs[1],
    )


def _listed(
    analysis: BriefingAnalysis, fact: Stated[Delegation] | Disputed[Delegation] | Unstated
) -> tuple[tuple[Named, ...], Delegation | None]:
    """Return the bodies of a list by the names of its day, and the list itself."""
    listed = settled(fact)
    if listed is None:
        return (), None
    return analysis.names.listed(listed.bodies, analysis.last_day), listed


def _new_names(analysis: BriefingAnalysis) -> Iterator[NewName]:
    for body in analysis.records.bodies.values():
        for index, name in enumerate(body.names):
            if name.starts and analysis.last_day < name.starts.first:
                yield NewName(
                    analysis.names.named(body, name), name.starts, f"bodies/{body.id}#names/{index}"
                )
