"""Clears words: finds what an officer names, and enters in its file who cleared it, when, and which words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from egci_reports.app.keeping.check import faces_of
from egci_reports.app.reading.find import names_of
from egci_reports.app.record_file import record_bytes
from egci_reports.app.record_words import RecordWords
from egci_reports.app.records import records_of
from egci_reports.errors import Finding, UsageError
from egci_reports.records.clearables import clearables, state_in_words, words_for
from egci_reports.records.clearance import Clearable
from egci_reports.records.file_text import YamlError, text_of
from egci_reports.records.packs import Further
from egci_reports.records.papers import OwnText
from egci_reports.records.records import Records, path_of
from egci_reports.records.returns import Return
from egci_reports.records.signed import Signed
from egci_reports.records.texts import texts_of
from egci_reports.records.yaml_edit import CannotEdit, as_in, put_entry
from egci_reports.records.yaml_text import parse_yaml
from egci_reports.workspace import Workspace
from egci_reports.writing import write_together

_LONGEST = 200
"""Characters of a post or a name."""

KINDS = ("return", "brief", "pack", "paper", "record")
"""What is cleared: a department's return, the brief on an area, parts of a pack, officers' texts, notes."""


@dataclass(frozen=True, slots=True)
class ClearableWords:
    """Words that somebody clears, as an officer names them: `kind`, `which`, `name`; and what they are.

    `called` are other names for them: of the department, the section, the heading.
    """

    kind: str
    which: str
    name: str
    title: str
    address: str
    words: Clearable
    called: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """How they stand."""
        return "cleared" if self.words.is_cleared else state_in_words(self.words)

    @property
    def spoken(self) -> str:
        """How they are named to the command."""
        return f"{self.kind} {self.which} {self.name}"


@dataclass(frozen=True, slots=True)
class ClearedWords:
    """What was cleared, and the files that were written; none if all of it was on record already."""

    words: tuple[ClearableWords, ...]
    paths: tuple[Path, ...]


def waiting(
    workspace: Workspace, kind: str | None = None, which: str | None = None
) -> tuple[ClearableWords, ...]:
    """Return all that is written and not cleared, of one kind and plenary or paper if they are given."""
    found = _known(records_of(workspace), kind, which)
    return tuple(one for one in found if not one.words.is_cleared)


def clear(
    workspace: Workspace, kind: str, which: str, names: Sequence[str], by: str, on: date
) -> ClearedWords:
    """Enter a clearance for each of the words that are named, in their files: all or none.

    Raises UsageError without a workspace, for what is not there or not written (U319), and for a day before
    the words were written (U323), for a name or a file that takes no clearance (U324); RecordsError, and
    WriteError if a file cannot be written.
    """
    data = workspace.writable_data()
    _require_name(workspace, by)
    records = records_of(workspace)
    known = tuple(_known(records, kind, which))
    named = tuple(dict.fromkeys(_named(known, kind, which, name) for name in names))
    for one in named:
        _require_day(one, on)
    files: dict[Path, tuple[str, str]] = {}
    for one in named:
        file, _ = records.places.files[one.address.partition("#")[0]]
        path = data.parent / file.name
        raw, text = files[path] if path in files else _read(path, data)
        files[path] = raw, _entered(one, text, by, on)
    new = {path: as_in(raw, _plain(raw), text).encode() for path, (raw, text) in files.items()}
    return ClearedWords(named, write_together(new))


def _require_name(workspace: Workspace, by: str) -> None:
    """Raise UsageError (U324) for a name that no record can hold, or no paper print."""
    faults: Sequence[Finding] = ()
    try:
        if len(by) > _LONGEST:
            faults = (Finding("U324", f"it is longer than {_LONGEST} characters"),)
        else:
            file = parse_yaml(json.dumps({"by": by}, ensure_ascii=False), "")
            faults = RecordWords(texts_of((file,))).unshown(faces_of(workspace))
    except YamlError as error:
        faults = error.findings
    if faults:
        message = f"{by[:40]!r} cannot stand in a record: {faults[0].message}"
        raise UsageError(Finding("U324", message, hint="write the post, or the name, in another way"))


def _known(records: Records, kind: str | None, which: str | None) -> Iterator[ClearableWords]:
    for address, words in clearables(records):
        own_kind, own_which, name = words_for(address)
        if kind in (None, own_kind) and which in (None, own_which):
            title, called = _title(records, words)
            yield ClearableWords(own_kind, own_which, name, title, address, words, called)


def _title(records: Records, words: Clearable) -> tuple[str, tuple[str, ...]]:
    """Return what words are, and by which other names they go."""
    match words:
        case Return():
            body = records.bodies[words.body]
            return str(body.names[-1].name), tuple(names_of(body))
        case Further():
            return words.title or "", (words.title or "",)
        case OwnText():
            return f"{words.section}, for {words.audience} readers", (words.section,)
    return "", ()


def _named(known: Sequence[ClearableWords], kind: str, which: str, name: str) -> ClearableWords:
    """Return the words that a name means; raises UsageError (U319)."""
    wanted = name.casefold()
    exact = [one for one in known if one.name == wanted.replace("_", "-")]
    exact = exact or [one for one in known if wanted in map(str.casefold, one.called)]
    found = exact or [one for one in known if any(wanted in called.casefold() for called in one.called)]
    if len(found) == 1:
        return found[0]
    several = ", ".join(f"{one.name} ({one.title})" if one.title else one.name for one in found or known)
    if found:
        message = f"{name!r} may mean more than one text of {which}"
        raise UsageError(Finding("U319", message, hint=f"name it by its place: {several}"))
    message = f"nothing is written yet that could be cleared as: {kind} {which} {name}"
    hint = f"to be cleared there: {several}" if known else f"nothing of {kind} {which} is written yet"
    raise UsageError(Finding("U319", message, hint=hint))


def _require_day(one: ClearableWords, on: date) -> None:
    words = one.words
    written = words.date if isinstance(words, Return | Signed | OwnText) else None
    if written is not None and on < written:
        message = f"{one.spoken} is of {written}, and cannot have been cleared in these words on {on}"
        hint = "mend --on, or the day of the words; of a return that came in cleared, it is the day it came"
        raise UsageError(Finding("U323", message, hint=hint))


def _read(path: Path, data: Path) -> tuple[str, str]:
    """Return a file as it stands, and as it is read."""
    raw = record_bytes(path, data).decode()
    return raw, _plain(raw)


def _plain(raw: str) -> str:
    return text_of(raw.encode(), "")


def _entered(one: ClearableWords, text: str, by: str, on: date) -> str:
    """Return the text of a file with the clearance in it; raises UsageError (U324) where it takes none."""
    entry = {"by": by, "on": on.isoformat(), "fingerprint": one.words.fingerprint}
    try:
        return put_entry(text, path_of(one.address.partition("#")[2]), "cleared", entry, "cleared_by", "date")
    except (CannotEdit, YamlError) as error:
        written = ", ".join(f"{key}: {value}" for key, value in entry.items())
        reason = f": {error}" if isinstance(error, YamlError) else ""
        message = f"the clearance of {one.spoken} cannot be put into its file{reason}"
        raise UsageError(Finding("U324", message, hint=f"write it there: cleared: {{{written}}}")) from error
