"""The sorts of forms there are: how each is recognised, and how it is read into changes.

A form says in the tags of its fields, or by the file's own mark, whose it is. A sort is added by its row.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from egci_reports.app.collecting.baseline import Baseline
from egci_reports.app.collecting.collected import Collected
from egci_reports.app.drafts.draft_form import paper_of, take_draft
from egci_reports.app.entering.forms import ENTERED_FORMS
from egci_reports.app.returns.returned_form import department_of, take_return
from egci_reports.app.sheets.take import list_of, take_sheet
from egci_reports.errors import Finding, UsageError
from egci_reports.forms.filled import FilledForm
from egci_reports.forms.read import read_form
from egci_reports.forms.sheet_model import FilledSheet
from egci_reports.forms.sheet_read import read_sheet

CameBack = FilledForm | FilledSheet
"""What a file that came back is read into, by its format."""

READERS: dict[str, Callable[[str, bytes], CameBack]] = {".docx": read_form, ".xlsx": read_sheet}
"""How a file is read, by the end of its name; readers raise UsageError for what is no form."""


@dataclass(frozen=True, slots=True)
class FormSort:
    """A sort of form.

    `said` is what two forms of one owner share, in words: "department"; `read_as` what its files are read
    into. `whose` tells to whom or what a form
    of this sort belongs, and returns None for forms of other sorts; it raises UsageError for a form of its
    sort that is not asked for. `take` reads a form into changes and the new texts of the files that they go
    to; it never erases by a blank, and keeps the comments of the files.
    """

    name: str
    said: str
    read_as: type[CameBack]
    whose: Callable[[Baseline, Any], str | None]
    take: Callable[[Baseline, Any, str], Collected]


SORTS: tuple[FormSort, ...] = (
    FormSort("return", "department", FilledForm, department_of, take_return),
    FormSort("draft", "file", FilledForm, paper_of, take_draft),
    *(FormSort(form.name, "thing", FilledForm, form.whose, form.take) for form in ENTERED_FORMS.values()),
    FormSort("sheet", "list", FilledSheet, list_of, take_sheet),
)
"""All sorts, in the order in which a file is held against them."""


def sort_of(baseline: Baseline, form: CameBack) -> tuple[FormSort, str]:
    """Return the sort of a form and whose it is; raises UsageError if it is none of them (F707)."""
    for sort in SORTS:
        if isinstance(form, sort.read_as) and (owner := sort.whose(baseline, form)) is not None:
            return sort, owner
    message = f"{form.file}: the form is of no department that was asked, and of nothing else on record"
    hint = "ask for the form as it was sent out; egci-report call or form makes it anew"
    raise UsageError(Finding("F707", message, hint=hint))
