"""Kills commands at random moments by random signals, and holds what is left against the laws; seeded.

    python -m tests.kills.soak FOLDER KILLS SEED

Each command runs as a child of this process, forked when all is imported. Half of the kills come after a
random time, half at a random operation on files, since these are a small part of the time and the whole
of the danger. Then the records may change again, or an officer may edit a paper, and the command is given
once more. Writes a JSON object with the counts and the broken laws to standard output.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from egci_reports.cli import main as program
from egci_reports.distribution.audit import audit, heads_in
from egci_reports.distribution.entries import CopyEvent
from egci_reports.distribution.ledger import content_of, read_ledger
from tests.conftest import MADE_UP, RETURNS
from tests.forms.filling import fill
from tests.made_up_pack.made import put_together

SIGNALS = [getattr(signal, name) for name in ("SIGKILL", "SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT")]
ENDED_WELL = {-number for number in SIGNALS} | {128 + number for number in SIGNALS}
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "annual": ("annual", "2012"),
    "collect": ("collect", "back", "3", "--yes"),
    "distribute": ("distribute", "annual", "2008", "--issue"),
    "history": ("history",),
    "briefing": ("briefing", "--for", "all", "--marking", "MADE UP"),
}
"""Those that differ most in what they write come first: a paper, records, copies with their ledger."""
FORMS = 2
"""How many departments return theirs."""
VARIANTS = ("as it was", "as it is", "as it will be")
"""What a made-up fact says in each state of the records."""

Files = dict[str, bytes]


def run(root: Path, arguments: tuple[str, ...], killing: Callable[[int], None] | None = None) -> int:
    """Run a command in a child; `killing` is given its process, once it runs. Returns its exit code."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        code = 97
        try:
            log = os.open(root / "log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(log, 1)
            os.dup2(log, 2)
            os.chdir(root)
            code = program([*arguments])
        except SystemExit as error:
            code = int(error.code or 0)
        except KeyboardInterrupt:  # before the program has begun
            code = 128 + signal.SIGINT
        finally:
            os._exit(code)
    if killing is not None:
        killing(child)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def files_of(root: Path) -> Files:
    """Return the files below a folder by name, but for the log of the command."""
    found = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in sorted(found.items()) if name != "log"}


def unfinished(root: Path) -> list[str]:
    return [path.name for path in root.rglob(".egci-*")]


@dataclass
class Soak:
    """The kills of one command: `broken` are the laws that did not hold, in words."""

    name: str
    root: Path
    chance: random.Random
    counts: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)

    @property
    def command(self) -> tuple[str, ...]:
        return COMMANDS[self.name]

    def prepare(self) -> None:
        """Make the workspace, and learn how long the command takes and how many operations it has."""
        if self.name == "briefing":
            put_together(self.root)
        else:
            of = MADE_UP if self.name == "distribute" else RETURNS
            shutil.copytree(of / "data", self.root / "data")
        (self.root / "data" / "ledger.jsonl").unlink(missing_ok=True)
        if self.name == "collect":
            self._fill_forms()
        self.kept = files_of(self.root)
        self.known: dict[tuple[str, ...], Files] = {}
        start = time.monotonic()
        self.operations = [self._count_operations(*VARIANTS[: more + 1]) for more in range(2)]
        self.longest = (time.monotonic() - start) / 2
        self.is_now = ""
        self.reset()

    def _fill_forms(self) -> None:
        if run(self.root, ("call", "3", "--marking", "MADE UP", "--out", "out")):
            raise RuntimeError((self.root / "log").read_text())
        (self.root / "back").mkdir()
        for path in sorted((self.root / "out").glob("return-*.docx"))[:FORMS]:
            content = fill(path.read_bytes(), {"prepared_by": "C Made-up Clerk", "date": "2 April 2012"})
            (self.root / "back" / path.name).write_bytes(content)

    def reset(self) -> None:
        """Put the workspace back as it was before the first run."""
        for name in files_of(self.root).keys() - self.kept.keys():
            (self.root / name).unlink()
        for name, content in self.kept.items():
            (self.root / name).write_bytes(content)

    def expected(self, *variants: str) -> Files:
        """Return what runs that nobody kills make of these states of the records, one after the other.

        Where that is not known yet, the workspace is as it was before the first run afterwards.
        """
        if self.name == "collect":  # to which the states are all one
            variants = VARIANTS[:1]
        if variants not in self.known:
            self.reset()
            for variant in variants:
                self._run_in(variant)
            self.known[variants] = self.made()
            self.reset()
            self.is_now = ""
        return self.known[variants]

    def _run_in(self, variant: str) -> None:
        """Run the command in a state of the records, with nobody to kill it."""
        self.be(variant)
        if code := run(self.root, self.command):
            raise RuntimeError(f"{self.name}: {code}: {(self.root / 'log').read_text()}")

    def be(self, variant: str) -> None:
        """Let the records be in one of their states."""
        path = self.root / "data" / "group.yaml"
        text = self.kept["data/group.yaml"].decode()
        path.write_text(f"{text}# {variant}\n" if self.name == "collect" else _varied(text, variant), "utf-8")

    def made(self) -> Files:
        """Return the files that the command has made."""
        now = files_of(self.root)
        return {
            name: content
            for name, content in now.items()
            if self.kept.get(name) != content and name not in ("data/group.yaml", "data/ledger.jsonl")
        }

    def _count_operations(self, *variants: str) -> int:
        """Return about how many operations on files a run has in the last of these states of the records.

        It finds the papers of the one before, if there is one: the runs are given one after the other.
        """
        counted = self.root.parent / f"{self.name}.operations"
        _watch_in_child(self.root, -1, 0, counted)
        self._run_in(variants[-1])
        _watch_in_child(self.root, 0, 0, None)
        if len(variants) == 1 or self.name == "distribute":
            self.known[variants] = self.made()
        return int(counted.read_text())

    def kill(self) -> None:
        """Kill one run and see that the laws hold, then and after the next."""
        old, later = self.chance.choice(VARIANTS), self.chance.choice(VARIANTS)
        has_old = self.name != "collect" and self.chance.random() < 0.8
        new = self.chance.choice([one for one in VARIANTS if one != (old if has_old else self.is_now)])
        if self.name in ("collect", "distribute"):
            later = new
        # What a distribution makes of a paper tells of what was issued before, so it begins anew
        final = (old, new) if has_old and self.name == "distribute" else (later,)
        expected = self.expected(*(final if self.name == "distribute" else (new,)))
        at_last = self.expected(*final)
        if self.chance.random() < 0.2 or self.name in ("collect", "distribute"):
            self.reset()
        self.be(old)
        if has_old:
            self._law(run(self.root, self.command) == 0, "a run before the kill ended well")
        self.be(new)
        number, before = self.chance.choice(SIGNALS), files_of(self.root)
        code = self._killed(number)
        self.counts["killed" if code in ENDED_WELL else "ended before"] += 1
        self._law(code == 0 or code in ENDED_WELL, f"a run killed by {number.name} ended with {code}")
        if unfinished(self.root):
            self.counts["left unfinished files"] += 1
        self._see_whole(before, expected)
        self.be(later)
        if self.chance.random() < 0.2 and self.name not in ("collect", "distribute"):
            self._edit()
        code = run(self.root, self.command)
        log = (self.root / "log").read_text("utf-8", "replace")
        self._law(code == 0, f"the next run ended with {code}: {log[-300:]}")
        self._law(not unfinished(self.root), "an unfinished file survived the next run")
        self._see_right(at_last)
        self.is_now = later

    def _killed(self, number: signal.Signals) -> int:
        if self.chance.random() < 0.5:
            seconds = self.chance.uniform(0, self.longest)

            def killing(child: int) -> None:
                time.sleep(seconds)
                os.kill(child, number)

            return run(self.root, self.command, killing)
        operations = self.operations[bool(self.made())]
        _watch_in_child(self.root, self.chance.randint(1, operations), number, None)
        try:
            return run(self.root, self.command)
        finally:
            _watch_in_child(self.root, 0, 0, None)

    def _see_whole(self, before: Files, expected: Files) -> None:
        """Each file is as it was or as it was to be; nothing is gone."""
        there = files_of(self.root)
        for name, content in before.items():
            if not name.endswith("ledger.jsonl") and ".receipts" not in name and "manifest" not in name:
                self._law(there.get(name) in (content, expected.get(name)), f"{name} is neither old nor new")
        for name in there.keys() - before.keys():
            if name in expected and ".receipts" not in name and "manifest" not in name:
                self._law(there[name] == expected[name], f"{name} is new and not whole")
        for name, content in there.items():
            if name.endswith(".json"):
                try:
                    json.loads(content)
                except ValueError:
                    self._law(False, f"{name} is not whole")
        faults = audit(content_of(self.root / "data"), heads_in(self.root / "reports" / "distribution"))
        self._law(all(one.code == "V504" for one in faults), f"the ledger has faults: {faults}")

    def _edit(self) -> None:
        """Let an officer edit a paper, see that the next run refuses, and take the edited one away."""
        papers = sorted(
            path for path in (self.root / "reports").glob("*.*") if path.suffix in (".pdf", ".docx")
        )
        if not papers:
            return
        path = self.chance.choice(papers)
        path.write_bytes(path.read_bytes() + b"an officer's own words")
        self.counts["edited"] += 1
        edited = path.read_bytes()
        code, log = run(self.root, self.command), (self.root / "log").read_text("utf-8", "replace")
        refused = [line for line in log.splitlines() if "W303" in line]
        self._law(code == 4 and len(refused) == 1 and path.name in refused[0], f"an edit: {code}, {refused}")
        self._law(path.read_bytes() == edited, "an edited file was replaced")
        path.unlink()

    def _see_right(self, expected: Files) -> None:
        """All that is made is there, byte for byte, and the ledger knows each holder once."""
        made = self.made()
        for name, content in expected.items():
            if "manifest" not in name:
                self._law(made.get(name) == content, f"{name} is not as a run that nobody killed makes it")
        faults = audit(content_of(self.root / "data"), heads_in(self.root / "reports" / "distribution"))
        self._law(not faults, f"the ledger has faults: {faults}")
        issued = Counter(
            (line.entry.master, line.entry.recipient)
            for line in read_ledger(self.root / "data")
            if line.entry.event is CopyEvent.ISSUED
        )
        self._law(set(issued.values()) <= {1}, f"a holder has more than one copy: {issued}")

    def _law(self, holds: bool, words: str) -> None:
        self.counts["laws"] += 1
        if not holds:
            self.broken.append(f"{self.name}: {words}")


def _varied(text: str, variant: str) -> str:
    """Return group.yaml with another name of the group, which stands in every paper."""
    name = "Group on Harbour Lights"
    if name not in text:
        raise ValueError("the made-up group has another name")
    return text.replace(name, f"{name} {variant.title()}", 1)


@dataclass
class _Watch:
    """What a child does to itself: at which operation on files below a folder it is ended, and how."""

    root: str = ""
    at: int = 0
    number: int = 0
    counted: Path | None = None
    parent: int = 0
    seen: int = 0


_WATCH = _Watch()


def _watch_in_child(root: Path, at: int, number: int, counted: Path | None) -> None:
    """Let children forked from now on end themselves; `at` of 0 lets them be, -1 lets them count."""
    _WATCH.root, _WATCH.at, _WATCH.number, _WATCH.counted = str(root), at, number, counted
    _WATCH.parent, _WATCH.seen = os.getpid(), 0


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if not _WATCH.at or event not in _OPERATIONS or os.getpid() == _WATCH.parent:
        return
    path = str(os.fspath(arguments[0])) if isinstance(arguments[0], (str, os.PathLike)) else ""
    if not path.startswith(_WATCH.root) or not any(part in path for part in _WRITTEN):
        return
    _WATCH.seen += 1
    if _WATCH.counted is not None:
        counted, at, _WATCH.at = _WATCH.counted, _WATCH.at, 0
        counted.write_text(str(_WATCH.seen))
        _WATCH.at = at
    elif _WATCH.seen == _WATCH.at:
        os.kill(os.getpid(), _WATCH.number)


_WRITTEN = ("/reports", "/returns/", "/.egci-", "/ledger")
_OPERATIONS = {"open", "os.rename", "os.remove", "os.mkdir", "os.chmod", "os.truncate", "os.scandir"}


def soak(folder: Path, kills: int, seed: int) -> dict[str, object]:
    """Kill so many runs, of each command in turn; return the counts and the broken laws."""
    chance = random.Random(seed)
    soaks = [Soak(name, folder / name, chance) for name in [*COMMANDS][:kills]]
    for one in soaks:
        one.root.mkdir(parents=True)
        one.prepare()
    for number in range(kills):
        one, before = soaks[number % len(soaks)], soaks[number % len(soaks)].counts["killed"]
        while one.counts["killed"] == before:  # a run may end before it is killed
            one.kill()
    return {
        "commands": {one.name: dict(one.counts) for one in soaks},
        "broken": [words for one in soaks for words in one.broken],
    }


if __name__ == "__main__":
    sys.addaudithook(_hook)
    where, count, start = sys.argv[1:]
    sys.stdout.write(json.dumps(soak(Path(where), int(count), int(start)), indent=1))
