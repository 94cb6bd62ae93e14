"""The records that a department's pack may be made from: what others wrote is not in them.

What a department may read is put together here, field by field; nothing after this has anything to hold back.
"""

from __future__ import annotations

from egci_reports.records.actions import Action
from egci_reports.records.briefs import ItemBrief
from egci_reports.records.owners import owner_on
from egci_reports.records.packs import Forums, PackWords
from egci_reports.records.records import Records, day_of, meeting_before
from egci_reports.records.returns import ItemReturn, Return


def records_for(records: Records, number: int, body: str) -> Records:
    """Return the records from which the pack of a body before a plenary is made.

    All that is public stays. Of returns the body's own stay whole; of the others it stays that they came, and
    how items stand. Of officers' words the common parts stay, and the body's own briefs without what is not
    for disclosure and without what the other side is thought to hold. Of actions those stay that it owns or
    takes part in. Officers' own texts for papers and annexes do not stay.
    """
    words = records.pack(number)
    return records.with_(
        returns=tuple(
            one if is_own(records, number, one.body, body) else _without_words(one) for one in records.returns
        ),
        packs=(_common(words, body),),
        briefs=tuple(
            _open_part(brief)
            for brief in records.briefs
            if brief.plenary == number and is_own(records, number, lead_of(records, brief), body)
        ),
        actions=tuple(action for action in records.actions if _takes_part(records, number, action, body)),
        annexes={},
        papers={},
    )


def is_own(records: Records, number: int, key: str | None, body: str) -> bool:
    """Whether what was given to a body is, at a plenary, for another to answer, or for itself."""
    meeting = records.meeting(number)
    return (
        key is not None and owner_on(records.bodies, key, day_of(meeting.date) if meeting else None) == body
    )


def lead_of(records: Records, brief: ItemBrief) -> str | None:
    """Return the body whose brief it is: as officers say, else the only one that leads items of its area."""
    before = meeting_before(records, brief.plenary)
    leads = {item.lead for item in before.work_plan if item.area == brief.area} if before else set()
    return brief.lead or (leads.pop() if len(leads) == 1 else None)


def _without_words(one: Return) -> Return:
    """Return what others may know of a return: that it came, and how its items stand."""
    items = tuple(ItemReturn(item=entry.item, nil=entry.nil, status=entry.status) for entry in one.items)
    return Return(
        plenary=one.plenary, body=one.body, nil=one.nil, items=items, date=one.date, excused=one.excused
    )


def _common(words: PackWords, body: str) -> PackWords:
    """Return the parts of a pack that every department has, and those that name it."""
    rows = tuple(row for row in words.forums.rows if not row.bodies or body in row.bodies)
    return PackWords(
        plenary=words.plenary,
        run_down=words.run_down,
        agenda=words.agenda,
        delegations=words.delegations,
        forums=words.forums.model_copy(update={"rows": rows}) if rows else Forums(),
        further=tuple(part for part in words.further if body in part.bodies),
    )


def _open_part(brief: ItemBrief) -> ItemBrief:
    """Return what the department whose brief it is may read of it."""
    kept = (
        "plenary", "area", "lead", "expected_from", "due", "author", "date", "cleared", "speaker", "minutes",
        "raised", "objective", "points", "line_to_take", "questions", "background", "action",
    )  # fmt: skip
    return ItemBrief(**{name: getattr(brief, name) for name in kept})


def _takes_part(records: Records, number: int, action: Action, body: str) -> bool:
    return any(is_own(records, number, key, body) for key in (action.owner, *action.partners))
