"""Editions: drafts, and numbers in order, each of which has one content for good."""

from __future__ import annotations

import re
from difflib import unified_diff

from egci_reports.app.papers.order import DRAFT
from egci_reports.engine.document.nodes import Document
from egci_reports.engine.document.text import blocks_of
from egci_reports.errors import EditionRefused, Finding

_NUMBER = re.compile(r"[1-9][0-9]{0,3}\.(0|[1-9][0-9]{0,3})")
_MOST_SHOWN = 6
"""Lines of a difference that are shown: the rest is to be seen in the papers."""


def is_edition(text: str) -> bool:
    """Whether a text is an edition as one writes it: draft, or a number such as 1.0; 01.0 is none."""
    return text == DRAFT or _NUMBER.fullmatch(text) is not None


def rank(edition: str) -> tuple[int, ...]:
    """Return the place of an edition in their order: 1.10 is after 1.2, and a draft before every number."""
    return tuple(int(part) for part in edition.split(".")) if _NUMBER.fullmatch(edition) else ()


def following(edition: str) -> str:
    """Return the next number: 1.1 after 1.0."""
    first, _, second = edition.partition(".")
    return f"{first}.{int(second) + 1}"


def text_of(document: Document) -> str:
    """Return what a reader finds in a paper, a text a line, each after its number or label."""
    lines = (f"{one.label or ''} {one.text}".strip().replace("\n", " ") for one in blocks_of(document))
    return "".join(f"{line}\n" for line in lines if line)


def other_content(name: str, edition: str, before: str | None, now: str) -> EditionRefused:
    """Return the error of a numbered edition that has been made with other content (E609).

    `before` and `now` are the texts of the paper then and today; None where the former was not kept.
    """
    shown = "" if before is None else _difference(before, now)
    message = f"edition {edition} of {name} is made already, with other content than it would have now{shown}"
    hint = (
        f"an edition stays what it is; give what has changed the next number: --edition {following(edition)}"
    )
    return EditionRefused(Finding("E609", message, hint=hint))


def _difference(before: str, now: str) -> str:
    changes = [
        line
        for line in unified_diff(before.splitlines(), now.splitlines(), n=0, lineterm="")
        if line[:1] in "+-" and line[:3] not in ("+++", "---")
    ]
    if not changes:
        return " (its words are the same: its look, its marking, or what made it has changed)"
    more = f"\n    and {len(changes) - _MOST_SHOWN} lines more" if len(changes) > _MOST_SHOWN else ""
    return (
        ":" + "".join(f"\n    {line[:1]} {line[1:].strip()[:150]}" for line in changes[:_MOST_SHOWN]) + more
    )
