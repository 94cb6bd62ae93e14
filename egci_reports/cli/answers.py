"""Gives an answer again as it was given, while nothing has changed that it was drawn from.

Reading and checking all records takes forty times as long as seeing that no file has changed. The answers of
commands that only read are kept in the user's own cache folder, a file a workspace: with the size and time of
change of each file of the records, the templates and the program. If one has changed, none of them is given.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click

from egci_reports.cache_folder import cache_folder, keep, keep_newest, read_kept
from egci_reports.cli.layout import terminal_width
from egci_reports.cli.settings import Settings
from egci_reports.errors import EgciError
from egci_reports.files import parse_json
from egci_reports.stamps import Stamp, are_settled, stamps_of_inputs
from egci_reports.workspace import find_workspace, here

_MOST = 50
"""How many workspaces answers are kept of, and how many of each."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The texts that were told, each with whether on standard error, and the exit code."""

    told: list[tuple[str, bool]]
    code: int


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """What was asked where, in words that tell it from all others, and what the answer may be drawn from.

    `chosen` is the folder that --workspace seems to name, `root` that of the workspace, or of the
    records that are shipped.
    """

    asked: str
    chosen: Path | None
    root: Path
    stamps: Mapping[str, Stamp]

    def again(self, *, color: bool | None) -> int | None:
        """Give the answer again; return its exit code, or None if it has to be found anew."""
        answer = self._kept().get(self.asked)
        if answer is None:
            return None
        for text, err in answer.told:
            click.echo(text, err=err, color=color)
        return answer.code

    def keep(self, settings: Settings, code: int) -> None:
        """Keep an answer, unless something is wrong beside it, or a later change of a file might not show."""
        path = self._path()
        if path is None or settings.amiss or not settings.told or settings.chosen != self.chosen:
            return
        if not are_settled(self.stamps):
            return
        answers = {**self._kept(), self.asked: Answer(settings.told, code)}
        newest = {asked: asdict(answer) for asked, answer in list(answers.items())[-_MOST:]}
        kept = {"root": str(self.root), "stamps": self.stamps, "answers": newest}
        keep(path, json.dumps(kept).encode())
        keep_newest(path.parent, _MOST)

    def _kept(self) -> dict[str, Answer]:
        """Return the answers that still hold."""
        path = self._path()
        try:
            found = parse_json(read_kept(path)) if path else {}
            stamps = {name: list(stamp) for name, stamp in self.stamps.items()}
            if (found["root"], found["stamps"]) != (str(self.root), stamps):
                return {}
            return {str(asked): _answer(one) for asked, one in found["answers"].items()}
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return {}

    def _path(self) -> Path | None:
        folder = cache_folder("answers")
        return folder / f"{zlib.crc32(os.fsencode(self.root)):08x}.json" if folder else None


def question_of(arguments: Sequence[str]) -> AskedBefore | None:
    """Return what is asked by a command line; None where there is no workspace to be asked.

    The answer may be another in another folder, and on a terminal of another width.
    """
    try:
        start, chosen = here(), _chosen(arguments)
        workspace = find_workspace(start, chosen)
    except (EgciError, OSError, ValueError):
        return None
    asked = json.dumps([*arguments, str(start), terminal_width()])
    return AskedBefore(asked, chosen, workspace.root or workspace.data, stamps_of_inputs(workspace))


def _answer(raw: Mapping[str, Any]) -> Answer:
    return Answer([(str(text), bool(err)) for text, err in raw["told"]], int(raw["code"]))


def _chosen(arguments: Sequence[str]) -> Path | None:
    """Return the folder of --workspace; what is given wrongly its command will refuse."""
    name = "--workspace"
    for index, argument in enumerate(arguments):
        if argument == name:
            return Path(*arguments[index + 1 : index + 2])
        if argument.startswith(f"{name}="):
            return Path(argument.removeprefix(f"{name}="))
    return None
