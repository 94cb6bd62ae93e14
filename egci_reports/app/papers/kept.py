"""What is kept of a numbered edition beside its receipt: what it says, place by place."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args

from egci_reports.app.papers.receipts import FOLDER
from egci_reports.engine.document.entries import EntryKind, TextEntry, entries_of
from egci_reports.engine.document.nodes import Document
from egci_reports.engine.document.passes.edition_numbers import Numbers, in_numbers_of, numbers_of
from egci_reports.errors import WriteError
from egci_reports.files import NOTE, Refused, list_folder, parse_json, read_bytes
from egci_reports.workspace import unwritable

_VERSION = 1
_SUFFIX = ".words"


@dataclass(frozen=True, slots=True)
class KeptWords:
    """What an edition says: its marking, its numbers, and its entries."""

    title: str
    date: str
    marking: str | None
    numbers: Numbers
    entries: tuple[TextEntry, ...]

    @property
    def said(self) -> tuple[object, ...]:
        """What two makings of an edition must share to say the same."""
        return (self.title, self.marking, *(entry.said for entry in self.entries))

    @property
    def text(self) -> str:
        """What a reader finds, a place a line, each after its number or label."""
        lines = (f"{one.label} {' '.join(one.texts)}".strip().replace("\n", " ") for one in self.entries)
        return "".join(f"{line}\n" for line in lines)


def kept_words(document: Document, pages: Mapping[str, int]) -> KeptWords:
    """Return what is kept of a finished paper, `pages` being the page of each of its anchors."""
    meta, numbers = document.meta, numbers_of(document, pages)
    entries = entries_of(in_numbers_of(document, numbers, str), pages)
    return KeptWords(meta.title, meta.date, meta.marking, numbers, entries)


def words_path(reports: Path, stem: str) -> Path:
    """Return where the words of a numbered edition are kept, by the stem of its files' names."""
    return reports / FOLDER / f"{stem}{_SUFFIX}"


def dump_words(words: KeptWords) -> bytes:
    """Return the words as JSON, an entry a line, always the same bytes for the same words."""
    told = {"version": _VERSION, **asdict(words)}
    entries = [_plain(one) for one in told.pop("entries")]
    head = json.dumps(told, ensure_ascii=False, sort_keys=True)[1:-1]
    lines = ",\n".join(json.dumps(one, ensure_ascii=False, sort_keys=True) for one in entries)
    return f'{{{head}, "entries": [\n{lines}\n]}}\n'.encode()


def read_words(reports: Path, stem: str) -> KeptWords | None:
    """Read what is kept of an edition; None if nothing is, or it is none of ours.

    Raises WriteError (W301) if it cannot be read: then nothing may take its place.
    """
    path = words_path(reports, stem)
    try:
        raw: Mapping[str, Any] = parse_json(read_bytes(path, inside=path.parent, most=NOTE))
        if raw["version"] != _VERSION:
            return None
        entries = tuple(_entry(one) for one in raw["entries"])
        marking = None if raw["marking"] is None else str(raw["marking"])
        day = date.fromisoformat(raw["date"]).isoformat()
        return KeptWords(str(raw["title"]), day, marking, _numbers(raw["numbers"]), entries)
    except Refused as error:
        raise WriteError(unwritable(error)) from error
    except (FileNotFoundError, ValueError, TypeError, KeyError, AttributeError):
        return None


def numbers_kept(reports: Path, before: str) -> tuple[str, ...]:
    """Return what follows `before` in the names of all editions that are kept: the numbers of a paper."""
    try:
        names = [entry.path.name for entry in list_folder(reports / FOLDER)]
    except (FileNotFoundError, Refused):
        return ()
    pattern = re.compile(rf"{re.escape(before)}(.+){re.escape(_SUFFIX)}")
    return tuple(match[1] for name in names if (match := pattern.fullmatch(name)))


def _plain(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if value not in ("", (), None)}


def _numbers(raw: Mapping[str, Any]) -> Numbers:
    """Return the numbers of an edition; raises KeyError, TypeError or ValueError if they are none."""
    return Numbers(
        {str(key): str(label) for key, label in raw["labels"].items()},
        {str(key): int(number) for key, number in raw["sources"].items()},
        {str(key): int(page) for key, page in raw["pages"].items()},
    )


def _entry(raw: Mapping[str, Any]) -> TextEntry:
    """Return an entry; raises TypeError or ValueError if it is none."""
    if raw["kind"] not in get_args(EntryKind):
        raise ValueError("no kind of entry")
    page = raw.get("page")

    def text(name: str) -> str:
        return str(raw.get(name, ""))

    def texts(name: str) -> tuple[str, ...]:
        return tuple(map(str, raw.get(name, ())))

    return TextEntry(
        raw["kind"],
        texts("place"),
        texts("texts"),
        text("name"),
        text("label"),
        text("scope"),
        text("heading"),
        texts("columns"),
        None if page is None else int(page),
    )
