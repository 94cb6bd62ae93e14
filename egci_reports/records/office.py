"""How the secretariat signs its letters, and where it is reached."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from egci_reports.records.base import Line, Model


class Office(Model):
    """What letters say of their sender. What is left out stands as a gap in drafts, and refuses a number."""

    post: Line | None = None
    """From whom letters to departments come: a post in the office."""
    reference: Line | None = None
    """What references begin with; the number of the plenary and the letter follow: DPO/EGCI."""
    telephone: Line | None = None
    """The telephone of the contact."""
    mail: Line | None = None
    """The mail address of the contact."""
    signatory: Line | None = None
    """Who signs letters to departments: name and post."""
    head: Line | None = None
    """Who signs letters to the other side: name and post."""
    reply_within: Annotated[int, Field(ge=1, le=60)] | None = None
    """How many working days letters that ask for something leave for the reply."""
