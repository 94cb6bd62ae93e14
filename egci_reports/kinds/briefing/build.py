"""Brings together what the pack before a plenary says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.changes import AreaChanges, area_changes
from egci_reports.analysis.hosts import places_of, tally_hosts
from egci_reports.analysis.lineages import lineages_of
from egci_reports.analysis.lists import areas_of
from egci_reports.analysis.occasions import DatedOccasion, between, dated_occasions
from egci_reports.analysis.plenaries import Plenary, Series, series_of
from egci_reports.analysis.threads import ThreadHistory, thread_histories
from egci_reports.charts.words import ChartWords
from egci_reports.engine.document.inlines import Name
from egci_reports.kinds.briefing.ahead import PlenaryAhead, kept_up_to, last_known, plenary_ahead
from egci_reports.kinds.briefing.annexes import all_conform, annexed, separate_files
from egci_reports.kinds.briefing.checklist import checklist_of, first_steps
from egci_reports.kinds.briefing.context import Kept, LastTime, NewName, Pack, PackHead
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
from egci_reports.views.names import Named, Names
from egci_reports.views.occasions import grouped, happened
from egci_reports.views.officers_texts import by_section, officers_texts
from egci_reports.views.plans import plan_of, progress_on
from egci_reports.views.returned import followed_for, returned_for, uncleared
from egci_reports.views.sender import office_of
from egci_reports.views.setting import setting_of
from egci_reports.views.verbatim import words_of_sources


@dataclass(frozen=True, slots=True)
class Eve:
    """The analysis of everything before the plenary. `held` is the series without it."""

    records: Records
    request: Request
    plenary: Plenary
    before: Plenary
    series: Series
    held: Series
    courses: tuple[ThreadHistory, ...]
    occasions: tuple[DatedOccasion, ...]
    names: Names

    @property
    def position(self) -> date:
        """The day of which the pack speaks: the eve, or the last day up to which the records are known."""
        return self.names.today

    @property
    def last_day(self) -> date:
        """The day of the plenary before; the position where it has none."""
        return self.before.day or self.position


def briefing(records: Records, request: Request, words: ChartWords) -> Paper:  # noqa: ARG001 - a kind's signature
    """Return the pack before the plenary of the number `request.subject`, or before the next one.

    Raises UsageError where there is no such plenary or none before it.
    """
    standing = plenary_ahead(records, request.subject)
    eve = analyse(standing, request)
    pack = pack_of(eve)
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


def analyse(standing: PlenaryAhead, request: Request) -> Eve:
    """Return the analysis of everything before a plenary."""
    records, number = standing.records, standing.number
    series = series_of(records)
    plenary, before = series.by_number[number], series.by_number[standing.before.number]
    occasions = dated_occasions(records, series)
    known = request.as_of or last_known(records)
    today = min(known, standing.eve) if standing.eve else known
    return Eve(
        records,
        request,
        plenary,
        before,
        series,
        series.until(before.number),
        tuple(course.until(before.number) for course in thread_histories(records)),
        occasions,
        Names(records, lineages_of(records), today),
    )


def pack_of(eve: Eve) -> Pack:
    """Return everything that the pack says."""
    records, before, meeting = eve.records, eve.before, eve.before.meeting
    number, day = eve.plenary.number, eve.plenary.day or eve.position
    plan = plan_of(meeting, eve.courses, eve.held, records.sources, _changes(eve))
    returned = returned_for(records, eve.plenary, eve.names, eve.position)
    areas = progress_on(meeting, plan, eve.courses, None, {}).areas
    briefs = tuple(
        brief_of(records, number, before, area, plan, returned, eve.names, day, eve.held) for area in areas
    )
    facts = facts_on(records, {subject.course.thread.id for area in areas for subject in area.subjects})
    setting = setting_of(records, eve.series, eve.plenary, before)
    sheet = sheet_of(records, before, plan, setting, facts, eve.names)
    since = between(eve.occasions, before.day, None)
    words = records.pack(number)
    agenda = agenda_of(words, eve.names, day, len(areas))
    stem = eve.request.stem("briefing", str(number))
    outcome = settled(meeting.outcome)
    return Pack(
        head=_head(eve),
        kept=_kept(eve, facts),
        words=words,
        run_down=run_down_of(words, len(areas)),
        agenda=agenda,
        skeleton=() if agenda else skeleton_of(briefs, has_open_point=sheet.open_points is not None),
        hong_kong=members_of(words, eve.names, day, Side.HONG_KONG),
        guangdong=members_of(words, eve.names, day, Side.GUANGDONG),
        proposed=areas_of(eve.plenary.meeting).items,
        annexes=annexed(records, number, stem, apart=eve.request.annexes_apart),
        plenary=eve.plenary,
        before=before,
        held_count=len(eve.held.plenaries),
        years={plenary.number: plenary.year or 0 for plenary in eve.series.plenaries},
        setting=setting,
        tally=tally_hosts([place for place in places_of(records) if place.number in eve.held.by_number]),
        plan=plan,
        outcome=outcome,
        outcome_note=meeting.outcome.note if isinstance(meeting.outcome, Unstated) else None,
        sheet=sheet,
        briefs=briefs,
        beyond=returned.beyond(len(plan.areas)) if returned else (),
        returned=returned,
        followed=followed_for(records, eve.plenary, eve.names, eve.position),
        last_time=_last_time(eve),
        since=grouped(happened([one for one in since if one.is_group], eve.names, records, None)),
        new_names=tuple(_new_names(eve)),
        secretariat=eve.names.body(records.group.leads[-1], day),
        office=office_of(records),
        facts=facts,
        texts=by_section(officers_texts(records, PaperName("briefing", str(number)).record)),
        sources=tuple(records.sources.values()),
        about=address_of(meeting),
    )


def _kept(eve: Eve, facts: FactsOn) -> Kept:
    """Return up to which day the records were kept; without a word on it, up to the last plenary held."""
    kept = kept_up_to(eve.records)
    days = [fact.date.last for fact in facts.facts] + [one.last for one in eve.occasions]
    later = max((day for day in days if day > eve.position), default=None)
    if kept is None:
        return Kept(None, None, None, later)
    others = [day for day in (kept.agreements, kept.events, kept.names) if day is not None]
    return Kept(kept.plenaries, min(others, default=None), kept.developments, later)


def _changes(eve: Eve) -> AreaChanges | None:
    """Return how the plan of the plenary before stands to the one before it."""
    earlier = eve.before.previous
    return area_changes(eve.held, eve.courses, earlier, eve.before.number) if earlier else None


def _head(eve: Eve) -> PackHead:
    group = eve.records.group
    return PackHead(
        eve.request.edition,
        eve.request.is_draft,
        eve.position,
        group.name,
        Name("group", str(group.name), group.short),
    )


def _last_time(eve: Eve) -> LastTime:
    meeting = eve.before.meeting
    ours, theirs = _listed(eve, meeting.hong_kong), _listed(eve, meeting.guangdong)
    return LastTime(
        eve.names.leads(settled(meeting.convenors) or (), eve.before.day),
        ours[0],
        theirs[0],
        eve.names.listed(ours[1].others if ours[1] else (), eve.last_day),
        eve.names.listed(theirs[1].others if theirs[1] else (), eve.last_day),
        ours[1],
        theirs[1],
    )


def _listed(
    eve: Eve, fact: Stated[Delegation] | Disputed[Delegation] | Unstated
) -> tuple[tuple[Named, ...], Delegation | None]:
    """Return the bodies of a list by the names of its day, and the list itself."""
    listed = settled(fact)
    if listed is None:
        return (), None
    return eve.names.listed(listed.bodies, eve.last_day), listed


def _new_names(eve: Eve) -> Iterator[NewName]:
    for body in eve.records.bodies.values():
        for index, name in enumerate(body.names):
            if name.starts and eve.last_day < name.starts.first:
                yield NewName(eve.names.named(body, name), name.starts, f"bodies/{body.id}#names/{index}")
