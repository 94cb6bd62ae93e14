"""Finds what stands among the records and is not read: what its name was meant to be is told."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from egci_reports.errors import Finding, Position, Severity
from egci_reports.files import Entry, Refused, list_folder
from egci_reports.records.paper_kinds import PAPER_NAME

_LIKE_RECORDS = re.compile(r"\.ya?ml(\.txt)?$", re.IGNORECASE)
"""How names of files end that were meant for records: some editors add .txt of their own accord."""

_LEFTOVER = re.compile(r"[.~#].*|.*~|readme(\..*)?|thumbs\.db|desktop\.ini", re.IGNORECASE)
"""What editors, Word, git and the system leave behind, and what tells people about a folder."""

_OTHERS = ("ledger.jsonl", "schema")
"""What the rest of the program keeps in data/."""

_RIGHT = {
    "meetings": (r"[0-9]{2,3}\.yaml", "plenaries stand in meetings/ by number: meetings/08.yaml"),
    "papers": (
        rf"(?:{PAPER_NAME.pattern})\.yaml",
        "officers' texts stand in papers/ by paper: annual-2024.yaml, briefing-20.yaml, history.yaml",
    ),
    "briefs": (
        r"pack\.yaml|brief-[0-9]+\.yaml",
        "officers' words stand in briefs/NN/: pack.yaml, and brief-1.yaml for the first area",
    ),
    "records": (r"[0-9]{2,3}\.yaml", "notes of plenaries stand in records/ by number: records/20.yaml"),
    "returns": (
        r"[a-z0-9-]+\.yaml",
        "returns stand in returns/NN/, each under the id of its department: marine-department.yaml",
    ),
    "annexes": (
        r".*\.pdf",
        "annexes stand in annexes/NN/, and are listed under 'annexes' in briefs/NN/pack.yaml",
    ),
}
"""By folder: how the names in it look, and the same in words."""

_ANYWHERE = "docs/data.md lists what stands in data/; take it away if it is none of that"


def is_number(name: str) -> bool:
    """Whether a folder is named by the number of a plenary."""
    return name.isascii() and name.isdecimal()


def is_leftover(name: str) -> bool:
    """Whether a name is such as editors and systems leave behind: .DS_Store, ~$note.docx, 08.yaml~."""
    return bool(_LEFTOVER.fullmatch(name))


def unread_files(data: Path, asked: Collection[str], folders: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for each file and folder in `data` that nothing reads.

    `asked` are the files and `folders` the folders that were asked for, be they there or not, from `data`: so
    what is known is just what is read. An error where records may be meant, else a warning. A folder that
    cannot be listed was told of by whoever asked for it.
    """
    yield from _Search(data, {*asked, *_OTHERS}, {*folders, *_OTHERS}).through("")


@dataclass(frozen=True, slots=True)
class _Search:
    data: Path
    asked: Collection[str]
    folders: Collection[str]

    def through(self, folder: str) -> Iterator[Finding]:
        """Yield what is not read in a folder, and in those within that are known."""
        for entry in _listed(self.data / folder, self.data):
            address = entry.path.relative_to(self.data).as_posix()
            if is_leftover(entry.name) or address in _OTHERS:
                continue
            if entry.is_folder and address in self.folders:
                yield from self.through(address)
            elif address not in self.folders and address not in self.asked:
                yield self._told(entry, address, folder)

    def _told(self, entry: Entry, address: str, folder: str) -> Finding:
        near = self._near(entry.name, folder)
        kind = "folder" if entry.is_folder else "file"
        meant = near or (_holds_records(entry) if entry.is_folder else _looks_meant(entry.name, folder))
        hint = f"rename it to {near}" if near else _where(entry.name, folder)
        message = f"no records are read from a {kind} of this name"
        severity = Severity.ERROR if meant else Severity.WARNING
        return Finding("R113", message, Position(f"{self.data.name}/{address}"), hint, severity)

    def _near(self, name: str, folder: str) -> str | None:
        """Return the name that was probably meant, of those that are read in the folder."""
        begin = f"{folder}/" if folder else ""
        there = [one.removeprefix(begin) for one in (*self.asked, *self.folders) if one.startswith(begin)]
        known = {one.casefold(): one for one in sorted(there) if one and "/" not in one}
        right = _LIKE_RECORDS.sub(".yaml", name)
        if right.casefold() in known:
            return known[right.casefold()]
        if right != name and _fits(right.casefold(), folder):
            return right.casefold()
        if not folder and _where(right, folder) != _ANYWHERE:
            return None  # it is none of these, but stands in the wrong place
        near = get_close_matches(right.casefold(), known, n=1, cutoff=0.8 if folder else 0.6)
        return known[near[0]] if near else None


def _listed(path: Path, data: Path) -> tuple[Entry, ...]:
    with suppress(FileNotFoundError, Refused):
        return list_folder(path, inside=data)
    return ()


def _holds_records(entry: Entry) -> bool:
    return any(
        _LIKE_RECORDS.search(one.name) or is_number(one.name) for one in _listed(entry.path, entry.path)
    )


def _looks_meant(name: str, folder: str) -> bool:
    return bool(_LIKE_RECORDS.search(name)) or (
        folder.startswith("annexes") and name.lower().endswith(".pdf")
    )


def _fits(name: str, folder: str) -> bool:
    pattern, _ = _RIGHT.get(folder.partition("/")[0], ("", ""))
    return bool(pattern) and bool(re.fullmatch(pattern, name))


def _where(name: str, folder: str) -> str:
    """Say where what bears such a name stands."""
    if folder:
        return _RIGHT.get(folder.partition("/")[0], ("", _ANYWHERE))[1]
    fits = (right for one, (_, right) in _RIGHT.items() if one != "returns" and _fits(name, one))
    return next(fits, _ANYWHERE)
