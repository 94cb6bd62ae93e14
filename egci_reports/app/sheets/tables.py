"""The lists that there are as sheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from egci_reports.app.sheets.actions import ActionTable
from egci_reports.app.sheets.delegation import DelegationTable
from egci_reports.app.sheets.plan import WorkPlanTable
from egci_reports.app.sheets.recipients import RecipientTable
from egci_reports.app.sheets.returns import ReturnTable
from egci_reports.app.sheets.table import Table
from egci_reports.engine.templating.word_list import WordList
from egci_reports.errors import Finding, UsageError
from egci_reports.records.records import Records

OF_PLENARY: Mapping[str, Callable[[Records, Path, WordList, int], Table]] = {
    "plan": WorkPlanTable,
    "returns": ReturnTable,
    "delegation": DelegationTable,
}
"""Lists that a plenary has."""
OF_GROUP: Mapping[str, Callable[[Records, Path, WordList], Table]] = {
    "actions": ActionTable,
    "recipients": RecipientTable,
}
"""Lists that the group has."""
KINDS = (*OF_PLENARY, *OF_GROUP)
"""The names of all lists."""


def table_of(records: Records, data: Path, words: WordList, kind: str, number: int | None) -> Table:
    """Return a list by its kind, and the number of the plenary where it has one.

    Raises UsageError (U328) for another kind, or a number too few or too many, and what the list raises.
    """
    if kind in OF_PLENARY and number:
        return OF_PLENARY[kind](records, data, words, number)
    if kind in OF_GROUP and not number:
        return OF_GROUP[kind](records, data, words)
    said = f"a sheet of the {kind} is of a plenary" if kind in OF_PLENARY else f"there is no sheet {kind!r}"
    if kind in OF_GROUP:
        said = f"a sheet of the {kind} is of all plenaries, and has no number"
    raise UsageError(
        Finding("U328", said, hint=f"egci-report sheet plan 20; the sheets are {', '.join(KINDS)}")
    )
