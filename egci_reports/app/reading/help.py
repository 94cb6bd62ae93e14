"""Finds the pages of the documentation that are installed with the program."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

from egci_reports.errors import Finding, UsageError, did_you_mean
from egci_reports.workspace import shipped

_FOLDERS = ("how-to", "")
"""Where pages lie under docs/: what to do first, then what to look up."""

_HEADING = re.compile(r"# (.+)")


@dataclass(frozen=True, slots=True)
class Topic:
    """A page of the documentation: its topic ("add-a-meeting"), its heading, its Markdown text."""

    name: str
    title: str
    text: str


def topics() -> dict[str, Topic]:
    """Return the pages by topic: how-to pages first, then pages of reference, each by name."""
    files = [path for folder in _FOLDERS for path in sorted((shipped("docs") / folder).glob("*.md"))]
    texts = {path.stem: path.read_text(encoding="utf-8") for path in files}
    return {name: Topic(name, _title(text), text) for name, text in texts.items()}


def topic(name: str) -> Topic:
    """Return a page by its topic, or by the beginning of only one; raises UsageError with the nearest."""
    known = topics()
    found = [name] if name in known else [one for one in known if one.startswith(name.lower())]
    if len(found) == 1:
        return known[found[0]]
    near = found or get_close_matches(name.lower(), known, n=3, cutoff=0.4)
    hint = did_you_mean(near) if near else "egci-report help lists all topics"
    raise UsageError(Finding("U330", f"there is no page on {name!r}", hint=hint))


def _title(text: str) -> str:
    match = _HEADING.match(text)
    return match[1] if match else ""
