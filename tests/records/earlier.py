"""Deletes from a copy of the records, in plain YAML, all that is later than a day: the tests' own scissors.

Two rules for dates of which only the month or the year is known: what happened (a signing, an event, a fact
about the group, an end) is known once that month or year is over; what may have begun in it (a body, a name,
a post) counts from its first day, since a record of that month may already name it.
"""

from __future__ import annotations

import json
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

Entry = dict[str, Any]

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads every value as text, and a question in {ask: Who?, answer: We.} as the records do."""


def first(written: str) -> date:
    return date(*(int(part) for part in (*written.split("-"), "1", "1")[:3]))


def last(written: str) -> date:
    parts = [int(part) for part in written.split("-")]
    year, month = parts[0], (parts[1] if len(parts) > 1 else 12)
    return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])


def values(node: Any, key: str) -> Iterator[Any]:
    """Yield what stands under a key, wherever it stands; of a list, each entry."""
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from values(each, key)
    if isinstance(node, dict) and key in node:
        yield from node[key] if isinstance(node[key], list) else [node[key]]


def is_pdf(path: Path) -> bool:
    return path.suffix.lower() == ".pdf"


class Scissors:
    """Cuts the data folder `data` down to what was known at the end of `day`; `cut` counts what fell away.

    `coming` is a plenary that was still to come and counts all the same, with its returns and briefs.
    """

    def __init__(self, data: Path, day: date, coming: int | None = None) -> None:
        self.data = data
        self.day = day
        self.coming = coming
        self.cut: Counter[str] = Counter()

    def run(self) -> Counter[str]:
        meetings = self._files(
            "meetings", lambda entry: self._happened(entry["date"]) or self._is_coming(entry)
        )
        numbers = {int(entry["number"]) for entry in meetings}
        expected = numbers if self.coming is None else numbers | {self.coming}
        agreements = self._list("agreements", lambda entry: self._happened(entry["date"]))
        events = self._list("events", lambda entry: self._happened(entry["date"]))
        developments = self._developments({entry["id"] for entry in (*agreements, *events)})
        words = self._words(expected)
        told: list[Any] = [*meetings, *agreements, *events, *developments, *words]
        bodies = self._bodies()
        group = self._group({body["id"] for body in bodies})
        named = {
            *values([*told, group], "person"),
            *(v for v in values(told, "people") if isinstance(v, str)),
        }
        people = self._list("people", lambda entry: entry["id"] in named)
        self._areas({*values(told, "thread"), *(v for v in values(told, "threads") if isinstance(v, str))})
        self._phases(max((int(one["number"]) for one in meetings if not self._is_coming(one)), default=0))
        self._returns(expected)
        self._actions(numbers)
        self._papers()
        self._distribution()
        cited = {*values([*told, *bodies, *people, group], "sources"), group["default_source"]}
        self._sources(cited)
        return self.cut

    def _is_coming(self, meeting: Entry) -> bool:
        """Whether a plenary is the one to come; one that was held tells only afterwards."""
        return int(meeting["number"]) == self.coming and meeting.get("status") == "planned"

    def _list(self, name: str, keep: Callable[[Entry], bool]) -> list[Entry]:
        entries = self._shorter(name, (self._trimmed(entry) for entry in self._read(f"{name}.yaml")), keep)
        self._write(f"{name}.yaml", entries)
        return entries

    def _developments(self, told: set[str]) -> list[Entry]:
        kept = self._list("developments", lambda entry: self._happened(entry["date"]))
        for entry in kept:
            if entry.get("adds_to") not in (None, *told):
                del entry["adds_to"]
                self.cut["ties of developments"] += 1
            figures = entry.get("figures", [])
            entry["figures"] = self._shorter("figures", figures, lambda one: not self._is_later(one, "as_at"))
        self._write("developments.yaml", kept)
        return kept

    def _files(self, folder: str, keep: Callable[[Entry], bool]) -> list[Entry]:
        kept = []
        for path in sorted((self.data / folder).glob("*.yaml")):
            name = f"{folder}/{path.name}"
            entry = self._trimmed(self._read(name))
            if keep(entry):
                self._write(name, entry)
                kept.append(entry)
            else:
                path.unlink()
                self.cut[folder] += 1
        return kept

    def _bodies(self) -> list[Entry]:
        def keep(body: Entry) -> bool:
            return bool(body["names"]) and ("founded" not in body or first(body["founded"]) <= self.day)

        return self._list("bodies", keep)

    def _group(self, bodies: set[str]) -> Entry:
        group: Entry = self._trimmed(self._read("group.yaml"))
        group["leads"] = self._shorter("leads", group["leads"], lambda lead: lead in bodies)
        for key in ("founding", "working"):
            facts = group.get(key, [])
            group[key] = self._shorter(
                "facts", facts, lambda fact: "on" not in fact or last(fact["on"]) <= self.day
            )
        days = group.get("kept_up_to", {})
        group |= {"kept_up_to": {key: self._at_most(value) for key, value in days.items()}} if days else {}
        self._write("group.yaml", group)
        return group

    def _areas(self, named: set[str]) -> None:
        areas = self._trimmed(self._read("areas.yaml"))
        areas["threads"] = self._shorter("threads", areas["threads"], lambda thread: thread["id"] in named)
        self._write("areas.yaml", areas)

    def _phases(self, number: int) -> None:
        phases = self._shorter(
            "phases", self._trimmed(self._read("phases.yaml")), lambda phase: int(phase["first"]) <= number
        )
        for phase in phases:
            if int(phase.get("last", 0)) > number:
                del phase["last"]
                self.cut["ends of phases"] += 1
        self._write("phases.yaml", phases)

    def _returns(self, numbers: set[int]) -> None:
        for path in (self.data / "returns").glob("*/*.yaml"):
            name = f"returns/{path.parent.name}/{path.name}"
            entry = self._read(name)
            if "excused" in entry and last(entry["excused"]["on"]) > self.day:
                del entry["excused"]
                self.cut["excuses"] += 1
            sent = "date" in entry and last(entry["date"]) <= self.day
            if int(entry["plenary"]) not in numbers or not (sent or "excused" in entry):
                path.unlink()
                self.cut["returns"] += 1
                continue
            kept = entry if sent else {key: entry[key] for key in ("plenary", "body", "excused")}
            self._write(name, kept)

    def _words(self, expected: set[int]) -> list[Entry]:
        """Cut officers' words for packs, and take away the files of annexes that no pack lists any more."""
        kept, listed = [], set()
        for path in sorted((self.data / "briefs").glob("*/*.yaml")):
            name = f"briefs/{path.parent.name}/{path.name}"
            entry = self._read(name)
            if int(entry["plenary"]) not in expected:
                path.unlink()
                self.cut["briefs"] += 1
                continue
            entry = self._pack(entry) if path.name == "pack.yaml" else self._part(entry)
            listed |= {(path.parent.name, annex["file"]) for annex in entry.get("annexes", ())}
            self._write(name, entry)
            kept.append(entry)
        for path in filter(is_pdf, (self.data / "annexes").glob("*/*")):
            if (path.parent.name, path.name) not in listed:
                path.unlink()
                self.cut["files of annexes"] += 1
        return kept

    def _pack(self, pack: Entry) -> Entry:
        cut = {key: self._part(value) for key, value in pack.items() if isinstance(value, dict)}
        if "further" in pack:
            announced = self._shorter(
                "parts", pack["further"], lambda part: not self._is_later(part, "date") or self._is_due(part)
            )
            cut["further"] = [self._part(part) for part in announced]
        if "annexes" in pack:
            dated = self._shorter("annexes", pack["annexes"], lambda annex: not self._is_later(annex, "date"))
            cut["annexes"] = [self._without_later(annex, "validated") for annex in dated]
        return {"plenary": pack["plenary"], **cut}

    def _is_due(self, part: Entry) -> bool:
        return "expected_from" in part or "due" in part

    def _part(self, part: Entry) -> Entry:
        """Cut a part down to whose it was and when it was due, if it was written later."""
        if self._is_later(part, "date"):
            self.cut["parts"] += 1
            before = ("plenary", "area", "lead", "title", "bodies", "expected_from", "due")
            return {key: part[key] for key in before if key in part}
        return self._without_later(self._without_later(part, "cleared"), "agreed_on")

    def _without_later(self, entry: Entry, key: str) -> Entry:
        if not self._is_later(entry, key):
            return entry
        self.cut[key] += 1
        return {name: value for name, value in entry.items() if name != key}

    def _is_later(self, entry: Entry, key: str) -> bool:
        """Whether the day under a key, or that of the entry under it, lies after the day."""
        value = entry.get(key)
        written = value["on"] if isinstance(value, dict) else value
        return written is not None and last(written) > self.day

    def _actions(self, numbers: set[int]) -> None:
        if not (self.data / "actions.yaml").exists():
            return
        actions = self._shorter(
            "actions", self._read("actions.yaml"), lambda action: int(action["id"].split("-")[0]) in numbers
        )
        for action in actions:
            notes = action.get("progress", [])
            action["progress"] = self._shorter("progress", notes, lambda note: last(note["on"]) <= self.day)
            if "closed" in action and int(action["closed"]["meeting"]) not in numbers:
                del action["closed"]
                self.cut["closings"] += 1
        self._write("actions.yaml", actions)

    def _papers(self) -> None:
        for path in (self.data / "papers").glob("*.yaml"):
            paper = self._read(f"papers/{path.name}")
            texts = self._shorter("texts", paper["texts"], lambda text: last(text["date"]) <= self.day)
            if texts:
                self._write(f"papers/{path.name}", {"texts": texts})
            else:
                path.unlink()

    def _distribution(self) -> None:
        path = self.data / "distribution.yaml"
        if path.exists() and last(self._read(path.name)["as_at"]) > self.day:
            path.unlink()
            self.cut["distribution"] += 1

    def _sources(self, cited: set[str]) -> None:
        kept = self._shorter("sources", self._read("sources.yaml"), lambda source: source["id"] in cited)
        lasting = ("id", "title", "publisher", "url", "language", "short")
        self._write("sources.yaml", [{key: one[key] for key in lasting if key in one} for one in kept])

    def _trimmed(self, node: Any) -> Any:
        """Cut, at any depth, ends, decisions and cut-off dates to come, and what began later."""
        if isinstance(node, list):
            return [self._trimmed(each) for each in self._shorter("entries", node, self._has_begun)]
        if not isinstance(node, dict):
            return node
        later = [
            key
            for key, value in node.items()
            if key == "written_for"
            or (key in ("ends", "dissolved", "position_as_at") and last(value) > self.day)
            or (key in ("decision", "accepted") and last(value["on"]) > self.day)
        ]
        self.cut.update(later)
        return {
            key: self._seen(value) if key == "seen" else self._trimmed(value)
            for key, value in node.items()
            if key not in later
        }

    def _at_most(self, written: str) -> str:
        """Return a day, or the day of the scissors if that is earlier; other words as they are."""
        return min(written, self.day.isoformat()) if written[:4].isdigit() and len(written) == 10 else written

    def _seen(self, days: list[str]) -> list[str]:
        return self._shorter("seen", days, lambda day: first(day) <= self.day)

    def _has_begun(self, entry: Any) -> bool:
        """Whether a note, slip, name or post had begun: by its start, else by the first day seen."""
        if not isinstance(entry, dict):
            return True
        starts = [first(entry[key]) for key in ("since", "starts") if key in entry]
        starts = starts or [first(day) for day in entry.get("seen", ())]
        return min(starts, default=self.day) <= self.day

    def _happened(self, fact: Any) -> bool:
        """Whether something dated had happened; while sources dispute the day, the earliest counts."""
        if isinstance(fact, str):
            return last(fact) <= self.day
        if "unstated" in fact:
            return False
        if "value" in fact:
            return last(fact["value"]) <= self.day
        claims = fact["disputed"]
        decided = fact.get("decision")
        if decided and last(decided["on"]) <= self.day:
            claims = [claims[int(decided["claim"]) - 1]]
        return min(last(claim["value"]) for claim in claims) <= self.day

    def _shorter(self, kind: str, entries: Iterable[Any], keep: Callable[[Any], bool]) -> list[Any]:
        before = list(entries)
        after = [entry for entry in before if keep(entry)]
        if len(after) < len(before):
            self.cut[kind] += len(before) - len(after)
        return after

    def _read(self, name: str) -> Any:
        """Read a file; a list that is not there is an empty one."""
        path = self.data / name
        return json.loads(_plain(path.read_text("utf-8"))) if path.exists() else []

    def _write(self, name: str, node: Any) -> None:
        """Write a file as JSON, which is YAML too and made in a tenth of the time."""
        (self.data / name).write_text(json.dumps(node, ensure_ascii=False), "utf-8")


@cache
def _plain(text: str) -> str:
    """Return what a file holds, as JSON; the same files are cut for day after day."""
    return json.dumps(yaml.load(text, Loader=LOADER))
