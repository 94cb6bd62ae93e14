"""The allow-list: every field of every record, and who beside the secretariat reads it.

A field that stands in no row is read by nobody but the secretariat and named officers. What has to be kept
from a reader is not marked here; what may be read is. A record is absent where a field that it needs may not
be read. `docs/who-reads-what.md` is made from this table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from egci_reports.records import (
    actions,
    annexes,
    areas,
    base,
    bodies,
    briefs,
    clearance,
    developments,
    distribution,
    facts,
    group,
    meetings,
    notes,
    occasions,
    office,
    packs,
    papers,
    returns,
    sources,
    threads,
    timetable,
)
from egci_reports.records.audience.conditions import (
    ALWAYS,
    COMMON,
    EXCHANGED,
    HELD,
    NAMED,
    OWN,
    PUBLISHED,
    PUBLISHED_ITEM,
    SAID,
    Condition,
)
from egci_reports.records.audience.reader import Audience
from egci_reports.records.records import Records

Readers = Mapping[Audience, Condition]
"""Who beside the secretariat reads a field, and under which condition."""

_DEPARTMENT, _JOINT, _PUBLIC = Audience.DEPARTMENT, Audience.JOINT, Audience.PUBLIC

NOBODY: Readers = {}
DEPARTMENTS: Readers = {_DEPARTMENT: ALWAYS}
BOTH_SIDES: Readers = {_DEPARTMENT: ALWAYS, _JOINT: ALWAYS}
EVERYBODY: Readers = {_DEPARTMENT: ALWAYS, _JOINT: ALWAYS, _PUBLIC: ALWAYS}
ONCE_HELD: Readers = {_DEPARTMENT: ALWAYS, _JOINT: ALWAYS, _PUBLIC: HELD}
AGREED: Readers = {_DEPARTMENT: ALWAYS, _JOINT: HELD, _PUBLIC: HELD}
AGREED_ITEM: Readers = {_DEPARTMENT: ALWAYS, _JOINT: HELD, _PUBLIC: PUBLISHED_ITEM}
RELEASED: Readers = {_DEPARTMENT: ALWAYS, _JOINT: EXCHANGED, _PUBLIC: PUBLISHED}
OWN_OR_RELEASED: Readers = {_DEPARTMENT: OWN, _JOINT: EXCHANGED, _PUBLIC: PUBLISHED}
OWN_ONLY: Readers = {_DEPARTMENT: OWN}
OWN_OR_BOTH_SIDES: Readers = {_DEPARTMENT: OWN, _JOINT: ALWAYS}
SIDES_ALONE: Readers = {_JOINT: ALWAYS}
IN_COMMON: Readers = {_DEPARTMENT: COMMON}
WHERE_NAMED: Readers = {_DEPARTMENT: NAMED}
AS_SAID: Readers = {_DEPARTMENT: SAID, _JOINT: SAID, _PUBLIC: SAID}


@dataclass(frozen=True, slots=True)
class Row:
    """Fields of one kind of record that the same readers read; their names with spaces between."""

    record: type
    names: str
    readers: Readers


_SIGNED = "expected_from due author date cleared"

TABLE: tuple[Row, ...] = (
    # what is recorded, table by table
    Row(
        Records, "group sources bodies people areas phases agreements events developments meetings", EVERYBODY
    ),
    Row(Records, "returns papers", EVERYBODY),
    Row(Records, "actions", BOTH_SIDES),
    Row(Records, "packs briefs", DEPARTMENTS),
    Row(Records, "notes", SIDES_ALONE),
    Row(Records, "distribution annexes", NOBODY),
    # values
    Row(base.Words, "en tc sc", EVERYBODY),
    Row(facts.Stated, "value sources", EVERYBODY),
    Row(facts.Stated, "note", DEPARTMENTS),
    Row(facts.RivalValue, "value sources words", EVERYBODY),
    Row(facts.Disputed, "disputed", EVERYBODY),
    Row(facts.Disputed, "decision accepted note", DEPARTMENTS),
    Row(facts.Decision, "claim by on reason", DEPARTMENTS),
    Row(facts.Acceptance, "by on reason", DEPARTMENTS),
    Row(facts.Unstated, "unstated sources", EVERYBODY),
    Row(facts.Unstated, "note", DEPARTMENTS),
    # the group, sources, subjects, phases
    Row(group.Group, "name short parent leads first_host cities default_source kept_up_to", EVERYBODY),
    Row(group.Group, "founding working example", EVERYBODY),
    Row(group.Group, "notes", DEPARTMENTS),
    Row(group.Group, "markings timetable", NOBODY),
    Row(group.Group, "office", BOTH_SIDES),
    Row(office.Office, "post reference telephone mail signatory head reply_within", BOTH_SIDES),
    Row(timetable.TimetableStep, "step when who with_guangdong", NOBODY),
    Row(group.GroupFact, "text on person sources", EVERYBODY),
    Row(group.KeptUpTo, "plenaries agreements events names developments", EVERYBODY),
    Row(group.KeptUpTo, "note", DEPARTMENTS),
    Row(
        sources.Source,
        "id title publisher url date language read reprint machine_translation short",
        EVERYBODY,
    ),
    Row(sources.Source, "note", DEPARTMENTS),
    Row(threads.Areas, "mapping threads", EVERYBODY),
    Row(threads.Mapping, "by on note", EVERYBODY),
    Row(threads.Thread, "id name", EVERYBODY),
    Row(threads.Thread, "note", DEPARTMENTS),
    Row(threads.Phase, "id title first last text", EVERYBODY),
    Row(threads.Mapping, "written_for", NOBODY),
    Row(threads.Thread, "written_for", NOBODY),
    Row(threads.Phase, "written_for", NOBODY),
    Row(bodies.DatedNote, "ask written_for", NOBODY),
    Row(sources.Slip, "printed right reason since sources", DEPARTMENTS),
    Row(sources.Discrepancy, "on versions note decision", DEPARTMENTS),
    Row(sources.Version, "words people sources", DEPARTMENTS),
    # bodies and people
    Row(bodies.Body, "id side kind names succeeds principal founded dissolved protocol as_named", EVERYBODY),
    Row(bodies.Body, "notes", EVERYBODY),
    Row(bodies.Body, "aliases", DEPARTMENTS),
    Row(bodies.BodyName, "name short short_tc article starts ends seen sources unverified grade", EVERYBODY),
    Row(bodies.DatedNote, "text since sources", EVERYBODY),
    Row(bodies.Person, "id name honorific surname side sources unverified posts", EVERYBODY),
    Row(bodies.Person, "aliases", DEPARTMENTS),
    Row(bodies.Post, "title body starts ends seen acting doubt sources", EVERYBODY),
    Row(bodies.Post, "note", DEPARTMENTS),
    # plenaries: both sides read of one to come when and where, not what Hong Kong means to propose
    Row(meetings.Meeting, "number status title date mode venue reviewed planned", ONCE_HELD),
    Row(meetings.Meeting, "areas sources position_as_at", ONCE_HELD),
    Row(meetings.Meeting, "proposed", BOTH_SIDES),
    Row(meetings.Meeting, "purpose convenors hong_kong guangdong outcome", AGREED),
    Row(meetings.Meeting, "progress plan_items work_plan statements captions", AGREED),
    Row(meetings.Meeting, "action_count", {_DEPARTMENT: ALWAYS, _JOINT: HELD}),
    Row(meetings.Meeting, "call slips discrepancies", DEPARTMENTS),
    Row(meetings.Venue, "city site", EVERYBODY),
    Row(meetings.Convenor, "person verb", EVERYBODY),
    Row(meetings.Delegation, "bodies others hedge open_because grade", EVERYBODY),
    Row(meetings.Listed, "body printed", EVERYBODY),
    Row(meetings.Outcome, "by reviewed verb words others sources grade", EVERYBODY),
    Row(meetings.OtherWords, "words sources grade", EVERYBODY),
    Row(areas.PlenaryAreas, "said listed closed hedge frame focus focus_points rivals", AGREED),
    Row(areas.Area, "wording threads verb sources grade", EVERYBODY),
    Row(areas.AreaList, "sources items hedge rendering", EVERYBODY),
    Row(areas.AreaList, "note", DEPARTMENTS),
    Row(areas.FocusPoints, "said items", EVERYBODY),
    Row(areas.Join, "thread grade reason", EVERYBODY),
    Row(meetings.Report, "text person threads sources caution grade", EVERYBODY),
    Row(meetings.PlanItem, "item text text_tc area lead partner target continues sources grade", AGREED_ITEM),
    Row(meetings.Call, "on reply_by", DEPARTMENTS),
    Row(meetings.ActionCount, "brought_forward new closed carried_forward", BOTH_SIDES),
    # agreements and events
    Row(occasions.Agreement, "id title subject level scope date place parties witnesses", EVERYBODY),
    Row(occasions.Agreement, "witnessed_by occasion tie content captions threads sources", EVERYBODY),
    Row(occasions.Agreement, "slips discrepancies", DEPARTMENTS),
    Row(occasions.Event, "id kind title clause quoted scope side date place tie theme attendance", EVERYBODY),
    Row(occasions.Event, "people others details captions threads caution sources", EVERYBODY),
    Row(occasions.Event, "slips discrepancies", DEPARTMENTS),
    Row(occasions.Tie, "meeting relation words", EVERYBODY),
    Row(occasions.Witness, "person printed role", EVERYBODY),
    Row(occasions.Attendance, "number about basis", EVERYBODY),
    # public developments: their sources are open to everybody
    Row(developments.Development, "id text date inferred side belongs threads no_thread", EVERYBODY),
    Row(developments.Development, "adds_to people bodies figures quotations caution grade", EVERYBODY),
    Row(developments.Development, "discrepancies", DEPARTMENTS),
    Row(developments.Quotation, "sources words", EVERYBODY),
    Row(developments.PublishedFigure, "value unit whose as_at bound printed caution", EVERYBODY),
    # returns: others than its own are read by a department as far as that they came, and how items stand
    Row(returns.Return, "plenary body date items", RELEASED),
    Row(returns.Return, "nil excused", DEPARTMENTS),
    Row(returns.Return, "prepared_by cleared cleared_by telephone email delegates expects answer", OWN_ONLY),
    Row(returns.Excuse, "reason by on", DEPARTMENTS),
    Row(returns.ItemReturn, "item part nil status", RELEASED),
    Row(returns.ItemReturn, "progress figures reason new_date next_step", OWN_OR_RELEASED),
    Row(returns.ItemReturn, "may_be_exchanged may_be_published raised line_to_take", OWN_ONLY),
    Row(returns.Figure, "name value unit as_at", OWN_OR_RELEASED),
    # actions: both sides agreed them; what an owner reports on them is its own
    Row(actions.Action, "id source text owner partners due redated carried_over closed", OWN_OR_BOTH_SIDES),
    Row(actions.Action, "progress", OWN_ONLY),
    Row(actions.ProgressNote, "on text status", OWN_ONLY),
    Row(actions.Closing, "meeting paragraph by on reason", OWN_OR_BOTH_SIDES),
    Row(actions.NewDate, "due meeting by on reason", OWN_OR_BOTH_SIDES),
    Row(actions.CarriedOver, "meeting by on reason", OWN_OR_BOTH_SIDES),
    # officers' words for a pack
    Row(packs.PackWords, "plenary run_down agenda delegations forums further", IN_COMMON),
    Row(packs.PackWords, "marking steering opening closing annexes", NOBODY),
    Row(packs.Steering, f"{_SIGNED} purpose objectives outcome priority sensitive", NOBODY),
    Row(packs.Steering, "in_the_room beforehand", NOBODY),
    Row(packs.Remarks, f"{_SIGNED} en tc", NOBODY),
    Row(packs.RunDown, f"{_SIGNED} rows", IN_COMMON),
    Row(packs.RunDownRow, "item time who area papers remark", IN_COMMON),
    Row(packs.Agenda, f"{_SIGNED} items agreed_on", IN_COMMON),
    Row(packs.AgendaItem, "text area lead", IN_COMMON),
    Row(packs.Delegations, f"{_SIGNED} members", IN_COMMON),
    Row(packs.Delegate, "body person name name_tc post post_tc role", IN_COMMON),
    Row(packs.Delegate, "telephone", NOBODY),
    Row(packs.Forums, f"{_SIGNED} rows", WHERE_NAMED),
    Row(packs.ForumRow, "forum business bodies", WHERE_NAMED),
    Row(packs.Further, f"{_SIGNED} title text bodies", WHERE_NAMED),
    Row(clearance.Clearance, "by on fingerprint", DEPARTMENTS),
    Row(annexes.Annex, "title file date validated", NOBODY),
    Row(annexes.Validation, "by on", NOBODY),
    # officers' words for an item
    Row(briefs.ItemBrief, f"{_SIGNED} plenary area lead speaker minutes raised objective points", OWN_ONLY),
    Row(briefs.ItemBrief, "line_to_take questions background action", OWN_ONLY),
    Row(briefs.ItemBrief, "guangdong not_for_disclosure", NOBODY),
    Row(briefs.SpeakingPoint, "by say", OWN_ONLY),
    Row(briefs.Question, "ask answer", OWN_ONLY),
    Row(briefs.Assessment, "text basis on confidence", NOBODY),
    # the notes of a plenary: the joint record is that of both sides
    Row(notes.MeetingNotes, "plenary time place present items next_meeting agreed_on", SIDES_ALONE),
    Row(notes.MeetingNotes, _SIGNED, NOBODY),
    Row(notes.Attendee, "body person name name_tc post post_tc role", SIDES_ALONE),
    Row(notes.Attendee, "telephone", NOBODY),
    Row(notes.NotedItem, "item area reported agreed", SIDES_ALONE),
    Row(notes.NotedItem, "own", NOBODY),
    Row(notes.Agreed, "verb text", SIDES_ALONE),
    # officers' own paragraphs, and who gets copies
    Row(papers.OwnTexts, "texts", EVERYBODY),
    Row(papers.OwnTexts, "marking", NOBODY),
    Row(papers.OwnTexts, "dated reply_by", BOTH_SIDES),
    Row(papers.OwnText, "section text author date audience", AS_SAID),
    Row(papers.OwnText, "cleared", {_DEPARTMENT: SAID}),
    Row(distribution.Distribution, "as_at recipients", NOBODY),
    Row(distribution.Recipient, "body post code channel address papers", NOBODY),
    Row(distribution.PaperFor, "paper audience reason", NOBODY),
)

ALLOWED: Mapping[tuple[type, str], Readers] = {
    (row.record, name): row.readers for row in TABLE for name in row.names.split()
}
"""The readers of each field, by the kind of record and the field's name."""
