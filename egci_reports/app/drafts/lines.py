"""Reads entries that are typed a line each: points, questions, items of an agenda, delegates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from egci_reports.app.collecting.quote import quoted
from egci_reports.app.collecting.values import NotRead
from egci_reports.records.actions import Action
from egci_reports.records.briefs import Question, SpeakingPoint
from egci_reports.records.notes import Agreed, Attendee
from egci_reports.records.packs import AgendaItem, Delegate, Role, RunDownRow


class LineReader(Protocol):
    """Reads what stands in a line: names and days; methods raise NotRead."""

    def body(self, text: str) -> str:
        """Return the id of the body that a text names."""

    def day(self, text: str) -> str:
        """Return the day that a text means, as records have it."""


Entry = dict[str, Any] | str

_MARK = re.compile(r"^(?:[-\u2022\u2013*]|\(?[0-9]{1,2}[.)])\s+")
"""What people put before the entries of a list."""
_AGREED = re.compile(
    r"(?:(?:the )?(?:two|both) sides |the meeting )?"
    r"(?P<verb>agreed|noted|took note|endorsed|approved|adopted|decided|confirmed|welcomed"
    r"|同意|備悉|通過|確認)"
    r"(?P<text>\W.+|(?<=[\u4e00-\u9fff]).+)",
    re.IGNORECASE,
)
_OF_AN_ACTION = 3
_ROLES = frozenset(map(str, Role))
_PARTS = re.compile(r"\s*[;\uff1b|\t]\s*")
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])[:.\uff1a]([0-5][0-9])(?:\s*([ap])\.?m\.?)?", re.IGNORECASE)


def entries_of(text: str, model: Any, reading: LineReader) -> list[Entry]:
    """Return the entries of a text, a line each, as a model has them; raises NotRead."""
    lines = (_MARK.sub("", line.strip()) for line in text.split("\n"))
    read = _READERS.get(model)
    return [read(line, reading) if read else line for line in lines if line]


def clock(text: str) -> str:
    """Return a time of the day as records have it: 09:30; raises NotRead."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        raise NotRead(f"{quoted(text)} is no time such as 14:30")
    hour, minute, half = int(match[1]), match[2], (match[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02d}:{minute}"


def _point(line: str, _reading: LineReader) -> Entry:
    by, colon, say = line.replace("\uff1a", ":", 1).partition(":")
    if not colon or not say.strip():
        raise NotRead(f"{quoted(line)} does not begin with who says it: Convenor: what is said")
    return {"by": by.strip(), "say": say.strip()}


def _question(line: str, _reading: LineReader) -> Entry:
    ask, bar, answer = line.replace("\uff5c", "|", 1).partition("|")
    if not bar:
        ask, bar, answer = line.replace("\uff1f", "?", 1).partition("?")
        ask += bar
    if not answer.strip():
        raise NotRead(f"{quoted(line)} has no answer: question | answer")
    return {"ask": ask.strip(), "answer": answer.strip()}


def _agenda_item(line: str, reading: LineReader) -> Entry:
    text, *lead = _PARTS.split(line, maxsplit=1)
    return {"text": text, "lead": reading.body(lead[0])} if lead and lead[0] else {"text": text}


def _row(line: str, _reading: LineReader) -> Entry:
    parts = [part for part in _PARTS.split(line) if part]
    row: dict[str, Any] = {}
    if len(parts) > 1 and _CLOCK.fullmatch(parts[0]):
        row["time"] = clock(parts.pop(0))
    names = ("item", "who", "papers", "remark")
    if len(parts) > len(names):
        raise NotRead(f"{quoted(line)} has more parts than: time; what happens; who leads; papers; remark")
    return {**row, **dict(zip(names, parts, strict=False))}


def _delegate(line: str, reading: LineReader) -> Entry:
    parts = [part for part in _PARTS.split(line) if part]
    last = "-".join(parts[-1].casefold().split()) if parts else ""
    role = {"role": last} if last in _ROLES else {}
    parts = parts[:-1] if role else parts
    if len(parts) not in (2, 3):
        raise NotRead(f"{quoted(line)} is not: name; post; department")
    name, *post, own = parts
    return {"body": reading.body(own), "name": name, **({"post": post[0]} if post else {}), **role}


def _agreed(line: str, _reading: LineReader) -> Entry:
    match = _AGREED.fullmatch(line)
    if match is None:
        raise NotRead(
            f"{quoted(line)} does not begin with what was done: agreed ..., noted ..., endorsed ..."
        )
    return {"verb": match["verb"].casefold(), "text": match["text"].strip()}


def _action(line: str, reading: LineReader) -> Entry:
    parts = [part for part in _PARTS.split(line) if part]
    if len(parts) != _OF_AN_ACTION:
        raise NotRead(f"{quoted(line)} is not: what is to be done; department; by when")
    text, owner, due = parts
    return {"text": text, "owner": reading.body(owner), "due": reading.day(due)}


_READERS: Mapping[Any, Callable[[str, LineReader], Entry]] = {
    SpeakingPoint: _point,
    Question: _question,
    AgendaItem: _agenda_item,
    RunDownRow: _row,
    Delegate: _delegate,
    Attendee: _delegate,
    Agreed: _agreed,
    Action: _action,
}
