"""Keeps files of records as they were read, YAML and models, in the user's own cache folder.

Half of the time of an answer went into reading files that had not changed since the answer before, and into
what that needs: PyYAML, and validators that pydantic builds anew in every run.

What is kept is pickled, and so is code, like the compiled templates beside it: `cache_folder` gives no folder
that others may write to.
"""

from __future__ import annotations

import operator
import pickle
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, lru_cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from egci_reports.cache_folder import cache_folder, keep, keep_newest, read_kept
from egci_reports.records.base import Model
from egci_reports.records.file_text import read_text
from egci_reports.records.yaml_file import Path_, YamlFile
from egci_reports.stamps import stamps_of_program

_MOST = 1000
"""How many files are kept, of 35 KB on average; a workspace has thirty or more."""
_DIGEST = sha256().digest_size


@dataclass
class ReadFile:
    """A file that was read, and the records in it that are sound, by the names of their models and paths.

    `place` is where it is kept, None where nothing is; `kept` is how many of the records are.
    """

    yaml: YamlFile
    place: Path | None
    models: dict[tuple[str, Path_], Model] = field(default_factory=dict)
    kept: int = 0


def read_file(path: Path, name: str, root: Path) -> ReadFile:
    """Read one file of the data folder `root`; `name` is the path shown to officers.

    What is returned is shared with whoever reads the same text again, and but for `models` is not to be
    changed: while papers are watched, one file of all changes.

    Raises YamlError for whatever keeps the file from being read: no ordinary file, a link out of the
    folder, no permission, too large, empty, not UTF-8, broken YAML, duplicate keys, anchors, tags.
    """
    return _read_again(read_text(path, name, root), name)


def keep_files(files: Iterable[ReadFile]) -> None:
    """Keep those files in which records were found sound that are not kept with them."""
    fresh = [file for file in files if len(file.models) > file.kept and file.place]
    for file in fresh:
        content = _pickled((file.yaml, file.models))
        if content and file.place:
            keep(file.place, sha256(content).digest() + content)
        file.kept = len(file.models)
    if fresh and (folder := cache_folder("records")):
        keep_newest(folder, _MOST)


@lru_cache(maxsize=100)
def _read_again(text: str, name: str) -> ReadFile:
    folder = cache_folder("records")
    key = sha256(f"{_program()} {name}\n{text}".encode()).hexdigest()
    place = folder / f"{key}.records" if folder else None
    found = _unpickled(place) if place else None
    if found is not None:
        return ReadFile(found[0], place, found[1], len(found[1]))
    from egci_reports.records.yaml_text import parse_yaml  # noqa: PLC0415 - PyYAML, only where a file changed

    return ReadFile(parse_yaml(text, name), place)


@cache
def _program() -> str:
    """Return a hash of what reading depends on but the text: Python, this program, the libraries."""
    return sha256(repr((sys.version, sorted(stamps_of_program().items()))).encode()).hexdigest()


class _Pickler(pickle.Pickler):
    """Pickles models of facts too: Stated[date] stands under its name in no module."""

    def reducer_override(self, value: Any) -> Any:
        """Tell of a model with parameters that it is its origin with these."""
        if isinstance(value, type) and issubclass(value, Model):
            generic = value.__pydantic_generic_metadata__
            if generic["origin"] is not None:
                return operator.getitem, (generic["origin"], generic["args"])
        return NotImplemented


def _pickled(value: object) -> bytes:
    """Return a value pickled; nothing if it cannot be."""
    stream = BytesIO()
    try:
        _Pickler(stream, pickle.HIGHEST_PROTOCOL).dump(value)
    except (pickle.PicklingError, TypeError, AttributeError, RecursionError):
        return b""
    return stream.getvalue()


def _unpickled(place: Path) -> tuple[YamlFile, dict[tuple[str, Path_], Model]] | None:
    """Return what was kept at a place, if it is there and whole."""
    with suppress(
        pickle.PickleError, OSError, EOFError, ValueError, TypeError, LookupError, AttributeError, ImportError
    ):
        content = read_kept(place)
        if content[:_DIGEST] == sha256(content[_DIGEST:]).digest():
            file, models = pickle.loads(content[_DIGEST:])  # noqa: S301 - it is what was written here
            return file, models
    return None
