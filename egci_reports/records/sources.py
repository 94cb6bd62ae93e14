"""The sources that the records rest on, and where they print words wrongly or put a point differently."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated
from urllib.parse import quote, unquote

from pydantic import Field

from egci_reports.records.base import Day, Flag, Id, Line, Model, PartialDate
from egci_reports.records.dated import Dated, Undated
from egci_reports.records.facts import Decision
from egci_reports.records.text_form import TextForm


class Reading(StrEnum):
    """How much of a source was read."""

    WHOLE = "whole"
    FIRST_PART = "first-part"


class Source(Model):
    """A page, release, speech or report that the records rest on."""

    id: Id
    """Its id, for life."""
    title: Line
    """Its title, in its own language; where it has none, or none was read, what it is, in square brackets."""
    publisher: Line | None
    """Who published it; none only at a standpoint, which does not know later names."""
    url: Annotated[
        str,
        TextForm(r"^https?://\S+$", "write the whole address, beginning with https://", longest=2000),
    ]
    """Its address."""
    date: Annotated[PartialDate | None, Undated("no source keeps its date at a standpoint")] = None
    """Its date; none: undated."""
    language: Annotated[
        str,
        TextForm(
            r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
            "write the tag of a language: en, zh-Hant, zh-Hans, ja",
            longest=35,
        ),
    ] = "en"
    """Its language, as a BCP 47 tag: en, zh-Hant, zh-Hans, ja."""
    read: Reading = Reading.WHOLE
    """How much of it was read."""
    reprint: Flag = False
    """Whether the address is that of a mirror or reprint, not the publisher's own."""
    machine_translation: Flag = False
    """Whether what was read is a machine's translation of it."""
    short: Line | None = None
    """What papers call it after its first citation: the page."""
    note: Line | None = None
    """A note for the notes on sources."""

    @property
    def address(self) -> str:
        """Its address as it is printed: without the scheme, Chinese in its characters (RFC 3987, 3.2)."""
        return _ENCODED.sub(lambda found: _decoded(found[0]), self.url.partition("://")[2])


_ENCODED = re.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+")


def _decoded(encoded: str) -> str:
    try:
        characters = unquote(encoded, errors="strict")
    except UnicodeDecodeError:
        return encoded
    return "".join(one if "\u4e00" <= one <= "\u9fff" else quote(one) for one in characters)


class Slip(Model):
    """Words that a source prints wrongly, and the right form, which papers use."""

    printed: Line
    """The words as printed."""
    right: Line
    """The right form."""
    reason: Line
    """Why."""
    since: Annotated[Day | None, Dated.BEGINS] = None
    """The day from which the printed words can have stood there, if they name something later."""
    sources: tuple[Id, ...] = ()
    """The source that prints it; none: the default source."""


class Version(Model):
    """How one source puts a point that sources put differently."""

    words: Line
    """What it says, in its words or summed up."""
    people: tuple[Id, ...] = ()
    """Persons of whom it speaks, who took no part in what is recorded."""
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    """The sources."""


class Discrepancy(Model):
    """A point that sources put differently without a value of a record hanging on it."""

    on: Line
    """The point: the name of the document signed."""
    versions: Annotated[tuple[Version, ...], Field(min_length=1)]
    """How each source puts it."""
    note: Line | None = None
    """What is known besides."""
    decision: Decision | None = None
    """Which form papers use, by whom, when and why."""
