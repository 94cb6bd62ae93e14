"""Loads a data folder into typed records, and finds every slip of form at its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from egci_reports.engine.enclosing import AnnexError, AnnexFile
from egci_reports.errors import Finding, Severity, in_order
from egci_reports.files import may_be_there
from egci_reports.records.acknowledged import FILE, Acknowledgement
from egci_reports.records.actions import Action
from egci_reports.records.annex_files import read_annex
from egci_reports.records.base import Model
from egci_reports.records.bodies import Body, Person
from egci_reports.records.briefs import ItemBrief
from egci_reports.records.developments import Development
from egci_reports.records.distribution import Distribution
from egci_reports.records.group import Group
from egci_reports.records.kept import keep_files
from egci_reports.records.meetings import Meeting
from egci_reports.records.notes import MeetingNotes
from egci_reports.records.occasions import Agreement, Event
from egci_reports.records.packs import PackWords
from egci_reports.records.paper_kinds import PAPER_NAME, paper_names
from egci_reports.records.papers import OwnTexts
from egci_reports.records.reader import MAX_FINDINGS, FileReader, M
from egci_reports.records.records import Places, Records, address_of
from egci_reports.records.returns import Return
from egci_reports.records.sources import Source
from egci_reports.records.texts import RecordText, texts_of
from egci_reports.records.threads import Areas, Phase
from egci_reports.records.unread_files import unread_files
from egci_reports.records.yaml_file import YamlFile

LISTS: dict[str, type[Model]] = {
    "sources": Source,
    "bodies": Body,
    "people": Person,
    "phases": Phase,
    "agreements": Agreement,
    "events": Event,
    "developments": Development,
    "actions": Action,
}
"""Files that hold a list, and the model of an item."""

REQUIRED_LISTS = ("sources", "bodies", "people")
"""Lists without which no records can be read; the others may be absent."""

PLAIN_LISTS: dict[str, type[Model]] = {FILE: Acknowledgement}
"""Files that hold a list of entries without an id, and may be absent."""

SINGLES: dict[str, type[Model]] = {"group": Group, "areas": Areas}
"""Files that hold one record."""

OPTIONAL: dict[str, type[Model]] = {"distribution": Distribution}
"""Files that hold one record and may be absent."""


@dataclass(frozen=True)
class Loaded:
    """What was read: the records (None where a file they cannot do without is broken), and all findings.

    `broken` holds the addresses of entries that failed ("bodies/marine-department", "meetings/08"), so that
    what refers to them is not called unknown; "bodies" alone means that any body may be among the failed.
    `files` are all that could be read as YAML, also where their form is wrong. `acknowledged` are the
    acknowledgements of warnings, each with its address, which are no part of what papers are made from.
    """

    records: Records | None
    findings: tuple[Finding, ...]
    broken: frozenset[str] = frozenset()
    files: tuple[YamlFile, ...] = ()
    acknowledged: tuple[tuple[str, Acknowledgement], ...] = ()

    @cached_property
    def texts(self) -> list[RecordText]:
        """Every text in the files."""
        return texts_of(self.files)


def read_records(data: Path) -> Loaded:
    """Read all files under the folder `data` and collect all that is wrong with their form."""
    return _Reader(data).read()


@dataclass
class _Reader(FileReader):
    def read(self) -> Loaded:
        self._entries("")
        if self.findings:  # the folder itself cannot be read: nothing in it is to be told of one by one
            return Loaded(None, tuple(self.findings))
        lists = {name: self._list(name, model) for name, model in LISTS.items()}
        singles = {name: self._single(name, model) for name, model in SINGLES.items()}
        optional = {name: self._optional(name, model) for name, model in OPTIONAL.items()}
        meetings = sorted(self._meetings(), key=lambda meeting: meeting.number)
        papers = dict(self._papers(meetings))
        returns = tuple(self._filed_under("returns", Return))
        packs = tuple(self._filed_under("briefs", PackWords, "pack.yaml"))
        briefs = tuple(self._filed_under("briefs", ItemBrief, "brief-*.yaml"))
        acknowledged = tuple(self._acknowledged())
        notes = tuple(self._notes())
        annexes = {key: file for pack in packs for key, file in self._annexes(pack)}
        self._look_at_annexes()
        keep_files(self.reads.values())
        self.findings.extend(unread_files(self.data, self.asked, self.folders))
        findings, broken = in_order(self.findings), frozenset(self.broken)
        group, areas = singles["group"], singles["areas"]
        unread = "meetings" in self.broken  # without plenaries half of the rest would be called unknown
        if unread or not isinstance(group, Group) or not isinstance(areas, Areas):
            return Loaded(None, findings, broken, tuple(self.files))
        records = Records(
            group=group,
            areas=areas,
            sources=_by_id(lists["sources"], Source),
            bodies=_by_id(lists["bodies"], Body),
            people=_by_id(lists["people"], Person),
            phases=_only(lists["phases"], Phase),
            agreements=_only(lists["agreements"], Agreement),
            events=_only(lists["events"], Event),
            developments=_only(lists["developments"], Development),
            meetings=tuple(meetings),
            papers=papers,
            distribution=_one(optional["distribution"], Distribution),
            returns=returns,
            packs=packs,
            briefs=briefs,
            notes=notes,
            annexes=annexes,
            actions=_only(lists["actions"], Action),
            places=Places(self.places),
        )
        return Loaded(records, findings, broken, tuple(self.files), acknowledged)

    def _single(self, name: str, model: type[M]) -> M | None:
        file = self._file(self.data / f"{name}.yaml", name)
        if file is None:
            return None
        self.places[name] = (file, ())
        if name == "areas" and isinstance(file.data, dict):
            for index, raw in enumerate(_entries(file.data.get("threads"))):
                self._register(file, name, ("threads", index), raw)
        return self._validate(model, file, (), name)

    def _optional(self, name: str, model: type[M]) -> M | None:
        return self._single(name, model) if self._has(f"{name}.yaml") else None

    def _list(self, name: str, model: type[M]) -> list[M]:
        if not self._has(f"{name}.yaml") and name not in REQUIRED_LISTS:
            return []
        file = self._file(self.data / f"{name}.yaml", name)
        if file is None:
            return []
        if not isinstance(file.data, list):
            self.broken.add(name)
            self._add(file, (), "R101", f"{name}.yaml must hold a list", "each entry begins with '- id: ...'")
            return []
        found: list[M] = []
        before = len(self.findings)
        for index, raw in enumerate(file.data):
            if len(self.findings) - before >= MAX_FINDINGS:
                self.broken.add(name)
                hint = "mend what is told of the entries before"
                self._add(file, (index,), "R114", "from here on the file was not looked at", hint)
                break
            address = self._register(file, name, (index,), raw)
            item = self._validate(model, file, (index,), address)
            if item is not None and address.endswith(f"/{getattr(item, 'id', '')}"):
                found.append(item)
        return found

    def _acknowledged(self) -> Iterator[tuple[str, Acknowledgement]]:
        """Yield the acknowledgements of warnings by the place of each in their list."""
        file = self._file(self.data / f"{FILE}.yaml", FILE) if self._has(f"{FILE}.yaml") else None
        if file is None:
            return
        self.files.remove(file)  # its words are those of warnings, and not looked at for slips of their own
        if not isinstance(file.data, list):
            hint = "each entry begins with '- code: ...'"
            self._add(file, (), "R101", f"{FILE}.yaml must hold a list", hint)
        for index, _ in enumerate(_entries(file.data)):
            address = f"{FILE}/{index}"
            self.places[address] = (file, (index,))
            if (found := self._validate(Acknowledgement, file, (index,), address)) is not None:
                yield address, found

    def _meetings(self) -> Iterator[Meeting]:
        for path in self._folder("meetings"):
            meeting = self._meeting(path)
            if meeting is not None:
                yield meeting

    def _papers(self, meetings: list[Meeting]) -> Iterator[tuple[str, OwnTexts]]:
        """Yield the texts for papers by the names of these; a paper that cannot be made yet is told of."""
        coming = set(paper_names(meetings))
        self.asked.update(f"papers/{name}.yaml" for name in coming)
        for path in self._folder("papers"):
            if not PAPER_NAME.fullmatch(path.stem):
                continue
            if path.stem not in coming and not any(key.startswith("meetings") for key in self.broken):
                message = "no paper of this name can be made from the records as they are"
                self._add_plain(path, "R113", message, "compare the year or the number", Severity.WARNING)
            if texts := self._paper(path):
                yield path.stem, texts

    def _paper(self, path: Path) -> OwnTexts | None:
        address = f"papers/{path.stem}"
        file = self._file(path, address)
        if file is None:
            return None
        self.places[address] = (file, ())
        return self._validate(OwnTexts, file, (), address)

    def _filed_under(self, name: str, model: type[M], pattern: str = "*.yaml") -> Iterator[M]:
        """Yield the records of the folders of plenaries under a folder, in the order of their numbers."""
        for folder in self._numbered(name):
            for path in self._folder(folder):
                if path.match(pattern) and (found := self._filed(model, path, address_of)) is not None:
                    yield found

    def _notes(self) -> Iterator[MeetingNotes]:
        for path in self._folder("records"):
            if (found := self._filed(MeetingNotes, path, address_of)) is not None:
                yield found

    def _look_at_annexes(self) -> None:
        """See that the folders of annexes can be read; of a pack that failed nobody knows which it lists."""
        for folder in self._numbered("annexes"):
            found = [path.relative_to(self.data).as_posix() for path in self._entries(folder)]
            if f"briefs/{folder.rpartition('/')[2]}/pack" in self.broken:
                self.asked.update(found)

    def _annexes(self, pack: PackWords) -> Iterator[tuple[str, AnnexFile]]:
        """Yield the files of the annexes of a pack, by plenary and name."""
        file, _ = self.places[address_of(pack)]
        for index, key in enumerate(pack.annex_files):
            self.asked.add(key)
            try:
                yield key, read_annex(self.data / key, self.data)
            except AnnexError as error:
                self.broken.add(key)
                message = f"the annex data/{key} cannot be appended: {error}"
                hint = "put a sound PDF of this name there, or take the annex out of the list"
                self._add(file, ("annexes", index, "file"), "R116", message, hint)

    def _meeting(self, path: Path) -> Meeting | None:
        address = f"meetings/{path.stem}"
        file = self._file(path, address)
        if file is None:
            return None
        meeting = self._validate(Meeting, file, (), address)
        if meeting is None:
            return None
        right = f"{meeting.number:02d}.yaml"
        if path.name == right:
            self.places[address] = (file, ())
            return meeting
        self.broken.update((address, f"meetings/{meeting.number:02d}"))
        if may_be_there(path.parent / right):
            message = f"the number {meeting.number} is used twice: {right} has it as well"
            self._add(file, ("number",), "R112", message, "mend the number in one of the two files")
        else:
            message = f"the file is named {path.name}, but holds the record of number {meeting.number}"
            self._add(file, ("number",), "R111", message, f"rename it to {right}, or mend the number")
        return None


def _entries(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _one(item: Model | None, kind: type[M]) -> M | None:
    return item if isinstance(item, kind) else None


def _only(items: list[Model], kind: type[M]) -> tuple[M, ...]:
    return tuple(item for item in items if isinstance(item, kind))


def _by_id(items: list[Model], kind: type[M]) -> dict[str, M]:
    return {item.id: item for item in _only(items, kind)}  # type: ignore[attr-defined]  # all listed kinds have one
