"""Who may read what, written by hand: it shares nothing with the program's own allow-list.

The readers are `one` and `two` (the parts of two departments in the pack), `joint` and `public`. What the
secretariat reads is everything.
"""

from __future__ import annotations

import re

ALL = frozenset(("one", "two", "joint", "public"))
BODIES = frozenset(("one", "two"))
NOBODY: frozenset[str] = frozenset()
RELEASED = frozenset(("one", "two", "joint", "public"))

FIELDS: dict[str, frozenset[str]] = {
    name: readers
    for readers, names in (
        (
            ALL,
            """
            Agreement.captions Agreement.content Agreement.occasion Agreement.place Agreement.subject
            Agreement.witnessed_by AreaList.hedge PlenaryAreas.focus PlenaryAreas.frame PlenaryAreas.hedge
            Attendance.basis BodyName.short BodyName.short_tc RivalValue.value RivalValue.words
            Convenor.verb DatedNote.text Delegation.hedge Delegation.open_because Development.caution
            Development.no_thread Development.text PublishedFigure.bound PublishedFigure.caution
            PublishedFigure.printed PublishedFigure.unit PublishedFigure.value Quotation.words
            Event.captions Event.caution Event.clause Event.details Event.others Event.place Event.theme
            Group.short
            GroupFact.text KeptUpTo.plenaries KeptUpTo.agreements KeptUpTo.events KeptUpTo.names
            KeptUpTo.developments Join.reason Listed.printed Mapping.by Mapping.note Meeting.captions
            Meeting.purpose OtherWords.words Outcome.by Outcome.reviewed Outcome.verb Outcome.words
            OwnText.author OwnText.date OwnText.text Person.honorific Person.surname Phase.text Phase.title
            PlanItem.text PlanItem.text_tc Post.doubt Report.caution Report.text Source.publisher Source.short
            Source.title Source.url Stated.value Thread.name Tie.words Venue.site
            Witness.printed Witness.role Words.en Words.sc Words.tc Figure.as_at
            Figure.name Figure.unit Figure.value ItemReturn.next_step ItemReturn.progress ItemReturn.reason
            Return.date
            """,
        ),
        (
            frozenset(("one", "two", "joint")),
            """
            Action.due Action.source Action.text Closing.paragraph Closing.by Closing.on Closing.reason
            NewDate.by NewDate.due NewDate.on NewDate.reason CarriedOver.by CarriedOver.on CarriedOver.reason
            Office.head Office.mail Office.post
            Office.reference Office.signatory Office.telephone OwnTexts.dated OwnTexts.reply_by
            """,
        ),
        (
            frozenset(("joint",)),
            """
            MeetingNotes.time MeetingNotes.place MeetingNotes.next_meeting MeetingNotes.agreed_on
            Attendee.name Attendee.name_tc Attendee.post Attendee.post_tc NotedItem.item NotedItem.reported
            Agreed.verb Agreed.text
            """,
        ),
        (
            BODIES,
            """
            Acceptance.by Acceptance.on Acceptance.reason AreaList.note Body.aliases Decision.by Decision.on
            Decision.reason Discrepancy.note Discrepancy.on Disputed.note Person.aliases Post.note
            Slip.printed Slip.reason Slip.right Source.note Stated.note Thread.note Unstated.note
            Version.words KeptUpTo.note
            Excuse.by Excuse.on Excuse.reason Return.answer Return.cleared_by Return.delegates Return.email
            Return.expects Return.prepared_by Return.telephone ItemReturn.line_to_take
            ProgressNote.on ProgressNote.text OwnTexts.marking PackWords.marking Group.markings
            RunDown.author RunDown.date RunDown.due RunDown.expected_from RunDownRow.item RunDownRow.papers
            RunDownRow.remark RunDownRow.who Agenda.agreed_on Agenda.author Agenda.date Agenda.due
            Agenda.expected_from AgendaItem.text Delegations.author Delegations.date Delegations.due
            Delegations.expected_from Delegate.name Delegate.name_tc
            Delegate.post Delegate.post_tc Forums.author Forums.date Forums.due
            Forums.expected_from ForumRow.business ForumRow.forum Further.author Further.date Further.due
            Further.expected_from Further.text Further.title Clearance.by Clearance.on
            ItemBrief.action ItemBrief.author ItemBrief.background ItemBrief.date ItemBrief.due
            ItemBrief.expected_from ItemBrief.line_to_take ItemBrief.objective ItemBrief.speaker
            SpeakingPoint.by SpeakingPoint.say Question.answer Question.ask
            """,
        ),
        (
            NOBODY,
            """
            Assessment.basis Assessment.text ItemBrief.not_for_disclosure Annex.date Annex.file Annex.title
            Validation.by Validation.on PaperFor.reason Recipient.address
            DatedNote.ask Recipient.post TimetableStep.who Delegate.telephone Attendee.telephone
            Remarks.author Remarks.date Remarks.due Remarks.en Remarks.expected_from Remarks.tc
            Steering.author Steering.beforehand Steering.date Steering.due Steering.expected_from
            Steering.in_the_room Steering.objectives Steering.outcome Steering.priority Steering.purpose
            Steering.sensitive MeetingNotes.author MeetingNotes.date MeetingNotes.due NotedItem.own
            MeetingNotes.expected_from
            """,
        ),
    )
    for name in names.split()
}
"""Who may read a field at all. A field that is not here may be read by nobody, and fails the test."""

_RULES: tuple[tuple[str, frozenset[str]], ...] = (
    # notes on sources are for this side
    (r"group#notes/", BODIES),
    (r"#slips/|#discrepancies/", BODIES),
    # the period of the 2nd was in dispute and is decided: the others read the value that was decided for
    (r"#reviewed/disputed/1/", BODIES),
    (r"#reviewed/disputed/0/words", BODIES),
    # a plenary to come: no public paper knows it, and the other side no proposal
    (r"meetings/03#", frozenset(("one", "two", "joint"))),
    (
        r"meetings/03#(purpose|convenors|hong_kong|guangdong|outcome|areas|progress|plan_items|work_plan|statements|captions)",
        BODIES,
    ),
    # items of a plan: the public reads those on which something may be published, the second and third
    (r"#work_plan/(0|3|4|5)/", frozenset(("one", "two", "joint"))),
    # the first entry may be exchanged, the second published, the third both, the fourth neither
    (r"returns/\d\d/office-one#items/0/", frozenset(("one", "joint"))),
    (r"returns/\d\d/office-one#items/1/", frozenset(("one", "public"))),
    (r"returns/\d\d/office-one#items/2/", frozenset(("one", "joint", "public"))),
    (r"returns/\d\d/office-one#items/3/", frozenset(("one",))),
    (r"returns/\d\d/office-one#(prepared_by|cleared)", frozenset(("one",))),
    # released and not cleared, or changed since: nobody else reads it
    (r"returns/0[23]/office-two#date", BODIES),
    (r"returns/0[23]/office-two#(items|prepared_by|cleared)", frozenset(("two",))),
    (r"#items/\d/(line_to_take|raised)", BODIES),
    # what an owner reports on an action is its own; departments read their own actions
    (r"actions/01-01#", frozenset(("one", "joint"))),
    (r"actions/01-02#", frozenset(("two", "joint"))),
    (r"actions/.*#progress", BODIES),
    # a department has its own brief, what names it, and what names nobody
    (r"briefs/03/brief-1#", frozenset(("one",))),
    (r"briefs/03/brief-2#", frozenset(("two",))),
    (r"briefs/03/brief-\d#guangdong", NOBODY),
    (r"briefs/03/pack#(steering|opening|closing|annexes)", NOBODY),
    (r"briefs/03/pack#forums/rows/0", frozenset(("one",))),
    (r"briefs/03/pack#further/0", frozenset(("one",))),
    (r"briefs/03/pack#further/1", NOBODY),
    # an officer's own paragraph says who reads it: internal, department, joint, public
    (r"papers/.*#texts/0/", NOBODY),
    (r"papers/.*#texts/1/", BODIES),
    (r"papers/.*#texts/2/", frozenset(("one", "two", "joint"))),
    # but what nobody has cleared, or what has changed since, stays on this side
    (r"papers/.*#texts/[45]/", BODIES),
)
"""What narrows the readers of a field, by its address."""


def readers(address: str, field: str) -> frozenset[str]:
    """Return who beside the secretariat may read a field of a record."""
    found = FIELDS.get(field, NOBODY)
    for pattern, narrower in _RULES:
        if re.search(pattern, address):
            found &= narrower
    return found
