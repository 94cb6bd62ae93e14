"""Finds files that were meant for records and are not read, in the folders that are kept by plenary."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

LIKE_RECORDS = re.compile(r"\.ya?ml(\.txt)?$", re.IGNORECASE)
"""How names of files end that were meant for records: some editors add .txt of their own accord."""

_RIGHT = {
    "returns": "returns stand in returns/NN/, each under the id of its department: marine-department.yaml",
    "briefs": "officers' words stand in briefs/NN/: pack.yaml, and brief-1.yaml for the first area",
}


class Stray(NamedTuple):
    """A file that nothing reads: what is said of it, under which code, and what to do."""

    path: Path
    code: str
    message: str
    hint: str


def is_number(name: str) -> bool:
    """Whether a folder is named by the number of a plenary."""
    return name.isascii() and name.isdecimal()


def stray_files(
    data: Path, read: Collection[str], failed: Collection[str], annexes: Collection[str]
) -> Iterator[Stray]:
    """Yield the files under returns/, briefs/ and annexes/ that nothing reads.

    `read` and `failed` are the addresses of records, `annexes` the places of annexes that packs list. Of the
    annexes of a pack that failed nobody knows which are listed.
    """
    for name, right in _RIGHT.items():
        yield from _no_folders(data / name)
        for path in sorted((data / name).rglob("*")):
            address = path.relative_to(data).with_suffix("").as_posix()
            if not path.is_file() or not LIKE_RECORDS.search(path.name):
                continue
            if path.suffix != ".yaml" or (address not in read and address not in failed):
                yield Stray(path, "R113", "no records are read from a file of this name", _hint(path, right))
    yield from _no_folders(data / "annexes")
    for path in sorted((data / "annexes").rglob("*")):
        pack = f"briefs/{path.parent.name}/pack"
        if pack in failed or path.suffix.lower() != ".pdf":
            continue
        if path.relative_to(data).as_posix() not in annexes:
            hint = f"list it under 'annexes' in data/{pack}.yaml, or take it away"
            yield Stray(path, "R113", "no pack lists this annex", hint)


def _hint(path: Path, right: str) -> str:
    stem = LIKE_RECORDS.sub("", path.name)
    renamed = f"{stem}.yaml"
    if renamed != path.name and is_number(path.parent.name) and "briefs" not in path.parts[-3:]:
        return f"rename it to {renamed}"
    return right


def _no_folders(folder: Path) -> Iterator[Stray]:
    """Yield what is a file where a folder should be."""
    inside = (path for path in sorted(folder.glob("*")) if is_number(path.name))
    for path in (folder, *inside):
        if path.exists() and not path.is_dir():
            yield Stray(path, "Y102", "there is a file where a folder should be", "move it elsewhere")
