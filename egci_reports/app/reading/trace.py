"""Finds the record and the source behind a statement of a paper, by its number or by its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from pydantic import BaseModel

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.compose import compose
from egci_reports.app.papers.order import Order
from egci_reports.app.reading.sheets.words import partial
from egci_reports.app.reading.walk import whole_records
from egci_reports.engine.document.nodes import Document
from egci_reports.engine.document.text import BlockText, blocks_of
from egci_reports.errors import Finding, Position, UsageError
from egci_reports.kinds import KINDS
from egci_reports.records.facts import Disputed
from egci_reports.records.paper_name import PaperName
from egci_reports.records.records import Records, address_of, path_of
from egci_reports.workspace import Workspace

_NUMBER = re.compile(r"(?:(?:section|paragraph|table|figure)\s+)?(\d[\w.()]*)", re.IGNORECASE)
_CAPTION = re.compile(r"(\w+\s\d+):")
_UNTRACED = frozenset({"contents", "contents-title", "source", "header"})


@dataclass(frozen=True, slots=True)
class TracedSource:
    """A source: what it is, and its address on the web."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Traced:
    """Texts of a paper that one part of the records stands behind.

    `section` is the number or title of the section, `label` the number of the first text. `about` is the
    address of the part, None where the paper works something out from all records; `place` where it stands.
    """

    section: str
    label: str | None
    texts: tuple[str, ...]
    about: str | None
    place: Position | None
    sources: tuple[TracedSource, ...]


def trace(workspace: Workspace, paper: str, wanted: str, as_of: date | None = None) -> tuple[Traced, ...]:
    """Return what stands behind the texts of a paper that have a number, or certain words.

    `paper` is the name its files begin with: history, annual-2024. A number is that of a section, with all
    in it, of a paragraph or item, a table or a figure ("5.8", "12(a)", "Table 3"). Raises UsageError: U321
    for an unknown paper, U322 where nothing has the number or the words; besides what `begin` raises.
    """
    draft = begin(workspace, _order(paper, as_of))
    located = tuple(_located(compose(draft).document))
    found = _by_number(located, wanted) or _by_title(located, wanted) or _by_words(located, wanted)
    if not found:
        message = f"nothing in {paper} has the number or the words {wanted!r}"
        hint = "look the number up in the paper, or give a few words of it as they stand"
        raise UsageError(Finding("U322", message, hint=hint))
    return tuple(_traced(found, draft.records))


def _order(paper: str, as_of: date | None) -> Order:
    name = PaperName.read(paper)
    if name.kind not in KINDS:
        hint = "write history, or annual- and a year: annual-2024"
        raise UsageError(Finding("U321", f"there is no paper {paper!r}", hint=hint))
    return Order(name.kind, name.subject, as_of=as_of)


@dataclass(frozen=True, slots=True)
class _Located:
    """A text of a paper, the number or title of its section, and the caption's label it stands under."""

    text: BlockText
    section: str
    under: str


def _located(document: Document) -> Iterator[_Located]:
    section = under = ""
    for text in blocks_of(document):
        if text.kind == "heading":
            section, under = text.label or text.text, ""
        elif text.kind == "caption":
            label = _CAPTION.match(text.text)
            under = _plain(label[1]) if label else ""
        elif text.kind not in ("header", "cell", "note", "alt"):
            under = ""
        if text.kind not in _UNTRACED:
            yield _Located(text, section, under)


def _by_number(located: Iterable[_Located], wanted: str) -> list[_Located]:
    """Return the texts of a section, a paragraph or item, a table or a figure, by what it is called."""
    number = _NUMBER.fullmatch(wanted.strip())
    if number is None:
        return []
    word = _plain(wanted)
    if word.startswith(("table", "figure")):
        return [one for one in located if one.under == word]
    called = number[1].casefold()
    if word.startswith("section") or "." in called:
        return [one for one in located if _is_in(one.section, called)]
    found = [one for one in _named(located) if one[0] == called]
    return [one for _, one in found] or [one for one in located if _is_in(one.section, called)]


def _is_in(section: str, number: str) -> bool:
    return section == number or section.startswith(f"{number}.")


def _named(located: Iterable[_Located]) -> Iterator[tuple[str, _Located]]:
    """Yield texts with what references call them: 12 for a paragraph, 12(a) for an item under it."""
    paragraph = ""
    for one in located:
        label = one.text.label
        if one.text.kind != "paragraph" or not label:
            continue
        if label.isdigit():
            paragraph = label
            yield label, one
        else:
            yield f"{paragraph}({label.strip('.()')})".casefold(), one


def _by_title(located: Iterable[_Located], wanted: str) -> list[_Located]:
    """Return the texts of the sections without a number whose title begins with certain words."""
    words = _plain(wanted)
    return [one for one in located if words and _plain(one.section).startswith(words)]


def _by_words(located: Iterable[_Located], wanted: str) -> list[_Located]:
    words = _plain(wanted)
    return [one for one in located if words and words in _plain(one.text.text)]


def _plain(text: str) -> str:
    """Return a text as it is sought: without capitals, and with plain spaces and quotation marks."""
    straight = text.translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"})
    return " ".join(straight.casefold().split())


def _traced(found: Iterable[_Located], records: Records) -> Iterator[Traced]:
    """Yield the texts of one address together, where they stand one after the other."""
    for (section, about), group in groupby(found, key=lambda one: (one.section, one.text.about)):
        texts = [one.text for one in group]
        cited = dict.fromkeys(key for text in texts for one in text.cited for key in one.sources)
        yield Traced(
            section,
            texts[0].label,
            tuple(" ".join(text.text.split()) for text in texts),
            about,
            records.places.find(about) if about else None,
            tuple(_sources(cited or sources_at(records, about), records)),
        )


def _sources(keys: Iterable[str], records: Records) -> Iterator[TracedSource]:
    for key in keys:
        source = records.sources.get(key)
        if source is not None:
            dated = partial(source.date) if source.date else "undated" if source.publisher else None
            parts = (source.publisher, source.title, dated)
            yield TracedSource(", ".join(part for part in parts if part), source.url)


def sources_at(records: Records, about: str | None) -> tuple[str, ...]:
    """Return the sources that the records name for a part of them: its own, else those of what holds it."""
    address, _, path = (about or "").partition("#")
    part: object = next((one for one in whole_records(records) if address_of(one) == address), None)
    if part is None:
        return ()
    nearest = _own_sources(part)
    for step in path_of(path):
        part = _step(part, step)
        nearest = _own_sources(part) or nearest
    return nearest


def _step(part: object, step: str | int) -> object:
    """Go one step down; the value of a stated fact is stepped through, as in YAML it may be left out."""
    if isinstance(step, int):
        value = getattr(part, "value", part)
        return value[step] if isinstance(value, tuple) and step < len(value) else None
    if isinstance(part, BaseModel):
        return getattr(part, step, getattr(getattr(part, "value", None), step, None))
    return None


def _own_sources(part: object) -> tuple[str, ...]:
    if isinstance(part, Disputed):
        return tuple(dict.fromkeys(key for claim in part.disputed for key in claim.sources))
    own = getattr(part, "sources", ())
    return own if isinstance(own, tuple) else ()
