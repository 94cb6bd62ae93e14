"""The marking of a paper, and officers' own paragraphs for it, each with its author and date."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import StringConstraints

from egci_reports.records.audience.reader import Audience
from egci_reports.records.base import Day, Line, Model
from egci_reports.records.clearance import Clearable, Clearance
from egci_reports.records.dated import PLANNED, Dated
from egci_reports.records.text_form import TextForm

SECTIONS = {
    "annual": ("summary", "meeting", "progress", "plan", "events", "bodies", "progress/THREAD"),
    "briefing": ("steering", "agenda", "delegations", "further", "briefs/THREAD"),
    "release": ("heads", "agreed", "quotation", "bodies"),
    "history": (
        "summary", "reading", "glance", "subjects", "participation", "people", "register", "open", "names",
        "notes", "phase-ID", "sheet-NUMBER",
    ),
}  # fmt: skip
"""The sections of papers that have a place for officers' texts; a word in capitals stands for a record.

Memos and letters print them all, one after the other."""


class OwnText(Clearable):
    """An officer's own text for one section of a paper. It is printed as it stands.

    Off the Hong Kong side, and in a numbered edition, it is printed once it is cleared.
    """

    APART: ClassVar[frozenset[str]] = frozenset(("author", "date", "cleared"))

    section: Annotated[
        str,
        TextForm(
            r"^[a-z0-9-]+(/[a-z0-9-]+)?$",
            "write the name of a section, in lower-case letters and hyphens: summary, progress/smart-city",
            longest=100,
        ),
    ]
    """The section it stands in. Annual report: summary, meeting, progress, plan, events, bodies,
    or progress/ and the id of a thread for one area. Briefing pack: steering, agenda, delegations, further,
    or briefs/ and the id of a thread for one brief. History: summary, reading, glance,
    phase- and an id, subjects, participation, people, register, open, sheet- and a number, names, notes."""
    text: Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
    """The text: a blank line makes a paragraph, a line that begins with "- " a list item."""
    author: Line
    """Who wrote it: a post or a name."""
    date: Annotated[Day, Dated.BEGINS]
    """When it was written."""
    cleared: Clearance | None = None
    """Its clearance; none: it is not cleared."""
    audience: Audience = Audience.INTERNAL
    """The widest circle that may read it: internal, department, joint (both sides) or public."""


class OwnTexts(Model):
    """papers/NAME.yaml: the marking of the paper of that name (annual-2024), and officers' texts for it."""

    marking: Line | None = None
    """The marking on each page of the paper for the Hong Kong side: RESTRICTED; none: it bears no marking."""
    dated: Annotated[Day | None, PLANNED] = None
    """Of letters: the day they bear; none: that of the timetable."""
    reply_by: Annotated[Day | None, PLANNED] = None
    """Of letters: the day by which an answer is asked for; none: it follows from the timetable."""
    texts: tuple[OwnText, ...] = ()
    """The texts, in the order in which they stand in a section."""
