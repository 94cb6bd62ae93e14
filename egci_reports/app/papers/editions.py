"""Editions: drafts, numbers in order, and addenda to them, each of which has one content for good."""

from __future__ import annotations

import re
from difflib import unified_diff

from egci_reports.app.papers.order import DRAFT
from egci_reports.errors import EditionRefused, Finding

_NUMBER = re.compile(r"[1-9][0-9]{0,3}\.(0|[1-9][0-9]{0,3})")
_ADDENDUM = re.compile(rf"({_NUMBER.pattern})-addendum-([1-9][0-9]{{0,3}})")
_MOST_SHOWN = 6
"""Lines of a difference that are shown: the rest is to be seen in the papers."""


def is_edition(text: str) -> bool:
    """Whether a text is an edition as one writes it: draft, or a number such as 1.0; 01.0 is none."""
    return text == DRAFT or _NUMBER.fullmatch(text) is not None


def addendum_to(edition: str, number: int) -> str:
    """Return the name of an addendum as an edition of its own: 1.0-addendum-2."""
    return f"{edition}-addendum-{number}"


def base_of(edition: str) -> str | None:
    """Return the edition to which an addendum belongs; None if it is no addendum."""
    match = _ADDENDUM.fullmatch(edition)
    return match[1] if match else None


def edition_in_words(edition: str) -> str:
    """Return an edition as commands tell of it: draft, edition 1.0, addendum 2 to edition 1.0."""
    if match := _ADDENDUM.fullmatch(edition):
        return f"addendum {match[3]} to edition {match[1]}"
    return edition if edition == DRAFT else f"edition {edition}"


def rank(edition: str) -> tuple[int, ...]:
    """Return the place of an edition in their order: 1.10 is after 1.2, a draft before every number.

    An addendum is after its edition and the addenda before it.
    """
    match = _ADDENDUM.fullmatch(edition)
    numbers = f"{match[1]}.{match[3]}" if match else edition
    return tuple(map(int, numbers.split("."))) if match or _NUMBER.fullmatch(edition) else ()


def following(edition: str) -> str:
    """Return the next number: 1.1 after 1.0, and of an addendum the next to the same edition."""
    if match := _ADDENDUM.fullmatch(edition):
        return addendum_to(match[1], int(match[3]) + 1)
    first, _, second = edition.partition(".")
    return f"{first}.{int(second) + 1}"


def next_number(edition: str) -> str:
    """Return what to type so that what has changed gets the next number."""
    if base_of(edition):
        return f"--next, which makes {edition_in_words(following(edition))}"
    return f"--edition {following(edition)}"


def other_content(name: str, edition: str, before: str | None, now: str) -> EditionRefused:
    """Return the error of a numbered edition that has been made with other content (E609).

    `before` and `now` are the texts of the paper then and today; None where the former was not kept.
    """
    shown = "" if before is None else _difference(before, now)
    what = edition_in_words(edition)
    message = f"{what} of {name} is made already, with other content than it would have now{shown}"
    hint = f"an edition stays what it is; give what has changed the next number: {next_number(edition)}"
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
