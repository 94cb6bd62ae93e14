"""The marking of a paper, and officers' own paragraphs for it, each with its author and date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import StringConstraints

from egci_reports.records.audience.reader import Audience
from egci_reports.records.base import Day, Line, Model
from egci_reports.records.dated import Dated
from egci_reports.records.facts import values
from egci_reports.records.meetings import Meeting

PAPER_NAME = re.compile(r"annual-[0-9]{4}|briefing-[1-9][0-9]{0,2}|call-[1-9][0-9]{0,2}|history")
"""The names of the papers for which officers may write texts."""


def paper_names(meetings: Sequence[Meeting]) -> Iterator[str]:
    """Yield the names of the papers that can be made from plenaries, the pack before the next included."""
    yield "history"
    for meeting in meetings:
        yield from (f"briefing-{meeting.number}", f"call-{meeting.number}")
        yield from (f"annual-{day.year:04d}" for day in values(meeting.date))
    yield f"briefing-{max((meeting.number for meeting in meetings), default=0) + 1}"


class OwnText(Model):
    """An officer's own text for one section of a paper. It is printed as it stands."""

    section: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)?$", max_length=100)]
    """The section it stands in. Annual report: summary, meeting, progress, plan, events, bodies,
    or progress/ and the id of a thread for one area. History: reading, origins, wordings,
    participation, register, people, names, figures, notes, phase- and an id, sheet- and a number."""
    text: Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
    """The text: a blank line makes a paragraph, a line that begins with "- " a list item."""
    author: Line
    """Who wrote it: a post or a name."""
    date: Annotated[Day, Dated.BEGINS]
    """When it was written."""
    audience: Audience = Audience.INTERNAL
    """The widest circle that may read it: internal, department, joint (both sides) or public."""


class OwnTexts(Model):
    """papers/NAME.yaml: the marking of the paper of that name (annual-2024), and officers' texts for it."""

    marking: Line | None = None
    """The marking on each page of the paper for the Hong Kong side: RESTRICTED; none: it bears no marking."""
    texts: tuple[OwnText, ...] = ()
    """The texts, in the order in which they stand in a section."""
