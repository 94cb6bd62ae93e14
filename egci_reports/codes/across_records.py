"""Explanations of the codes C2xx: errors that show only across records."""

from __future__ import annotations

from egci_reports.codes.explanation import Explanation

ACROSS_RECORDS: dict[str, Explanation] = {
    "C201": Explanation(
        "An id that nothing has",
        "A source, body, person or thread is named by an id that its file does not have: a slip of the "
        "pen, or an entry not yet made.",
        wrong="bodies: [marine-departement]",
        right="bodies: [marine-department]",
    ),
    "C202": Explanation(
        "A plenary that is not recorded",
        "A tie or a phase names the number of a plenary that has no file under meetings/.",
    ),
    "C203": Explanation(
        "An entry stands twice in a list",
        "Counts in papers rest on these lists, so nothing may be counted twice.",
    ),
    "C210": Explanation(
        "Ends before it starts",
        "A name or a post has its last day before its first.",
        wrong="starts: 2012-04-01\nends: 2002-03-31",
        right="starts: 2012-04-01\nends: 2022-03-31",
    ),
    "C211": Explanation(
        "Dissolved before it was founded",
        "One of the two dates of the body is wrong.",
    ),
    "C212": Explanation(
        "A name outside the life of its body",
        "A name begins before the body was founded, or reaches beyond its end. What was there before a "
        "founding, or went on after an end, is a body of its own, joined by 'succeeds'.",
    ),
    "C213": Explanation(
        "The position as at a day before the plenary",
        "The cut-off date of a year's report cannot lie before the meeting that it reports.",
    ),
    "C214": Explanation(
        "Seen in a post outside its dates",
        "A source names the person in the post on a day on which, by the dates recorded, the person did "
        "not hold it.",
    ),
    "C220": Explanation(
        "A body on a day on which there was none such",
        "By its dates, the body was not yet founded, or no longer there, or had no name on that day. "
        "Papers print the body of the day; record the one that existed then, and what the source prints "
        "under 'printed'.",
        wrong="date: 2023-09-26\nbodies: [digital-policy-office]",
        right="date: 2023-09-26\nbodies: [office-of-the-government-chief-information-officer]",
    ),
    "C221": Explanation(
        "A person without a post of that day",
        "The person is named on a day that none of the recorded posts covers. A post of which no dates "
        "are known covers the days under 'seen'.",
        right="posts:\n  - title: Director-General\n    seen: [2009-07-10]",
    ),
    "C222": Explanation(
        "A body on the wrong side",
        "The list of one side names a body that, by bodies.yaml, belongs to the other.",
    ),
    "C230": Explanation(
        "Two names at once",
        "A body bears one name at a time: each ends on the day before the next begins. Where two forms "
        "were really in use, write 'as_named: true'.",
        wrong="- name: Health Office\n- name: Health Bureau\n  starts: 2022-07-01",
        right="- name: Health Office\n  ends: 2022-06-30\n- name: Health Bureau\n  starts: 2022-07-01",
    ),
    "C231": Explanation(
        "Names out of order",
        "The names of a body stand in order of time, the oldest first.",
    ),
    "C232": Explanation(
        "One name, two bodies",
        "Two bodies bear the same name at the same time. A re-founded body may keep the name of the one "
        "before; then the dates tell them apart.",
    ),
    "C240": Explanation(
        "The principal is not succeeded",
        "'principal' says which of the bodies under 'succeeds' is carried on in one lineage.",
        wrong="succeeds: [buoy-office]\nprincipal: lamp-office",
        right="succeeds: [lamp-office, buoy-office]\nprincipal: lamp-office",
    ),
    "C241": Explanation(
        "A lineage in a circle",
        "Following 'succeeds' from a body leads back to the body itself. Time does not run so.",
    ),
    "C242": Explanation(
        "A successor older than what it succeeds",
        "By the dates, the body was founded before the one whose work it took over.",
    ),
    "C250": Explanation(
        "Two plenaries in one year",
        "The group meets once a year, and papers name a year's report by it.",
    ),
    "C251": Explanation(
        "Dates against numbers",
        "A plenary with a higher number was held on an earlier day or on the same day.",
    ),
    "C252": Explanation(
        "No venue",
        "A plenary held in person was held somewhere. If the sources do not say, record that.",
        right="venue: {unstated: not-stated}",
    ),
    "C253": Explanation(
        "A video conference with a venue",
        "A plenary by video conference has no host city.",
    ),
    "C254": Explanation(
        "An unknown city",
        "group.yaml lists the cities and the side each belongs to; the host side is read from there.",
    ),
    "C255": Explanation(
        "Held, but only proposed",
        "`new meeting` fills in what can be proposed and lists those fields under 'proposed'. Confirm "
        "each by the source, then take the line out.",
    ),
    "C256": Explanation(
        "Planned, though a later one was held",
        "A plenary that is still to come cannot lie before one that was held.",
    ),
    "C257": Explanation(
        "Held without a date",
        "A plenary that was held has a date; reports go by its year.",
    ),
    "C258": Explanation(
        "To come, with an outcome",
        "A plenary that is still to come has decided nothing. If it has met, it was held: papers print a "
        "plenary to come as a proposal.",
        right="status: held",
    ),
    "C260": Explanation(
        "Areas stated and areas listed",
        "The text states a number of areas, and the closed list has another. One of them is wrong, or "
        "the list is open.",
    ),
    "C261": Explanation(
        "Open words, closed list",
        "Words such as 'such as' or 'etc.' leave a list open. From an open list nothing can be called "
        "new or dropped, so it must be recorded as open.",
        wrong="hedge: such as\nclosed: true",
        right="hedge: such as\nclosed: false",
    ),
    "C262": Explanation(
        "An open list without the words",
        "Say by which words the source leaves the list open.",
        right="closed: false\nhedge: such as",
    ),
    "C263": Explanation(
        "A join without a reason",
        "Whoever joins a wording to a thread by judgement says why; readers may judge otherwise.",
        right="{thread: smart-city, grade: judged, reason: the naming word changed}",
    ),
    "C264": Explanation(
        "Focus points stated and listed",
        "The number stated and the number listed differ.",
    ),
    "C265": Explanation(
        "A verb that its words do not have",
        "Papers print the words whole and the verb beside them in tables; both are the source's own.",
        wrong="verb: agreed\nwords: a plan for the coming year",
        right="verb: agreed\nwords: agreed a plan for the coming year",
    ),
    "C266": Explanation(
        "What was done, without its verb",
        "Papers print it after those who did it: the meeting “reviewed the progress in 2012”.",
        wrong="reviewed: the past year",
        right="reviewed: reviewed the past year",
    ),
    "C267": Explanation(
        "A wording that does not open with a verb",
        "'verb: true' says that the wording opens with one: promoting, deepening.",
    ),
    "C270": Explanation(
        "A decision for no claim",
        "'claim' counts the rival values from 1, in the order in which they stand.",
    ),
    "C271": Explanation(
        "A dispute about nothing",
        "All rival values are the same: the sources agree.",
    ),
    "C272": Explanation(
        "A slip that is none",
        "The words as printed and the right form are the same.",
    ),
    "C280": Explanation(
        "A tie that the dates contradict",
        "'during' and 'same-day' mean the day of the plenary, 'after' that day or later, 'between' "
        "later than the plenary and before the next.",
    ),
    "C281": Explanation(
        "An agreement without a name",
        "Give its title, or where no source has one, its subject.",
    ),
    "C290": Explanation(
        "A phase that ends before it begins",
        "One of its two numbers is wrong.",
    ),
    "C291": Explanation(
        "Phases that do not join",
        "Each phase begins with the plenary after the last of the phase before; only the last runs on.",
    ),
    "C292": Explanation(
        "A recipient that is no body of the day",
        "Copies go to bodies that exist. The body was founded after the day of the list, has ended, or bears "
        "another name by now. The hint names its successor.",
        wrong="as_at: 2024-10-09\nrecipients:\n  - body: office-of-the-government-chief-information-officer",
        right="as_at: 2024-10-09\nrecipients:\n  - body: digital-policy-office",
    ),
    "C293": Explanation(
        "A recipient listed twice",
        "Each holder has one numbered copy of a paper. Two posts of one body are two holders, if each names "
        "its post.",
    ),
    "C294": Explanation(
        "Mail without an address",
        "The program sends mail only to an address that the list gives. A draft may go without one.",
        wrong="- {body: marine-department, channel: mail}",
        right="- {body: marine-department, channel: draft}",
    ),
    "C296": Explanation(
        "A paper of one side for the other",
        "Whoever is not of the Hong Kong side gets what was made for both sides (joint) or for the public, "
        "and nothing else, drafts included. A plain 'annual' or 'history' means the joint one there; a "
        "briefing or a call never goes.",
        wrong="- body: department-of-light\n  papers: [{paper: annual, audience: internal}]",
        right="- body: department-of-light\n  papers: [{paper: annual, audience: joint}]",
    ),
    "C297": Explanation(
        "A paper that is not made for this audience",
        "annual and history are made for internal, joint or public readers; of a briefing a department gets "
        "its part, and a post named for a reason the whole (internal); a call goes to departments.",
    ),
    "C298": Explanation(
        "The whole briefing without a post and a reason",
        "The whole pack holds what is not for departments. It goes to posts that are named with a reason; a "
        "department gets its part.",
        wrong="- body: marine-department\n  papers: [{paper: briefing, audience: internal}]",
        right="- body: marine-department\n  post: Director\n"
        "  papers: [{paper: briefing, audience: internal, reason: Leads the delegation}]",
    ),
    "C295": Explanation(
        "A marking that is none of the group's",
        "The markings that papers may bear stand in group.yaml as 'markings', the lowest first. Left out, "
        "they are RESTRICTED, CONFIDENTIAL, SECRET and TOP SECRET.",
        wrong="marking: restricted",
        right="marking: RESTRICTED",
    ),
    "C287": Explanation(
        "A step of the timetable out of its place",
        "Each step stands once in the timetable of group.yaml, below the step from which its day is "
        "reckoned. The plenary itself is no entry: its day is that of the plenary.",
        wrong="- {step: first-reminder, when: 1 working day after returns-due}\n"
        "- {step: returns-due, when: 5 weeks before plenary}",
        right="- {step: returns-due, when: 5 weeks before plenary}\n"
        "- {step: first-reminder, when: 1 working day after returns-due}",
    ),
    "C282": Explanation(
        "A figure without its words",
        "A figure of a public development stands in one of its quotations, in the same digits or as "
        "'printed' has it. What no quotation carries is no figure of the record.",
        wrong="figures: [{value: 65, ...}]\nquotations: [{words: 63 points, ...}]",
        right="figures: [{value: 63, ...}]\nquotations: [{words: 63 points, ...}]",
    ),
    "C283": Explanation(
        "A development near no subject",
        "A public development names the subjects that it is near, or says why it is near none.",
        right="no_thread: It concerns the lead office, not a subject.",
    ),
    "C284": Explanation(
        "A development that adds to nothing",
        "'adds_to' names the event or agreement on record of which the development tells more.",
    ),
    "C285": Explanation(
        "A date inferred from nothing",
        "Where part of a date is a reading of ours, the note on the date says from what it was read.",
        right="date: {value: 2020-12-14, note: The year follows from ...}\ninferred: true",
    ),
}
