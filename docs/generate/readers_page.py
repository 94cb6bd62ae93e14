"""Makes `docs/who-reads-what.md` from the allow-list of the records."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.records.audience.allowed import TABLE, Row
from egci_reports.records.audience.reader import Audience
from egci_reports.records.records import Records

_HEAD = """# Who reads what

Each paper is made for an audience, from records that hold only what that audience may read:

- **internal**: the secretariat and named officers. They read everything.
- **department**: one body of the Hong Kong side, with its part of a briefing pack.
- **joint**: both sides. `egci-report annual 2024 --for joint`
- **public**: everybody. `egci-report history --for public`

The tables say for each field who reads it beside the secretariat. A field that stands in no table is read by
nobody else; a record is absent where a field that it needs may not be read. A fact that may not be read is
not recorded. A dispute that was decided is, for those who may not read the decision, the value that was
decided for. Off the Hong Kong side nothing of a return is read but what a cleared one releases.

A paper with a marking never goes to the other side, whoever it was made for.

This page is made from the program's own table:
`python -m docs.generate`
"""

_SHOWN = (Audience.DEPARTMENT, Audience.JOINT, Audience.PUBLIC)


def page() -> str:
    """Return the page as Markdown text."""
    kinds = dict.fromkeys(row.record for row in TABLE)
    return "\n".join([_HEAD, *("\n".join(_part(kind)) + "\n" for kind in kinds)])


def _part(kind: type) -> Iterator[str]:
    yield f"## {_title(kind)}\n"
    yield "| field | department | joint | public |"
    yield "|---|---|---|---|"
    for row in TABLE:
        if row.record is kind:
            cells = " | ".join(_cell(row, audience) for audience in _SHOWN)
            yield from (f"| `{name}` | {cells} |" for name in row.names.split())


def _title(kind: type) -> str:
    """Name a kind of record; those of one name by the file they stand in."""
    if kind is Records:
        return "The records as a whole"
    same = {row.record for row in TABLE if row.record.__name__ == kind.__name__}
    file = kind.__module__.rpartition(".")[2]
    return kind.__name__ if len(same) == 1 else f"{kind.__name__} (of {file})"


def _cell(row: Row, audience: Audience) -> str:
    condition = row.readers.get(audience)
    return condition.words if condition else "no"
