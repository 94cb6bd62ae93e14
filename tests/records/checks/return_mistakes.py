"""The mistakes planted in work plans, returns and actions: each is told of once, at its place."""

# A table: one mistake a line, however long.
# ruff: noqa: E501, N817
# fmt: off

from __future__ import annotations

from tests.records.checks.planting import Mistake as M

_SIGNAL = "returns/03/made-up-signal-office.yaml"
_DEVELOPMENT = "returns/03/made-up-development-bureau.yaml"
_PIER = "returns/03/made-up-pier-office.yaml"

RETURN_MISTAKES = (
    M("a return of another body than its file's", _DEVELOPMENT, "body: made-up-development-bureau", "body: made-up-signal-office", "R115", "made-up-signal-office"),
    M("a return for another plenary than its folder's", _DEVELOPMENT, "plenary: 3", "plenary: 2", "R115", "2"),
    M("a status that is none", _SIGNAL, "status: completed", "status: done", "R104", "done"),
    M("a figure without its day", _SIGNAL, '"0", unit: lamps, as_at: 2012-03-15}', '"0", unit: lamps}', "R103", "{name: lamps broken"),
    M("a figure in words", _SIGNAL, 'value: "0"', 'value: "none"', "R107", '"none"'),
    M("an item number that is none", _SIGNAL, 'item: "1.1"', 'item: "1.1a"', "R107", '"1.1a"'),
    M("an unknown leader", "meetings/03.yaml", "lead: made-up-development-bureau", "lead: development-bureau", "C201", "development-bureau,"),
    M("an unknown owner", "actions.yaml", "owner: made-up-pier-office", "owner: all", "C201", "all"),
    M("an item twice in a plan", "meetings/02.yaml", 'item: "2.2"', 'item: "2.1"', "C203", '{item: "2.1", text: Register'),
    M("a return of a body that was gone", "returns/02/made-up-light-office.yaml", "date: 2011-03-30", "date: 2012-03-30", "C220", "made-up-light-office"),
    M("an owner that was not there yet", "actions.yaml", "text: Draw the chart of the quay\n  owner: made-up-light-office", "text: Draw the chart of the quay\n  owner: made-up-signal-office", "C220", "made-up-signal-office"),
    M("a leader of the other side", "meetings/03.yaml", "lead: made-up-development-bureau", "lead: made-up-delta-department", "C222", "made-up-delta-department,"),
    M("an item that the plan does not have", _PIER, 'item: "3.2"', 'item: "4.2"', "C401", '"4.2"'),
    M("an item of another department", _PIER, 'item: "3.2"', 'item: "2.1"', "C402", '"2.1"'),
    M("an item of a bureau whose name ends alike", _PIER, 'item: "3.2"', 'item: "2.2"', "C402", '"2.2"'),
    M("an item that Guangdong leads alone", _PIER, 'item: "3.2"', 'item: "3.1"', "C402", '"3.1"'),
    M("nil, with progress", _PIER, "    nil: true\n", "    nil: true\n    progress: It moved.\n", "C403", "true"),
    M("a nil return with an entry", _DEVELOPMENT, "nil: true\n", 'nil: true\nitems: [{item: "2.1", status: ongoing}]\n', "C403", "true"),
    M("progress without a status", _SIGNAL, "    status: completed\n", "", "C404", '"1.1"'),
    M("behind schedule without a reason", _SIGNAL, "    reason: the made-up mast came late\n", "", "C405", "behind-schedule"),
    M("ceased without a reason", _SIGNAL, "status: completed", "status: ceased", "C405", "ceased"),
    M("behind schedule without a new date", _SIGNAL, "    new_date: 2012-10\n", "", "C406", "behind-schedule"),
    M("a figure of a later day than the return", _SIGNAL, '"0", unit: lamps, as_at: 2012-03-15', '"0", unit: lamps, as_at: 2012-04-15', "C407", "2012-04-15"),
    M("a return changed after its clearance", _SIGNAL, "was trimmed", "was mended", "C316", "{by: A Made-up Master"),
    M("a release that was not cleared", "returns/02/made-up-light-office.yaml", "may_be_exchanged: true", "may_be_exchanged: true\n    may_be_published: true", "C316", "{by: A Made-up Master"),
    M("a return cleared by hand", _DEVELOPMENT, "date: 2012-04-02", "cleared_by: B Made-up Master\ndate: 2012-04-02", "C317", "B Made-up Master"),
    M("an item without a leader", "meetings/02.yaml", ", area: 3, partner: made-up-delta-department", ", area: 3", "C410", '"3.1"'),
    M("an item of an area that is not there", "meetings/03.yaml", "text: Count the buoys, area: 2", "text: Count the buoys, area: 5", "C411", "5"),
    M("an item that continues nothing", "meetings/03.yaml", 'continues: "1.2"', 'continues: "1.7"', "C412", '"1.7"'),
    M("a reply before the call", "meetings/03.yaml", "reply_by: 2012-04-02", "reply_by: 2012-02-02", "C413", "2012-02-02"),
    M("a reply after the plenary", "meetings/03.yaml", "reply_by: 2012-04-02", "reply_by: 2012-06-02", "C413", "2012-06-02"),
    M("an action due before it was agreed", "actions.yaml", "due: 2013-01-31", "due: 2012-01-31", "C421", "2012-01-31"),
    M("progress out of order", "actions.yaml", "on: 2011-03-31", "on: 2010-03-31", "C423", "2010-03-31"),
    M("an action taken out of the list", "actions.yaml", 'id: "02-01"', 'id: "02-03"', "C424", '"02-02"'),
    M("a count that does not balance", "meetings/02.yaml", "closed: 1, carried_forward: 3", "closed: 1, carried_forward: 4", "C425", "4"),
    M("notes with another count", "meetings/03.yaml", "new: 1, closed: 1, carried_forward: 3", "new: 2, closed: 1, carried_forward: 4", "C426", "2,"),
    M("a closing that is not recorded", "actions.yaml", "  closed: {meeting: 3, paragraph: paragraph 5}\n", "", "C426", "1, carried", "meetings/03.yaml"),
    M("progress in the words of the year before", _SIGNAL, "progress: |\n      Every lamp of the made-up pier was trimmed.\n\n      - the north side in June 2011\n      - the south side in July 2011\n", "progress: The lamps were trimmed twice.\n", "C311", "The lamps"),
    M("an action without its verb", "actions.yaml", "text: Name a contact for fog", "text: A contact for fog", "C312", "A contact"),
    M("actions without the count of the notes", "meetings/03.yaml", "action_count: {brought_forward: 3, new: 1, closed: 1, carried_forward: 3}\n", "", "C313", "3"),
)
"""Mistakes that bring one finding each."""

CHAINED_MISTAKES = (
    M("an action of no plenary", "actions.yaml", 'id: "03-01"', 'id: "09-01"', "C420", '"09-01"'),
    M("an action closed at the plenary that agreed it", "actions.yaml", "closed: {meeting: 3", "closed: {meeting: 2", "C422", "2"),
)
"""Mistakes that unbalance the list of actions as well."""
