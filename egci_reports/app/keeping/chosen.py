"""Narrows what `check` found to the files that an officer names."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from pathlib import Path

from egci_reports.errors import Finding, UsageError
from egci_reports.workspace import Workspace


def chosen(workspace: Workspace, names: Iterable[str], known: Collection[str]) -> frozenset[str]:
    """Return the files that names mean, as findings print them ("data/meetings/20.yaml"), of those `known`.

    A name is a path, relative or absolute, or the end of one; raises UsageError if it means no file of the
    records, or several.
    """
    return frozenset(_meant(workspace, name, sorted(known)) for name in names)


def _meant(workspace: Workspace, name: str, known: list[str]) -> str:
    path = Path(name).absolute()
    if path.is_relative_to(workspace.data.absolute()):
        name = f"data/{path.relative_to(workspace.data.absolute()).as_posix()}"
    found = [file for file in known if file == name or f"/{file}".endswith(f"/{name.removeprefix('./')}")]
    if len(found) == 1:
        return found[0]
    near = found or get_close_matches(name, [*known, *(file.removeprefix("data/") for file in known)], n=1)
    hint = f"did you mean {' or '.join(near)}?" if near else "name a file under data/, as check prints it"
    what = "means several files of the records" if found else "is no file of the records"
    raise UsageError(Finding("U303", f"{name!r} {what}", hint=hint))
