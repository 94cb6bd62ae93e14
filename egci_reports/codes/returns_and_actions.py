"""Explanations of the codes C4xx and U315 to U317: work plans, returns and the list of actions."""

from __future__ import annotations

from egci_reports.codes.explanation import Explanation

RETURNS_AND_ACTIONS: dict[str, Explanation] = {
    "C401": Explanation(
        "An item that the plan does not have",
        "A return reports on the items of the plan agreed at the plenary before. This is none of them.",
    ),
    "C402": Explanation(
        "An item of another department",
        "Each item has one Hong Kong body that leads it and reports on it. Selection is by the id of that "
        "body, or of the one that took its work over; likeness of names plays no part.",
    ),
    "C403": Explanation(
        "Nil, and yet something",
        "A nil return says that there was no new development. It cannot report one as well.",
        wrong="nil: true\nprogress: The lamps were trimmed.",
        right="nil: true",
    ),
    "C404": Explanation(
        "Progress without a status",
        "Papers count how the items stand, so each item reported on has one status of the list.",
        right="status: on-schedule",
    ),
    "C405": Explanation(
        "A status without its reason",
        "Whoever reports an item as behind schedule says why; of one that ceased, what superseded it.",
        wrong="status: behind-schedule",
        right="status: behind-schedule\nreason: the parts came late\nnew_date: 2025-06",
    ),
    "C406": Explanation(
        "Behind schedule without a new date",
        "An item that is behind schedule has a new date, if only a month or a year.",
        right="new_date: 2025-06",
    ),
    "C407": Explanation(
        "A figure from the future",
        "A return cannot hold a figure of a day after it was sent.",
    ),
    "C410": Explanation(
        "An item without a leader",
        "An item is led by a Hong Kong body, by a Guangdong body, or by one of each.",
        right="lead: marine-department",
    ),
    "C411": Explanation(
        "An item of an area that is not listed",
        "'area' counts the areas of the same plan from 1, in the order in which they are listed.",
    ),
    "C412": Explanation(
        "An item that continues nothing",
        "'continues' names an item of the plan before. Last year's entry and figures are set beside this "
        "year's by it.",
    ),
    "C413": Explanation(
        "A call out of time",
        "Returns are asked for after the call, and before the plenary.",
    ),
    "C420": Explanation(
        "An action of no plenary",
        "The number of an action begins with that of the plenary that agreed it: 19-03 is the third action "
        "of the 19th.",
    ),
    "C421": Explanation(
        "Due before it was agreed",
        "The due date of an action lies after the plenary that agreed it.",
    ),
    "C422": Explanation(
        "Closed before its time",
        "An action is closed by a decision that a later plenary recorded, and by nothing else.",
    ),
    "C423": Explanation(
        "Progress out of order",
        "What an owner reported on an action stands in order of time, none before the action was agreed.",
    ),
    "C424": Explanation(
        "An action is missing",
        "Actions of a plenary are numbered without gaps, for life. An action that is done with stays in the "
        "list, with the decision that closed it.",
    ),
    "C425": Explanation(
        "A count that does not balance",
        "What is brought forward and what is new, less what is closed, is carried forward.",
        wrong="{brought_forward: 2, new: 3, closed: 1, carried_forward: 3}",
        right="{brought_forward: 2, new: 3, closed: 1, carried_forward: 4}",
    ),
    "C426": Explanation(
        "Notes and list differ",
        "The notes of the plenary count other actions than actions.yaml holds: one was lost, entered twice, "
        "or closed without a decision.",
    ),
    "E605": Explanation(
        "A return that is not cleared",
        "A numbered edition prints what departments stand by. A return that has come but that nobody of "
        "directorate rank has cleared, or that has changed since, waits for its clearance.",
        right="egci-report clear return 20 marine-department --by 'Assistant Director' --on 2025-07-29",
    ),
    "U315": Explanation(
        "Nothing to report on",
        "Returns report on the items of the plan agreed at the plenary before. Enter them through "
        "`egci-report form plan`; where none are on file, departments are asked on the areas.",
    ),
    "U316": Explanation(
        "Not a body that answers",
        "Returns come from bodies of Hong Kong that exist at the time: not from Guangdong, and not from a "
        "body whose work another took over.",
    ),
    "U318": Explanation(
        "No call on record",
        "The memo and the forms give the last day for replies, which stands in the file of the plenary.",
        right="call: {on: 2025-07-01, reply_by: 2025-07-29}",
    ),
    "U317": Explanation(
        "No day to stand at",
        "What is overdue depends on the day. It is that of --as-of, or the last day that the records know; "
        "the clock is never read.",
    ),
}
