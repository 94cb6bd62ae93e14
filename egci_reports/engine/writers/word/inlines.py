"""Inlines as runs, links, fields and note marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from egci_reports.engine.document.inlines import (
    Break,
    Citation,
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
from egci_reports.engine.theme.model import TextStyle, Theme
from egci_reports.engine.writers.word.bookmarks import Bookmarks
from egci_reports.engine.writers.word.controls import Controls
from egci_reports.engine.writers.word.fields import field_begin, field_end, page_number
from egci_reports.engine.writers.word.formats import PLAIN, RunFormat
from egci_reports.engine.writers.word.markup import Attributes, Xml, join, tag
from egci_reports.engine.writers.word.notes import Notes
from egci_reports.engine.writers.word.package import WrittenPart
from egci_reports.engine.writers.word.runs import BREAK, run, text_content, text_runs
from egci_reports.engine.writers.word.targets import Target

_STYLES: dict[Style, str] = {
    "strong": "Strong",
    "emphasis": "Emphasis",
    "added": "Added",
    "removed": "Removed",
}


@dataclass(frozen=True, slots=True)
class InlineWriter:
    """Writes the inlines of one paper; `pages` are the pages of the anchors, where they are known."""

    theme: Theme
    bookmarks: Bookmarks
    controls: Controls
    notes: Notes
    targets: Mapping[str, Target]
    sources: Mapping[str, str]
    pages: Mapping[str, int] | None

    def write(self, content: Iterable[Inline], style: TextStyle, part: WrittenPart) -> Xml:
        """Return inlines that stand in a paragraph of a style, in a part that holds their relationships."""
        return _Paragraph(self, style, part).write(content, PLAIN)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Where inlines stand."""

    writer: InlineWriter
    style: TextStyle
    part: WrittenPart

    def write(self, content: Iterable[Inline], said: RunFormat) -> Xml:
        return join(self._inline(inline, said) for inline in content)

    def _inline(self, inline: Inline, said: RunFormat) -> Xml:
        match inline:
            case Text():
                return self._text(inline.text, said, inline.lang)
            case Break():
                return BREAK
            case Styled():
                return self.write(inline.content, self._styled(inline.style, said))
            case Link():
                return self._link(inline, said)
            case Reference():
                return self._reference(inline, self._toned(said))
            case Citation():
                return self._citation(inline, said)
            case Footnote():
                return self._footnote(inline)
            case FormField():
                muted = self.writer.theme.colour("muted")
                return self.writer.controls.write(inline, self.write(inline.content, said), muted)
            case Name():
                return self._text(inline.full, said, None)
            case _:
                assert_never(inline)

    def _text(self, text: str, said: RunFormat, lang: str | None) -> Xml:
        return text_runs(self.writer.theme, text, lang, said, leaning=self.style.italic)

    def _styled(self, style: Style, said: RunFormat) -> RunFormat:
        """Return a character style, or plain formatting within one: a run has one style.

        Bold and italic of styles cancel each other out, paragraph's against character's (17.7.3), so within
        a bold or italic style they are said outright.
        """
        strong = style in ("strong", "added")
        if said.style is None:
            return replace(
                said,
                style=_STYLES[style],
                bold=True if strong and self.style.bold else said.bold,
                italic=True if style == "emphasis" and self.style.italic else said.italic,
            )
        colours = {"added": "added_ink", "removed": "removed_ink"}
        return replace(
            said,
            bold=True if strong else said.bold,
            italic=True if style == "emphasis" else said.italic,
            struck=True if style == "removed" else said.struck,
            colour=self.writer.theme.colour(colours[style]) if style in colours else said.colour,
        )

    def _toned(self, said: RunFormat) -> RunFormat:
        """Return the format of a link within the paper."""
        if said.style is None:
            return replace(said, style="Reference")
        return replace(said, colour=self.writer.theme.colour("link"), theme_colour="hyperlink")

    def _link(self, link: Link, said: RunFormat) -> Xml:
        if said.style is None:
            said = replace(said, style="Hyperlink")
        else:
            said = replace(self._toned(said), underlined=True)
        target: Attributes = {"r:id": self.part.link(link.url), "w:history": 1}
        return tag("w:hyperlink", target, self.write(link.content, said))

    def _jump(self, anchor: str, text: str, said: RunFormat) -> Xml:
        name = self.writer.bookmarks.name(anchor)
        return tag("w:hyperlink", {"w:anchor": name, "w:history": 1}, run(text_content(text), said))

    def _reference(self, reference: Reference, said: RunFormat) -> Xml:
        """Return a field where updating it gives the same words, else a plain link."""
        writer, anchor, text = self.writer, reference.target, reference.text or ""
        if reference.form == "appended":
            # Word holds no such pages: a field would count its own
            return text_runs(writer.theme, str((writer.pages or {}).get(reference.place, "")), None, said)
        name = writer.bookmarks.name(anchor)
        if reference.form == "page":
            page = (writer.pages or {}).get(anchor)
            return page_number(name, page, said) if page else self._jump(anchor, text, said)
        target = writer.targets.get(anchor)
        if target is None or target.words.replace("\u00a0", " ") != text.replace("\u00a0", " "):
            return self._jump(anchor, text, said)
        code = f"REF {name} {target.switches}"
        result = text_runs(writer.theme, text, None, said, leaning=self.style.italic)
        return Xml(field_begin(code, said) + result + field_end(said))

    def _citation(self, citation: Citation, said: RunFormat) -> Xml:
        pieces, opening = [], "["
        for source, number in zip(citation.sources, citation.numbers or (), strict=True):
            pieces.append(self._text(opening, said, None))
            pieces.append(self._jump(self.writer.sources[source], str(number), self._toned(said)))
            opening = citation.comma
        return join([*pieces, self._text("]", said, None)])

    def _footnote(self, footnote: Footnote) -> Xml:
        notes = self.writer.notes
        style = self.writer.theme.style("footnote")
        content = _Paragraph(self.writer, style, notes.part).write(footnote.content, PLAIN)
        return notes.add(content, footnote.number)
