"""What a begun plenary carries over as comments: none of last year's words becomes this year's."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.app.reading.sheets.words import day, name_on, ordinal, partial
from egci_reports.records.meetings import Meeting
from egci_reports.records.owners import owner_on
from egci_reports.records.records import Records


def plan_lines(records: Records, last: Meeting | None) -> Iterator[str]:
    """Yield the items of the plan before, each with `continues`, who leads it now, and no words."""
    if last is None or not last.work_plan:
        return
    yield "# work_plan:    # items of last time that go on, to be worded anew; take out those that do not"
    for item in last.work_plan:
        target = f" (by {partial(item.target)})" if item.target else ""
        yield f'#   - item: "{item.item}"  # last time: {" ".join(item.text.split())}{target}'
        yield f"#     area: {item.area}  # as it stood last time"
        for name, body in (("lead", item.lead), ("partner", item.partner)):
            if body is not None:
                yield f"#     {name}: {owner_on(records.bodies, body)}"
        yield f'#     continues: "{item.item}"'
        yield "#     text: ...    # in the words of the new plan"
        yield "#     # target: YYYY-MM"


def recipient_lines(records: Records) -> Iterator[str]:
    """Yield who got copies last time, to be confirmed in the list itself."""
    listed = records.distribution
    if listed is None:
        return
    yield f"# 5. Confirm who gets copies: data/distribution.yaml is as at {day(listed.as_at)}. Mend it, by"
    yield "#    hand or with egci-report sheet recipients, and set 'as_at' to the day of that. Last time:"
    for one in listed.recipients:
        post = f"{one.post}, " if one.post else ""
        yield f"#    - {post}{name_on(records.bodies[one.body], listed.as_at)}"


def recipients_note(records: Records, number: int) -> str | None:
    """Return that recipients are to be confirmed for a plenary; None if there is no list."""
    listed = records.distribution
    if listed is None:
        return None
    as_at = f"data/distribution.yaml is as at {day(listed.as_at)}"
    return f"Recipients for the {ordinal(number)} to be confirmed: {as_at}."
