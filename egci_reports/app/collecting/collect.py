"""Collects filled forms: what each would change in the records, and the files that then are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from egci_reports.app.collecting.baseline import Baseline, baseline_of
from egci_reports.app.collecting.collected import Collected, Collection
from egci_reports.app.collecting.folder import files_in, is_form, not_read, shown_name
from egci_reports.app.collecting.sorts import READERS, CameBack, FormSort, sort_of
from egci_reports.errors import Finding, UsageError
from egci_reports.forms.package import content_of
from egci_reports.workspace import Workspace
from egci_reports.writing import beside, write_together


@dataclass(frozen=True, slots=True)
class _Recognised:
    """A form that came back, its sort, and whose it is."""

    form: CameBack
    sort: FormSort
    owner: str

    def is_same(self, other: _Recognised) -> bool:
        """Whether another is the same form, filled in a second time."""
        return (self.sort, self.owner, self.form.number) == (other.sort, other.owner, other.form.number)


def collect(workspace: Workspace, folder: Path, number: int | None = None) -> Collection:
    """Read the forms in a folder against the records; `number` is the plenary whose forms are asked for.

    Writes nothing. Of two forms of one thing neither is taken. Raises UsageError without a workspace, and for
    a folder without forms; what is wrong with single forms is in the result.
    """
    baseline = baseline_of(workspace, number)
    refused: list[Finding] = []
    found: list[_Recognised] = []
    for path in files_in(folder, READERS):
        if not is_form(path, READERS):
            refused.append(not_read(path))
            continue
        try:
            found.append(_recognised(baseline, path))
        except UsageError as error:
            refused += error.findings
    refused += _twice(found)
    taken: list[Collected] = []
    for one in found:
        if any(other is not one and one.is_same(other) for other in found):
            continue
        try:
            taken.append(one.sort.take(baseline, one.form, one.owner))
        except UsageError as error:
            refused += error.findings
        else:
            baseline.texts.update(taken[-1].files if taken[-1].changes else {})
    return Collection(tuple(taken), tuple(refused))


def write(workspace: Workspace, collection: Collection) -> tuple[Path, ...]:
    """Write the files that change, all or none; a file that was there is kept beside the reports.

    Returns the files written and the copies kept. Raises WriteError if one cannot be written.
    """
    baseline = baseline_of(workspace)
    files: dict[Path, bytes] = {}
    for path, text in collection.files.items():
        before = baseline.raw(path)
        if before is not None:
            name = "-".join(path.relative_to(workspace.data).parts)
            files[beside(workspace.reports / "kept" / name, "before", before)] = before
        files[path] = text.encode()
    return write_together(files)


def _recognised(baseline: Baseline, path: Path) -> _Recognised:
    file = shown_name(path)
    form = READERS[path.suffix.lower()](file, content_of(path, file))
    return _Recognised(form, *sort_of(baseline, form))


def _twice(found: list[_Recognised]) -> Iterator[Finding]:
    """Yield what refuses a form that came back in two files."""
    for one in found:
        others = [other.form.file for other in found if other is not one and one.is_same(other)]
        if others:
            message = f"{one.form.file}: {', '.join(others)} is a form of the same {one.sort.said}"
            yield Finding("F708", message, hint="leave the one that holds, take the other away")
