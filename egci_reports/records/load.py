"""Loads a data folder into typed records, and finds every slip of form at its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from egci_reports.errors import Finding, RecordsError, in_order
from egci_reports.records.actions import Action
from egci_reports.records.annex_files import AnnexError, AnnexFile, read_annex
from egci_reports.records.base import Model
from egci_reports.records.bodies import Body, Person
from egci_reports.records.briefs import ItemBrief
from egci_reports.records.developments import Development
from egci_reports.records.distribution import Distribution
from egci_reports.records.meetings import Meeting
from egci_reports.records.occasions import Agreement, Event
from egci_reports.records.packs import PackWords
from egci_reports.records.papers import OwnTexts
from egci_reports.records.reader import MAX_FINDINGS, M, Reader
from egci_reports.records.records import Places, Records, address_of
from egci_reports.records.returns import Return
from egci_reports.records.sources import Areas, Group, Phase, Source
from egci_reports.records.stray import LIKE_RECORDS, is_number, stray_files

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

SINGLES: dict[str, type[Model]] = {"group": Group, "areas": Areas}
"""Files that hold one record."""

OPTIONAL: dict[str, type[Model]] = {"distribution": Distribution}
"""Files that hold one record and may be absent."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read: the records (None where a file they cannot do without is broken), and all findings.

    `broken` holds the addresses of entries that failed ("bodies/marine-department", "meetings/08"), so that
    what refers to them is not called unknown; "bodies" alone means that any body may be among the failed.
    """

    records: Records | None
    findings: tuple[Finding, ...]
    broken: frozenset[str] = frozenset()


def load_records(data: Path) -> Records:
    """Load the records under `data`; raises RecordsError with all findings of form."""
    loaded = read_records(data)
    if loaded.records is None or loaded.findings:
        raise RecordsError(*loaded.findings)
    return loaded.records


def read_records(data: Path) -> Loaded:
    """Read all files under the folder `data` and collect all that is wrong with their form."""
    return _Reader(data).read()


@dataclass
class _Reader(Reader):
    def read(self) -> Loaded:
        lists = {name: self._list(name, model) for name, model in LISTS.items()}
        singles = {name: self._single(name, model) for name, model in SINGLES.items()}
        optional = {name: self._optional(name, model) for name, model in OPTIONAL.items()}
        meetings = sorted(self._meetings(), key=lambda meeting: meeting.number)
        papers = {paper.stem: texts for paper in self._folder("papers") if (texts := self._paper(paper))}
        returns = tuple(self._filed_under("returns", Return))
        packs = tuple(self._filed_under("briefs", PackWords, "pack.yaml"))
        briefs = tuple(self._filed_under("briefs", ItemBrief, "brief-*.yaml"))
        annexes = {key: file for pack in packs for key, file in self._annexes(pack)}
        self._look_for_unread()
        listed = {key for pack in packs for key in pack.annex_files}
        for stray in stray_files(self.data, self.places, self.broken, listed):
            self._add_plain(*stray)
        findings, broken = in_order(self.findings), frozenset(self.broken)
        group, areas = singles["group"], singles["areas"]
        if not isinstance(group, Group) or not isinstance(areas, Areas):
            return Loaded(None, findings, broken)
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
            annexes=annexes,
            actions=_only(lists["actions"], Action),
            places=Places(self.places),
        )
        return Loaded(records, findings, broken)

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
        path = self.data / f"{name}.yaml"
        return self._single(name, model) if path.exists() or path.is_symlink() else None

    def _list(self, name: str, model: type[M]) -> list[M]:
        path = self.data / f"{name}.yaml"
        if name not in REQUIRED_LISTS and not path.exists() and not path.is_symlink():
            return []
        file = self._file(path, name)
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

    def _meetings(self) -> Iterator[Meeting]:
        for path in self._folder("meetings"):
            meeting = self._meeting(path)
            if meeting is not None:
                yield meeting

    def _paper(self, path: Path) -> OwnTexts | None:
        address = f"papers/{path.stem}"
        file = self._file(path, address)
        if file is None:
            return None
        self.places[address] = (file, ())
        return self._validate(OwnTexts, file, (), address)

    def _filed_under(self, name: str, model: type[M], pattern: str = "*.yaml") -> Iterator[M]:
        """Yield the records of the folders of plenaries under a folder, in the order of their numbers."""
        folders = [path for path in (self.data / name).glob("*") if is_number(path.name) and path.is_dir()]
        for folder in sorted(folders, key=lambda path: int(path.stem)):
            for path in self._folder(f"{name}/{folder.name}"):
                if path.match(pattern) and (found := self._filed(model, path, address_of)) is not None:
                    yield found

    def _annexes(self, pack: PackWords) -> Iterator[tuple[str, AnnexFile]]:
        """Yield the files of the annexes of a pack, by plenary and name."""
        file, _ = self.places[address_of(pack)]
        for index, key in enumerate(pack.annex_files):
            try:
                yield key, read_annex(self.data / key)
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
        if (path.parent / right).exists():
            message = f"the number {meeting.number} is used twice: {right} has it as well"
            self._add(file, ("number",), "R112", message, "mend the number in one of the two files")
        else:
            message = f"the file is named {path.name}, but holds the record of number {meeting.number}"
            self._add(file, ("number",), "R111", message, f"rename it to {right}, or mend the number")
        return None

    def _look_for_unread(self) -> None:
        """Find files that look like records but are none that is read: bodys.yaml, meetings/20.yaml.txt."""
        known = {f"{name}.yaml" for name in (*LISTS, *SINGLES, *OPTIONAL)}
        for folder in (self.data, self.data / "meetings", self.data / "papers"):
            for path in sorted(folder.glob("*")):
                stem = LIKE_RECORDS.sub("", path.name)
                is_read = path.name in known if folder == self.data else path.suffix == ".yaml"
                if stem == path.name or is_read:
                    continue
                near = get_close_matches(f"{stem}.yaml", known, n=1, cutoff=0.6)
                right = f"{stem}.yaml" if folder != self.data else next(iter(near), None)
                hint = f"rename it to {right}" if right else "take it away"
                self._add_plain(path, "R113", "no records are read from a file of this name", hint)


def _entries(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _one(item: Model | None, kind: type[M]) -> M | None:
    return item if isinstance(item, kind) else None


def _only(items: list[Model], kind: type[M]) -> tuple[M, ...]:
    return tuple(item for item in items if isinstance(item, kind))


def _by_id(items: list[Model], kind: type[M]) -> dict[str, M]:
    return {item.id: item for item in _only(items, kind)}  # type: ignore[attr-defined]  # all listed kinds have one
