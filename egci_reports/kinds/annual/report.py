"""What the annual report of a year says, part by part, from the analysis of the year."""

from __future__ import annotations

from itertools import groupby

from egci_reports.analysis.changes import AreaChanges, HowChanged, area_changes
from egci_reports.analysis.missing import MissingEntry, missing_entries
from egci_reports.analysis.participation import participation_of
from egci_reports.analysis.year import DatedPeriod
from egci_reports.engine.document.inlines import Name
from egci_reports.kinds.annual.analysis import (
    AnnualAnalysis,
    agreed_before,
    foundings,
    histories_held,
    own_events,
    public_facts_of,
)
from egci_reports.kinds.annual.areas import UnderReview, under_review, worded
from egci_reports.kinds.annual.bodies import bodies_at, rows_of
from egci_reports.kinds.annual.context import Annual, AnnualHead, PlanTable, SearchedUpTo
from egci_reports.kinds.annual.developments import foremost
from egci_reports.kinds.annual.find_developments import published
from egci_reports.kinds.annual.news import news_of, standing_of
from egci_reports.kinds.annual.news_kinds import News
from egci_reports.kinds.annual.notes import decided_in, fact_notes, notes_of, told_discrepancies
from egci_reports.kinds.annual.open_points import left_open, points_of
from egci_reports.kinds.annual.proceedings import proceedings_of
from egci_reports.kinds.annual.tables import outlines_of, wordings_of
from egci_reports.records.group import GroupFact
from egci_reports.records.records import address_of
from egci_reports.views.founding import founding_of
from egci_reports.views.occasions import Occasions, grouped, occasions_of
from egci_reports.views.officers_texts import by_section
from egci_reports.views.plan_views import Plan, Progress
from egci_reports.views.plans import plan_of, progress_on
from egci_reports.views.returned import followed_for, returned_for
from egci_reports.views.setting import setting_of

HIGHLIGHTS = 3
"""How many public developments the summary tells."""


def report_of(year: AnnualAnalysis) -> Annual:
    """Return what the template of the annual report is given, part by part."""
    records, meeting, before = year.records, year.plenary.meeting, year.before
    changes = area_changes(year.series, year.histories, before.number, year.number) if before else None
    plan = plan_of(meeting, year.histories, year.series, records.sources, changes)
    plan_before = agreed_before(year, before) if before else None
    progress = progress_on(meeting, plan_before, histories_held(year), changes, by_section(year.texts))
    review = _review(year, progress)
    participation = participation_of(records, year.series, year.names.lineages)
    events, after = (_occasions(year, period) for period in (year.report.leading_up, year.report.afterwards))
    notes = notes_of(year.report)
    told = [*(area.facts for area in review.areas), review.beside]
    return Annual(
        head=_head(year),
        plenary=year.plenary,
        before=before,
        series=year.series,
        years=year.years,
        setting=setting_of(records, year.series, year.plenary, before),
        proceedings=proceedings_of(year.plenary, year.names),
        news=_news(year, plan, changes, review, (after, events)),
        standing=standing_of(plan, year.histories, year.series) if year.plenary.is_held else None,
        founding=_founding(year) if before is None else (),
        plan=plan,
        plan_table=_plan_table(year, plan),
        plan_before=plan_before,
        is_same_plan=bool(changes and changes.is_same_list),
        has_same_subjects=bool(changes and _has_same_subjects(changes)),
        progress=progress,
        review=review,
        highlights=foremost(told if any(told) else [review.around], HIGHLIGHTS),
        looked_for=_looked_for(year),
        returned=returned_for(records, year.plenary, year.names, year.position),
        followed=followed_for(records, year.plenary, year.names, year.position),
        bodies=bodies_at(year.plenary, before, participation, year.names, year.years),
        body_rows=rows_of(participation, year.names, year.years),
        participation=participation,
        wordings=wordings_of(records, plan, year.histories, year.number),
        outlines=outlines_of(records, year.series),
        own_events=own_events(year),
        events=events,
        after=after,
        missing=_missing(year),
        points=points_of(records, year.report, year.series, notes, review),
        left_open=left_open(before, plan_before, year.names) if year.plenary.is_held else None,
        discrepancies=told_discrepancies(notes),
        decided=decided_in(year.report.notes),
        fact_notes=fact_notes(meeting),
        texts=by_section(year.texts),
        sources=tuple(records.sources.values()),
        about=address_of(meeting),
    )


def _founding(year: AnnualAnalysis) -> tuple[tuple[GroupFact, bool], ...]:
    """Return how the group came about, each fact with whether a source of a later day has it."""
    records, position = year.records, year.position
    facts = founding_of(records, year.series)
    return tuple((fact, published(records, fact.sources, position) != fact.sources) for fact in facts)


def _head(year: AnnualAnalysis) -> AnnualHead:
    group, request, plenary = year.records.group, year.request, year.plenary
    return AnnualHead(
        year=plenary.year or 0,
        edition=request.edition,
        is_draft=request.is_draft,
        is_proposed=not plenary.is_held,
        position=year.position,
        as_of=request.as_of,
        group=group.name,
        group_name=Name("group", str(group.name), group.short),
        page=year.records.group.default_source,
        made_from=plenary.meeting.sources,
    )


def _has_same_subjects(changes: AreaChanges) -> bool:
    """Return whether two closed plans pair off one to one by sure joins."""
    pairs = (HowChanged.UNCHANGED, HowChanged.REWORDED)
    is_paired = all(change.how in pairs and not change.is_doubtful for change in changes.changes)
    return changes.is_comparable and changes.are_both_closed and is_paired


def _plan_table(year: AnnualAnalysis, plan: Plan) -> PlanTable:
    meeting = year.plenary.meeting
    rows = tuple(
        (
            worded(year.records, meeting, area.area),
            tuple(worded(year.records, meeting, rival, plan.rivals) for rival in area.rivals),
        )
        for area in plan.areas
    )
    answering = {rival for area in plan.areas for rival in area.rivals}
    items = plan.rivals.items if plan.rivals and plan.areas else ()
    alone = tuple(worded(year.records, meeting, one, plan.rivals) for one in items if one not in answering)
    others = [*(other for _, found in rows for other in found), *alone]
    return PlanTable(rows, others[0] if others else None, alone)


def _review(year: AnnualAnalysis, progress: Progress) -> UnderReview:
    before = year.before
    business = (*year.report.leading_up.group, *year.report.afterwards.group)
    return under_review(
        year.records,
        progress,
        before.meeting if before else None,
        year.plenary.meeting,
        public_facts_of(year, before) if before else (),
        {thread for one in business for thread in one.record.threads},
    )


def _looked_for(year: AnnualAnalysis) -> SearchedUpTo:
    """Return up to which days was looked, where that is less than the period of the paper."""
    kept, end = year.records.group.kept_up_to, year.plenary.day or year.position
    if kept is None:
        return SearchedUpTo(None, None)
    occasions = min(kept.agreements or kept.plenaries, kept.events or kept.plenaries)
    developments = kept.developments or kept.plenaries
    return SearchedUpTo(occasions if occasions < end else None, developments if developments < end else None)


def _occasions(year: AnnualAnalysis, period: DatedPeriod) -> Occasions:
    """Return what the group signed and held in a period."""
    return grouped(occasions_of(period.group, year.names, year.records, year.plenary.day))


def _news(
    year: AnnualAnalysis,
    plan: Plan,
    changes: AreaChanges | None,
    review: UnderReview,
    occasions: tuple[Occasions, ...],
) -> tuple[News, ...]:
    return news_of(
        year.plenary,
        year.series,
        plan,
        changes,
        review,
        occasions,
        foundings(year),
        year.histories,
        year.names,
    )


def _missing(year: AnnualAnalysis) -> dict[str, tuple[MissingEntry, ...]]:
    found = missing_entries(year.records, year.plenary.meeting)
    return {kind.value: tuple(points) for kind, points in groupby(found, key=lambda missing: missing.kind)}
