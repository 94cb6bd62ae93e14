"""Turns the inlines of the tree into runs of text, each with its place in the structure tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from egci_reports.engine.document.inlines import (
    Break,
    Citation,
    FieldKind,
    Footnote,
    FormField,
    Inline,
    Link,
    Name,
    Reference,
    Style,
    Styled,
    Text,
)
from egci_reports.engine.document.meta import Words
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.pdf.boxes import TextBox
from egci_reports.engine.writers.pdf.lines import LinkTarget, Look, Run
from egci_reports.engine.writers.pdf.structure import StructElem

_TAGS: dict[Style, str] = {"strong": "Strong", "emphasis": "Em", "added": "Added", "removed": "Removed"}
_STRUCK = b"<</O/Layout/TextDecorationType/LineThrough>>"
"""What a span of words that are struck out says of them (ISO 32000-1, 14.8.5.4.4)."""
_RULES: dict[FieldKind, float] = {"text": 1e6, "list": 1e6, "line": 110.0, "date": 74.0, "choice": 50.0}
"""How long the ruled line of an empty field is, in points; it ends with the line that it stands on."""
_SPACE = re.compile(r"[\t\n\r\f\v]")
"""White space that stands for a space; a Break ends a line."""


@dataclass(frozen=True, slots=True)
class InlineRuns:
    """Makes runs. `note` makes the box of a footnote, given its number and the block whose text it marks.

    `seen` is told of each text with its language, so that missing characters are found.
    """

    theme: Theme
    words: Words
    sources: dict[str, str]
    """The anchor of each source in the list of sources."""
    titles: Mapping[str, str]
    """What each target of a reference is called."""
    note: Callable[[Footnote, StructElem], TextBox]
    seen: Callable[[str, str], None]

    def of(self, content: Iterable[Inline], block: StructElem, look: Look, lang: str) -> list[Run]:
        """Return the runs of a block's inlines."""
        return list(self._runs(content, block, None, look, lang))

    def _runs(
        self, content: Iterable[Inline], block: StructElem, inside: StructElem | None, look: Look, lang: str
    ) -> Iterator[Run]:
        for inline in content:
            match inline:
                case Text():
                    yield self._text(inline, block, inside, look, lang)
                case Break():
                    yield Run("\n", look, lang, inside)
                case Styled():
                    struck = _STRUCK if inline.style == "removed" else b""
                    element = (inside or block).span(_TAGS[inline.style], attributes=struck)
                    yield from self._runs(
                        inline.content, block, element, self._styled(look, inline.style), lang
                    )
                case Link():
                    yield from self._link(inline, block, inside, look, lang)
                case Reference():
                    yield self._reference(inline, inside or block, look, lang)
                case Citation():
                    yield from self._citation(inline, block, inside, look, lang)
                case Footnote():
                    yield self._mark(inline, block, inside, look, lang)
                case FormField():
                    yield from self._field(inline, block, inside, look, lang)
                case Name():
                    yield self._text(Text(inline.full), block, inside, look, lang)
                case _:
                    assert_never(inline)

    def _text(self, text: Text, block: StructElem, inside: StructElem | None, look: Look, lang: str) -> Run:
        own = text.lang or lang
        self.seen(text.text, own)
        if own != lang:
            inside = (inside or block).span("Span", lang=own)
        return Run(_SPACE.sub(" ", text.text), look, own, inside)

    def _styled(self, look: Look, style: Style) -> Look:
        match style:
            case "strong":
                return replace(look, bold=True)
            case "emphasis":
                return replace(look, italic=True)
            case "added":
                return replace(look, bold=True, colour=self.theme.colour("added_ink"))
            case "removed":
                return replace(look, struck=True, colour=self.theme.colour("removed_ink"))
            case _:
                assert_never(style)

    def _link(
        self, link: Link, block: StructElem, inside: StructElem | None, look: Look, lang: str
    ) -> Iterator[Run]:
        element = (inside or block).span("Link")
        look = replace(look, underlined=True, colour=self.theme.colour("link"))
        runs = list(self._runs(link.content, block, element, look, lang))
        text = "".join(run.text for run in runs)
        says = text if any(character.isalpha() for character in text) else f"{text} {link.url}".strip()
        for run in runs:
            yield replace(run, leads=LinkTarget(element, says, url=link.url))

    def _to(self, target: str, text: str, says: str, reference: StructElem, look: Look, lang: str) -> Run:
        """Return a link within the paper, which stands in a Reference (ISO 32000-1, 14.8.4.4)."""
        element = reference.span("Link")
        look = replace(look, colour=self.theme.colour("link"))
        return Run(text, look, lang, element, LinkTarget(element, says, target=target))

    def _reference(self, reference: Reference, inside: StructElem, look: Look, lang: str) -> Run:
        if reference.form != "number":
            element = inside.span("PageReference")
            place = reference.place
            says = self.titles.get(reference.target, "")
            return replace(self._to(place, "", says, element, look, lang), page_of=place)
        text = reference.text or ""
        says = self.titles.get(reference.target, text)
        return self._to(reference.target, text, says, inside.span("Reference"), look, lang)

    def _citation(
        self, citation: Citation, block: StructElem, inside: StructElem | None, look: Look, lang: str
    ) -> Iterator[Run]:
        opening = "["
        for source, number in zip(citation.sources, citation.numbers or (), strict=True):
            yield Run(opening, look, lang, inside)
            says = f"{self.words.source} {number}"
            element = (inside or block).span("Reference")
            yield self._to(self.sources[source], str(number), says, element, look, lang)
            opening = citation.comma
        yield Run("]", look, lang, inside)

    def _field(
        self, field: FormField, block: StructElem, inside: StructElem | None, look: Look, lang: str
    ) -> Iterator[Run]:
        """Yield what stands in a field; of an empty one, a ruled line to write on."""
        if field.content:
            yield from self._runs(field.content, block, inside, look, lang)
        else:
            faint = replace(look, colour=self.theme.colour("muted"))
            yield Run("\u00a0", faint, lang, inside, rule=_RULES[field.kind])

    def _mark(
        self, footnote: Footnote, block: StructElem, inside: StructElem | None, look: Look, lang: str
    ) -> Run:
        note = self.note(footnote, block)
        small = replace(look, size=look.size * 0.65, rise=look.size * 0.33, bold=False, italic=False)
        says = f"{self.words.footnote} {footnote.number}"
        run = self._to(
            note.anchors[0], str(footnote.number), says, (inside or block).span("NoteMark"), small, lang
        )
        return replace(run, note=note)
