"""Puts hostile values into every field of every record type, and runs commands on what comes of it.

The workspaces are the made-up ones, and the one that fills every field of every model (`made_up_markers`), so
that a field added tomorrow is tried too. All is drawn by a seed.
"""

from __future__ import annotations

import contextlib
import io
import random
import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from egci_reports.cli import main
from egci_reports.records.yaml_loader import Loader
from tests.made_up_markers import made as marked
from tests.made_up_pack import made as pack

TESTS = Path(__file__).parents[1]

VALUES = (
    "", '""', '" "', "null", "~", "true", "yes", "-1", "0", "9" * 400, "1.5", "-1e400",
    ".nan", ".inf", "0x1F",
    "0000-00-00", "0001-01-01", "9999-12-31", "9999-12", "9999", "2012-02-30", "2012-13",
    "2012-5-1", "12:99",
    '"\\0"', '"\\x1b[2J"', '"\\uFFFE"', '"\\u202E"', '"\\uD800"', '"\\u2028"', '"\\u00AD"', '"\U0001f600"',
    '"資訊科技"', '"٢٠١٢"', '"２０１２-０５-０１"', '"<w:p>&]]>"', '"{{ 1 / 0 }}{% raw %}"', '"**[x](y)"',
    '"%s %d {x}"',
    "../../etc/passwd", "/dev/zero", "CON.pdf", "id-of-nothing", "A B", "TBC", "[]", "[[1]]",
    "[null]", "{}",
    "{a: 1, a: 2}", "{unstated: not-recorded}", "{disputed: []}", "{value: 1, sources: [x]}",
    "[" * 300 + "]" * 300,
    "&a [*a]", "*nothing", "!!python/name:os.system", "x" * 20_001, '"' + "y " * 3000 + '"',
    "'", '"', "|", ">-",
    "- a\n- b", "a: b", "#", "\t", "@", "`",
)  # fmt: skip
"""What stands in place of a value, as YAML."""

CHANGES = ("value", "value", "value", "value", "delete", "rename", "double", "empty")

READING = (
    ("list",), ("list", "bodies"), ("list", "people"), ("list", "events"), ("list", "threads"), ("status",),
    ("actions",), ("conflicts",), ("show", "1"), ("show", "2"), ("diff", "1", "2"), ("ledger",),
    ("ledger", "verify"),
    ("trace", "history", "2"), ("who-has", "annual-2012"), ("list", "--json"), ("status", "--json"),
)  # fmt: skip
MAKING = (
    ("annual", "2012"), ("annual", "2011"), ("annual", "2012", "--for", "joint"), ("history",),
    ("briefing",),
    ("briefing", "--for", "all"), ("annual", "2012", "--to", "records"), ("history", "--for", "public"),
    ("annual", "2012", "--edition", "1.0"), ("addendum", "annual", "2012", "--to", "1.0"),
    ("call", "3"), ("call", "4"), ("distribute", "annual", "2012"),
    ("distribute", "history"), ("distribute", "briefing", "4"),
    ("distribute", "annual", "2012", "--addendum-to", "1.0"),
)  # fmt: skip
KEEPING = (
    ("new", "meeting", "4"),
    ("new", "meeting", "5"),
    ("new", "briefs"),
    ("schema",),
    ("collect", "back"),
    ("clear",),
    ("clear", "brief", "4", "1", "--by", "A Made-up Master", "--on", "2014-01-01"),
    ("clear", "return", "4", "MSO", "--by", "A Made-up Master", "--on", "2014-01-01"),
)

ARGUMENTS = (
    "", " ", "-1", "0", "99999999999999999999", "1e3", "１２", "٢", "x" * 5000, "../..",
    "/dev/zero", "\x1b[2J",
    "2012-02-30", "9999-12-31", "資訊", "--", "-", "a\u202eb", "%n", "{}", "nul", "annual-2012",
    "1.0", "01.0",
)  # fmt: skip
"""What is given for an argument or an option."""
TYPED = (
    ("annual", "?"), ("annual", "2012", "--as-of", "?"), ("annual", "2012", "--edition", "?"),
    ("show", "?"),
    ("annual", "2012", "--marking", "?"), ("annual", "2012", "--for", "?"),
    ("annual", "2012", "--format", "?"),
    ("annual", "2012", "--out", "?"), ("briefing", "?"), ("briefing", "--for", "?"),
    ("history", "--through", "?"),
    ("diff", "?", "?"), ("trace", "?", "?"), ("list", "?"), ("explain", "?"), ("help", "?"),
    ("verify", "?"),
    ("who-has", "?"), ("collect", "?"), ("call", "?"), ("new", "meeting", "?"), ("new", "return", "?"),
    ("distribute", "?"), ("distribute", "annual", "?"), ("status", "--as-of", "?"),
    ("addendum", "?", "--to", "1.0"), ("addendum", "briefing", "?", "--to", "1.0"),
    ("addendum", "annual", "2012", "--to", "?"), ("addendum", "annual", "2012", "--to", "1.0", "--for", "?"),
    ("distribute", "annual", "2012", "--addendum-to", "?"),
    ("clear", "?"), ("clear", "brief", "?"), ("clear", "paper", "?", "?", "--by", "?", "--on", "?"),
    ("clear", "pack", "4", "?", "--by", "?", "--on", "2014-01-01"),
    ("clear", "pack", "4", "opening", "--by", "?", "--on", "2014-01-01"),
    ("--workspace", "?"), ("?",),
)  # fmt: skip

DESIGNED = frozenset(range(7))
_SECONDS = 60.0


@dataclass(slots=True)
class Tally:
    """How many inputs were tried, commands run, and what was found to be wrong."""

    tried: int = 0
    commands: int = 0
    wrong: list[str] = field(default_factory=list)


def workspaces(folder: Path) -> tuple[Path, ...]:
    """Return workspaces to be spoilt, made below a folder."""
    places = [folder / name for name in ("small", "returns", "pack", "marked")]
    shutil.copytree(TESTS / "made_up" / "data", places[0] / "data")
    shutil.copytree(TESTS / "made_up_returns" / "data", places[1] / "data")
    pack.put_together(places[2])
    marked.write(places[3])
    return tuple(places)


def fuzz_records(folder: Path, tries: int, seed: int) -> Tally:
    """Spoil one place of the records at a time, and run `check` and two other commands."""
    chance, tally = random.Random(seed), Tally()
    files = [_fields(path) for root in workspaces(folder / "sound") for path in _records(root)]
    kinds: dict[tuple[str, ...], list[tuple[Path, _Place]]] = {}
    for path, places in files:
        for place in places:
            kinds.setdefault((path.parents[1].name, *place.keys), []).append((path, place))
    turns = list(kinds.values())
    chance.shuffle(turns)
    root = folder / "spoilt"
    for number in range(tries):
        path, place = chance.choice(turns[number % len(turns)])
        sound = next(parent for parent in path.parents if (parent / "data").is_dir())
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(sound, root)
        (root / "back").mkdir()
        (root / "back" / "form.docx").write_bytes(b"PK")
        spoilt = root / path.relative_to(sound)
        change, value = chance.choice(CHANGES), chance.choice(VALUES)
        text = spoilt.read_text("utf-8")
        spoilt.write_text(place.changed(text, change, value), "utf-8")
        tally.tried += 1
        what = f"{path.relative_to(sound.parent)}:{'/'.join(place.keys)} {change} {value[:40]!r}"
        code = _run(tally, root, ("check",), what)
        making = MAKING if chance.random() < 0.5 or code == 0 else KEEPING
        _run(tally, root, chance.choice(READING), what)
        _run(tally, root, chance.choice(making), what)
    return tally


def fuzz_arguments(folder: Path, tries: int, seed: int) -> Tally:
    """Give hostile arguments and options to every command, in a sound workspace."""
    chance, tally = random.Random(seed), Tally()
    root = workspaces(folder / "sound")[1]
    for number in range(tries):
        typed = tuple(
            chance.choice(ARGUMENTS) if part == "?" else part for part in TYPED[number % len(TYPED)]
        )
        tally.tried += 1
        _run(tally, root, typed, f"typed {typed!r:.200}", changes_output=True)
    return tally


def _run(
    tally: Tally, root: Path, command: tuple[str, ...], what: str, *, changes_output: bool = False
) -> int:
    """Run a command as one would type it, and hold what it did against the laws."""
    tally.commands += 1
    reading = command[0] in {one[0] for one in (*READING, ("check",))}
    before = _files(root) if reading or command[0] != "new" else {}
    told, start = io.StringIO(), time.perf_counter()
    with contextlib.chdir(root), contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        try:
            code = main(list(command))
        except SystemExit as error:
            code = error.code if isinstance(error.code, int) else 99
    said, seconds = told.getvalue(), time.perf_counter() - start
    faults = []
    if code not in DESIGNED:
        faults.append(f"exit code {code}")
    if "Traceback" in said:
        faults.append("a traceback")
    if code == 1 and not re.search(r"\.yaml|data/|returns|\[[A-Z]\d{3}\]", said):
        faults.append("no place")
    if seconds > _SECONDS:
        faults.append(f"{seconds:.0f} seconds")
    after = _files(root)
    touched = {path for path, content in before.items() if after.get(path) != content}
    if touched and (reading or code != 0) and not changes_output:
        faults.append(f"changed {sorted(path.name for path in touched)[:3]}")
    if [path for path in after if path.name.startswith(".egci-")]:
        faults.append("left half-written files")
    if faults:
        tally.wrong.append(f"{' '.join(command)[:120]} after {what}: {', '.join(faults)}: {said[-300:]}")
    return code


def _files(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def _records(root: Path) -> Iterator[Path]:
    yield from sorted(path for path in (root / "data").rglob("*.yaml") if "schema" not in path.parts)


@dataclass(frozen=True, slots=True)
class _Place:
    """A value in a file: its keys without indexes, where it stands, and the line that holds it."""

    keys: tuple[str, ...]
    start: int
    end: int

    def changed(self, text: str, change: str, value: str) -> str:
        """Return the text with one change at this place."""
        line = text.rfind("\n", 0, self.start) + 1
        match change:
            case "delete":
                return text[:line] + text[self.end :]
            case "rename":
                return text[:line] + re.sub(r"(\w)(\w*):", r"\1x\2:", text[line:], count=1)
            case "double":
                return text[: self.end] + "\n" + text[line : self.end] + text[self.end :]
            case "empty":
                return text[: self.start]
        return f"{text[: self.start]}{value}\n{text[self.end :]}"


def _fields(path: Path) -> tuple[Path, list[_Place]]:
    text = path.read_text("utf-8")
    found: list[_Place] = []
    waiting = [((path.stem.rstrip("0123456789"),), yaml.compose(text, Loader=Loader))]
    while waiting:
        keys, node = waiting.pop()
        pairs = (
            [((*keys, key.value), value) for key, value in node.value]
            if isinstance(node, yaml.MappingNode)
            else [(keys, value) for value in node.value]
            if isinstance(node, yaml.SequenceNode)
            else []
        )
        waiting += pairs
        found += [_Place(at, value.start_mark.index, value.end_mark.index) for at, value in pairs]
    return path, found
