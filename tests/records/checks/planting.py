"""Plants a mistake in the made-up records, and says which findings it brings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from egci_reports.errors import Finding
from egci_reports.records.checks import check_records
from egci_reports.records.load import read_records


@dataclass(frozen=True)
class Mistake:
    """A mistake by name: in `file`, `old` (which stands there once) becomes `new`.

    The finding is expected with `code` where `at` first stands from the change on, else where it first
    stands in the file (or in `found_in`, if that is another).
    """

    name: str
    file: str
    old: str
    new: str
    code: str
    at: str
    found_in: str | None = None

    def __str__(self) -> str:
        return self.name


def plant(root: Path, mistake: Mistake) -> str:
    """Edit the file of the copy of the records under `root`; return its text before."""
    path = root / "data" / mistake.file
    text = path.read_text(encoding="utf-8")
    assert text.count(mistake.old) == 1, f"{mistake.old!r} stands {text.count(mistake.old)} times"
    path.write_text(text.replace(mistake.old, mistake.new), encoding="utf-8")
    return text


def place(root: Path, mistake: Mistake, original: str) -> tuple[str, int, int]:
    """Return the file, line and column at which the mistake must be told of."""
    file = mistake.found_in or mistake.file
    text = (root / "data" / file).read_text(encoding="utf-8")
    change = original.index(mistake.old) if mistake.found_in is None else 0
    start = text.find(mistake.at, change)
    start = text.index(mistake.at) if start < 0 else start
    return f"data/{file}", text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


def findings(root: Path) -> tuple[Finding, ...]:
    """Check the records under `root`.

    A mistake in words that were cleared voids their clearance too: C316 is returned where nothing else is.
    """
    found = check_records(read_records(root / "data"))
    return tuple(one for one in found if one.code != "C316") or found
