"""Checks that what papers print as done has its verb, and the one that the record names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from egci_reports.errors import Finding
from egci_reports.records.areas import Area
from egci_reports.records.checks.inspection import Inspection, Spot
from egci_reports.records.meetings import Convenor, OtherWords, Outcome

_NO_VERB = re.compile(
    r"\W*(?:an?|the|th(?:is|at|[eo]se)|its|their|his|her|both|two|each|all|some|in|on|at|by|for|of|with|under"
    r"|progress|work|plans?|\d.*?)\b",
    re.IGNORECASE,
)
"""First words that are surely not the verb of what was done."""


def check_verbs(inspection: Inspection) -> Iterator[Finding]:
    """Yield where a verb and its words do not agree, and what papers would print without a verb."""
    for spot, outcome in inspection.of_kind(Outcome):
        if not _has(outcome.words, outcome.verb):
            message = f"the verb {outcome.verb!r} does not stand within the words {outcome.words!r}"
            hint = f"write the whole phrase, its verb in it: 'words: {outcome.verb} {outcome.words}'"
            yield inspection.error("C265", spot / "words", message, hint)
        elif _opening(outcome.words):
            yield _unsaid(inspection, spot / "words", outcome.words)
        if outcome.reviewed:
            yield from _told(inspection, spot / "reviewed", outcome.reviewed)
    for spot, other in inspection.of_kind(OtherWords):
        yield from _told(inspection, spot / "words", other.words)
    for spot, convenor in inspection.of_kind(Convenor):
        yield from _told(inspection, spot / "verb", convenor.verb or "")
    for spot, area in inspection.of_kind(Area):
        if area.verb and area.wording.en and _opening(area.wording.en):
            message = f"'verb: true', but the wording opens with {area.wording.en.split()[0]!r}"
            yield inspection.error("C267", spot / "verb", message, "take the line 'verb: true' out")


def _told(inspection: Inspection, spot: Spot, words: str) -> Iterator[Finding]:
    if _opening(words):
        yield _unsaid(inspection, spot, words)


def _unsaid(inspection: Inspection, spot: Spot, words: str) -> Finding:
    message = f"{words!r} opens with no verb, and papers print it as what was done"
    hint = "begin with the verb of the source ('reviewed the progress in 2012'); who did it goes under 'by'"
    return inspection.error("C266", spot, message, hint)


def _opening(words: str) -> bool:
    """Whether words surely open with no verb: with an article, a preposition, a year."""
    return _NO_VERB.match(words) is not None


def _has(words: str, verb: str) -> bool:
    """Whether a verb stands within words; "…" within the verb leaves words out."""
    parts = (part.strip() for part in verb.split("…"))
    pattern = ".*".join(_whole(part) for part in parts if part)
    return re.search(pattern, words, re.IGNORECASE | re.DOTALL) is not None


def _whole(part: str) -> str:
    """Return the pattern of words that are no part of longer words."""
    before, after = (
        r"(?<![A-Za-z])" if part[0].isalpha() else "",
        r"(?![A-Za-z])" if part[-1].isalpha() else "",
    )
    return f"{before}{re.escape(part)}{after}"
