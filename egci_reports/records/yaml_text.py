"""Reads a YAML file into plain data with the place of every key and value, safely and in one pass.

Every scalar stays text until a model types it: `no`, `9:30` and `2024-10-09` mean what they say. The
file is read as a stream of events, so that nesting, aliases and size are bounded before anything is built.
"""

from __future__ import annotations

from typing import Any, NoReturn

import yaml

from egci_reports.engine.document.checking.characters import odd_characters
from egci_reports.errors import Finding, Position
from egci_reports.records.file_text import YamlError, fail
from egci_reports.records.scalar_text import place_in, scalar_of, unclosed_quote
from egci_reports.records.yaml_file import Data, Path_, YamlFile
from egci_reports.records.yaml_loader import Loader

MAX_ENTRIES = 500
"""Entries of a list inside a record; a list that fills a file is bounded by the size of the file."""

MAX_DEPTH = 40
"""Levels of nesting; the records need nine."""

_NULLS = frozenset({"~", "null", "Null", "NULL"})


def parse_yaml(text: str, name: str) -> YamlFile:
    """Read the text of a file of records.

    Raises YamlError if it is empty, broken YAML, or holds duplicate keys, anchors or tags.
    """
    return _YamlBuilder(name, text).build()


class _YamlBuilder:
    """Builds data and positions from the events of one file, without recursion."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.lines = tuple(text.split("\n"))
        self.values: dict[Path_, tuple[int, int]] = {}
        self.keys: dict[Path_, tuple[int, int]] = {}
        self.stack: list[tuple[Path_, dict[str, Any] | list[Any]]] = []
        self.key: str | None = None
        self.data: Data | None = None
        self.documents = 0
        self.findings: list[Finding] = []

    def build(self) -> YamlFile:
        """Read all events; raises YamlError."""
        try:
            for event in yaml.parse(self.text, Loader=Loader):
                self._take(event)
        except yaml.YAMLError as error:
            self._broken(error)
        if self.findings:
            raise YamlError(*self.findings)
        if self.data is None or self.data == "":
            fail(self.name, "Y113", "the file is empty", hint="write its records, or take the file away")
        return YamlFile(self.name, self.data, self.lines, self.values, self.keys)

    def _take(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            hint = "write the value out; put a text that begins with & or * in quotation marks"
            self._refuse(event, "Y107", "anchors and aliases (& and *) are not used in records", hint)
        if getattr(event, "tag", None):
            hint = "take it out; put a text that begins with ! in quotation marks"
            self._refuse(event, "Y108", f"tags ({event.tag[:40]}) are not used in records", hint)
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._refuse(event, "Y109", "a file holds one document", "take out the line '---'")
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._open(event, {})
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open(event, [])
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.stack.pop()
            self.key = None

    def _scalar(self, event: Any) -> None:
        self._look_through(event)
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top[1], dict) and self.key is None:
            self._name(event, top[0], top[1])
            return
        if event.value in _NULLS and event.implicit[0]:
            hint = "take the line out where there is no value; put the word in quotation marks if it is meant"
            self._refuse(event, "Y114", f"{event.value} is no value", hint)
        self._put(event, event.value)

    def _look_through(self, event: Any) -> None:
        """Note each character that no paper can hold, however it was written."""
        for slip in odd_characters(event.value):
            line, column = place_in(scalar_of(event, self.text), slip.start, slip.words)
            hint = "delete it, and type the text around it again"
            position = Position(self.name, line, column)
            self.findings.append(Finding("Y110", slip.message, position, hint, source=self.lines[line - 1]))

    def _name(self, event: Any, path: Path_, mapping: dict[str, Any]) -> None:
        key = event.value
        self.key = key
        mark = event.start_mark
        if key not in mapping:
            self.keys[(*path, key)] = (mark.line + 1, mark.column + 1)
            return
        line, _ = self.keys[(*path, key)]
        self.findings.append(
            Finding(
                "Y111",
                f"the key {key!r} stands twice; the first is on line {line}",
                Position(self.name, mark.line + 1, mark.column + 1),
                "keep one of the two",
                source=self.lines[mark.line],
            )
        )

    def _open(self, event: Any, container: dict[str, Any] | list[Any]) -> None:
        if len(self.stack) >= MAX_DEPTH:
            self._refuse(event, "Y112", *_TOO_DEEP)
        if self.stack and isinstance(self.stack[-1][1], dict) and self.key is None:
            self._refuse(
                event, "Y106", "a key must be a word, not a list or a mapping", "put it in quotation marks"
            )
        path = self._put(event, container)
        self.stack.append((path, container))
        self.key = None

    def _put(self, event: Any, value: Data) -> Path_:
        mark = (event.start_mark.line + 1, event.start_mark.column + 1)
        if not self.stack:
            self.data = value
            self.values[()] = mark
            return ()
        parent, container = self.stack[-1]
        path: Path_
        if isinstance(container, dict):
            path = (*parent, self.key or "")
            container[self.key or ""] = value
            self.key = None
        else:
            if len(container) >= MAX_ENTRIES and parent:
                self._refuse(
                    event, "Y115", f"a list of more than {MAX_ENTRIES} entries", "take out what is no entry"
                )
            path = (*parent, len(container))
            container.append(value)
        self.values[path] = mark
        return path

    def _refuse(self, event: Any, code: str, message: str, hint: str) -> NoReturn:
        mark = event.start_mark
        source = self.lines[mark.line] if mark.line < len(self.lines) else ""
        fail(self.name, code, message, mark.line + 1, mark.column + 1, hint=hint, source=source)

    def _broken(self, error: yaml.YAMLError) -> NoReturn:
        problem = str(getattr(error, "problem", None) or error).splitlines()[0]
        mark = getattr(error, "problem_mark", None)
        if any(words in problem for words in _NEVER_CLOSED):
            mark = getattr(error, "context_mark", None) or mark
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        if opened := unclosed_quote(self.lines[:line]):
            line, column = opened
            hint = "close it where the text ends"
            fail(self.name, "Y106", _UNCLOSED, line, column, hint=hint, source=self.lines[line - 1])
        if line > len(self.lines):
            line, column = len(self.lines), len(self.lines[-1]) + 1
        source = self.lines[line - 1]
        too_deep = "nesting" in problem  # libyaml has a bound of its own, met first within one line
        message, hint = _TOO_DEEP if too_deep else _plainly(problem, source)
        fail(self.name, "Y112" if too_deep else "Y106", message, line, column, hint=hint, source=source)


def _plainly(problem: str, source: str) -> tuple[str, str]:
    """Say for an officer what libyaml says for a programmer."""
    if "tab character" in problem or ("\t" in source and "token" in problem):
        return "a tab stands where spaces belong", "indent with spaces"
    for words, message, hint in _PROBLEMS:
        if words in problem:
            return message, hint
    return f"this is not valid YAML: {problem}", "look at this line and the one above it"


_TOO_DEEP = (f"nested more than {MAX_DEPTH} levels deep", "see that brackets are closed")

_UNCLOSED = "the quotation mark that opens here is not closed on its line, and takes in what follows"

_NEVER_CLOSED = ("did not find expected ',' or", "unexpected end of stream")
"""Problems of something opened and not closed: its beginning is the place to look at."""

_PROBLEMS = (
    (
        "mapping values are not allowed",
        "a second colon on the line, or a wrong indentation",
        "put a text that holds ': ' in quotation marks; else indent it like the lines above",
    ),
    (
        "could not find expected ':'",
        "a colon is missing on this line or the one above",
        "write 'name: value'",
    ),
    (
        "did not find expected key",
        "the line does not fit the lines above it",
        "indent it like its neighbours; see that quotation marks and brackets are closed",
    ),
    (
        "did not find expected '-' indicator",
        "the line does not fit the list above it",
        "begin each entry with '- ', all with the same indentation",
    ),
    (
        "did not find expected ',' or",
        "the bracket that opens here is not closed, or a comma is missing",
        "close it with ] or }, or put the text in quotation marks",
    ),
    (
        "did not find expected node content",
        "a value or a closing bracket is missing",
        "see that every bracket is closed, and that no comma or colon stands alone",
    ),
    (
        "unexpected end of stream",
        "the quotation mark that opens here is not closed",
        "close it where the text ends",
    ),
    (
        "block sequence entries are not allowed",
        "a list entry cannot begin here",
        "begin it on a line of its own",
    ),
    (
        "cannot start any token",
        "the text begins with a character that YAML keeps for itself",
        "put the text in quotation marks",
    ),
)
