"""Lets the commands of one test process read the same records once: most tests begin with the same ones.

What is kept is what was made of a folder with this very content; a folder with anything in it but files that
can be read is read anew each time. Tests of reading and checking call those functions themselves, and are not
touched by this.
"""

from __future__ import annotations

import stat
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import egci_reports.app.records as door
from egci_reports.app.keeping.check import faces_of
from egci_reports.errors import Finding
from egci_reports.records.load import Loaded
from egci_reports.records.records import Records
from egci_reports.workspace import Workspace

T = TypeVar("T")
_MOST = 24
"""How many results are kept, those of the folders that were read last."""
_LARGE = 10**7


class Kept:
    """What was made last, by what it was made from; each maker keeps its own."""

    def __init__(self) -> None:
        self._found: OrderedDict[Hashable, tuple[object, object]] = OrderedDict()

    def get(self, key: Hashable, source: object, make: Callable[[], T]) -> T:
        """Return what is kept under a key, or else make it; `source` lives as long, so that its id is its."""
        if key not in self._found:
            self._found[key] = (make(), source)
            if len(self._found) > _MOST:
                self._found.popitem(last=False)
        self._found.move_to_end(key)
        return self._found[key][0]  # type: ignore[return-value]


def content_of(folder: Path) -> str | None:
    """Return a hash over all files below a folder; None if anything in it is no file that can be read."""
    found = sha256()
    try:
        for path in _below(folder):
            found.update(f"\0{path.relative_to(folder)}\0".encode())
            if not path.is_dir():
                found.update(path.read_bytes())
    except OSError:
        return None
    return found.hexdigest()


def _below(folder: Path) -> Iterator[Path]:
    """Yield all that is below a folder, in order; raises OSError for anything but folders and small files."""
    for path in sorted(folder.iterdir()):
        look = path.lstat()
        if stat.S_ISDIR(look.st_mode):
            yield path
            yield from _below(path)
        elif stat.S_ISREG(look.st_mode) and look.st_size < _LARGE:
            yield path
        else:
            raise OSError(f"{path} is read each time")


def read_once() -> None:
    """From now on read, check and complete records once that have the same content."""
    loads, checks, completions = Kept(), Kept(), Kept()
    read, errors, complete = door.read_records, door.errors_of, door.with_sources

    def read_records(data: Path) -> Loaded:
        content = content_of(data)
        return read(data) if content is None else loads.get(content, None, lambda: read(data))

    def errors_of(loaded: Loaded, workspace: Workspace) -> tuple[Finding, ...]:
        return checks.get((id(loaded), faces_of(workspace)), loaded, lambda: errors(loaded, workspace))

    def with_sources(records: Records) -> Records:
        return completions.get(id(records), records, lambda: complete(records))

    door.read_records, door.errors_of, door.with_sources = read_records, errors_of, with_sources
