"""Every text in files of records, with the field that holds it and its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from egci_reports.records.yaml_file import Path_, YamlFile

FORMS = frozenset({"id", "url", "file", "address", "sources", "section", "fingerprint"})
"""Fields that hold no words: their form is looked at when they are read."""

QUOTED = frozenset(
    {
        "wording", "words", "printed", "captions", "hedge", "frame", "focus", "verb", "reviewed", "planned",
        "purpose", "theme",
    }
)  # fmt: skip
"""Fields that hold words of a source as it prints them; papers set them in quotation marks."""

NAMES = frozenset(
    {
        "name", "short", "short_tc", "surname", "honorific", "aliases", "publisher", "title", "city", "site",
        "post", "right",
    }
)  # fmt: skip
"""Fields that hold names and titles, by which things are known again."""

_OF_OTHERS = frozenset({"basis", "others", "witnessed_by", "occasion", "role"})
"""Fields that follow the words of a source without quotation marks."""

VERBATIM = QUOTED | NAMES | _OF_OTHERS
"""Fields whose words are not ours: house style leaves them alone."""

_LANGUAGES = frozenset({"en", "tc", "sc"})


class RecordText(NamedTuple):
    """A text in a file of records: the field that holds it, and where it stands in the file."""

    file: YamlFile
    path: Path_
    field: str
    value: str


def texts_of(files: Iterable[YamlFile]) -> list[RecordText]:
    """Return every text of some files, file by file; of one in three languages, `field` is that around it."""
    found: list[RecordText] = []
    for file in files:
        _gather(file, file.data, (), "", found)
    return found


def _gather(file: YamlFile, data: Any, path: Path_, field: str, found: list[RecordText]) -> None:
    """Add the texts of a part of a file."""
    if isinstance(data, str):
        found.append(RecordText(file, path, field, data))
    elif isinstance(data, dict):
        for key, value in data.items():
            _gather(file, value, (*path, key), field if field and key in _LANGUAGES else key, found)
    else:
        for index, value in enumerate(data):
            _gather(file, value, (*path, index), field, found)
