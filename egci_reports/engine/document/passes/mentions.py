"""Turns names into text: in full at first mention, short afterwards, with today's name once.

The first mention is the first in running text: not in tables, headings, captions, quotations or
footnotes. A paper, and each `restart` section in it, is a scope with mentions of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from egci_reports.engine.document.nodes import (
    Abbreviation,
    Abbreviations,
    Block,
    Document,
    Inline,
    Name,
    Section,
    Text,
)
from egci_reports.engine.document.passes.rewriter import Inlines, Place, Rewriter
from egci_reports.engine.language.wording import Wording

_Known = tuple[str, str]
"""A name as it is introduced: the record's id and the full name of the day."""


def say_names(document: Document) -> Document:
    """Return the document with every name as text, and the lists of abbreviations filled."""
    plan = _Plan()
    plan.document(document)
    mentions = _Mentions(document.words.wording, plan.scopes)
    return _AbbreviationLists(plan.scopes).document(mentions.document(document))


@dataclass(slots=True)
class _Scope:
    """What is said of names in one scope."""

    introduced: set[_Known] = field(default_factory=set)
    """Names that have had their first mention."""
    used: dict[_Known, Name] = field(default_factory=dict)
    """Names whose short form is printed anywhere; of several mentions the one that said the present form."""
    present_said: set[_Known] = field(default_factory=set)
    """Names whose present form was said."""

    def is_short(self, name: Name, place: Place) -> bool:
        """Whether a mention prints the short form; headings and captions, read alone, print the full one."""
        if not name.short:
            return False
        if name.form == "auto":
            return place in ("text", "cell", "note") and _known(name) in self.introduced
        return name.form == "short"

    def short_of(self, full: str) -> str | None:
        """Return the short form of a body that was introduced under this full name."""
        return next(
            (
                name.short
                for known, name in self.used.items()
                if known in self.introduced and known[1] == full
            ),
            None,
        )


def _known(name: Name) -> _Known:
    return name.key, name.full


class _Scoped(Rewriter):
    """Keeps the scope that is open: the paper is the first, each `restart` section the next."""

    reads_text = False

    def __init__(self, scopes: list[_Scope] | None = None) -> None:
        self.scopes = [_Scope()] if scopes is None else scopes
        self._scope = self.scopes[0]
        self._opened = 1

    def section(self, section: Section) -> Section:
        if not section.restart:
            return super().section(section)
        before = self._scope
        if self._opened == len(self.scopes):
            self.scopes.append(_Scope())
        self._scope = self.scopes[self._opened]
        self._opened += 1
        section = super().section(section)
        self._scope = before
        return section


class _Plan(_Scoped):
    """Goes through all mentions beforehand, to see which short forms will be printed."""

    def leaf(self, inline: Inline, place: Place) -> Inlines:
        if isinstance(inline, Name):
            scope, known = self._scope, _known(inline)
            if scope.is_short(inline, place):
                scope.used.setdefault(known, inline)
            elif place == "text":
                scope.introduced.add(known)
        return (inline,)


class _Mentions(_Scoped):
    """Writes each mention out."""

    def __init__(self, wording: Wording, scopes: list[_Scope]) -> None:
        super().__init__(scopes)
        self._wording = wording
        for scope in scopes:
            scope.introduced.clear()

    def leaf(self, inline: Inline, place: Place) -> Inlines:
        if not isinstance(inline, Name):
            return (inline,)
        return (Text(self._say(inline, place), names=(inline.key,)),)

    def _say(self, name: Name, place: Place) -> str:
        scope, known = self._scope, _known(name)
        text = _led(name)
        if scope.is_short(name, place):
            text = name.short or name.full
        elif place == "text" and known not in scope.introduced:
            scope.introduced.add(known)
            if known in scope.used:
                text = self._wording.introduced.format(full=text, short=name.short)
        if place == "text" and name.present and known not in scope.present_said:
            scope.present_said.add(known)
            if known in scope.used:
                scope.used[known] = name
            short = scope.short_of(name.present)
            text = _now(self._wording, text, short or name.present, article=name.article and not short)
        return text


def _led(name: Name) -> str:
    """Return the full name with the word before it."""
    return f"{name.lead} {name.full}" if name.lead else name.full


def _now(wording: Wording, text: str, present: str, *, article: bool) -> str:
    return (wording.now_the if article else wording.now).format(name=text, present=present)


class _AbbreviationLists(_Scoped):
    """Fills the lists of abbreviations: the paper's with all that were used, a brief's with its own."""

    def __init__(self, scopes: list[_Scope]) -> None:
        super().__init__(scopes)
        self._wording: Wording = Wording()

    def document(self, document: Document) -> Document:
        self._wording = document.words.wording
        return super().document(document)

    def content(self, content: Inlines, place: Place) -> Inlines:  # noqa: ARG002 - no names are left
        return content

    def block(self, block: Block) -> Block:
        if isinstance(block, Abbreviations):
            scopes = self.scopes if self._scope is self.scopes[0] else [self._scope]
            names = {known: name for scope in scopes for known, name in scope.used.items()}
            entries = sorted(map(self._line, names.values()), key=lambda e: (e.short.casefold(), e.full))
            return replace(block, entries=tuple(entries))
        return super().block(block)

    def _line(self, name: Name) -> Abbreviation:
        full = name.full
        if name.present:
            full = _now(self._wording, full, name.present, article=name.article)
        return Abbreviation(name.short or "", full)
