"""Builds inlines from tags that were found valid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from egci_reports.engine.document.inlines import (
    Break,
    Citation,
    FieldKind,
    Footnote,
    FormField,
    Inline,
    Link,
    Name,
    NameForm,
    Reference,
    ReferenceForm,
    Style,
    Styled,
    Text,
)
from egci_reports.engine.document.officer_text import lines_of_text
from egci_reports.engine.document.parsing.spaces import SpaceCollapser, trimmed
from egci_reports.engine.document.parsing.tag import SPACES, Tag
from egci_reports.engine.language.wording import Wording

_STYLES: dict[str, Style] = {"strong": "strong", "em": "emphasis", "ins": "added", "del": "removed"}
_KINDS: dict[str, FieldKind] = {
    "text": "text",
    "list": "list",
    "line": "line",
    "date": "date",
    "choice": "choice",
}
_NAME_FORMS: dict[str, NameForm] = {"auto": "auto", "full": "full", "short": "short"}
_REFERENCE_FORMS: dict[str, ReferenceForm] = {
    "number": "number",
    "page": "page",
    "appended": "appended",
}


class InlineBuilder:
    """Turns the children of a tag into inlines; `<q>` gets the quotation marks of the wording."""

    def __init__(self, wording: Wording) -> None:
        self._quotes = wording.quotes
        self._inner = str.maketrans(dict(zip(wording.quotes, wording.inner_quotes, strict=True)))

    def build(self, children: Iterable[Tag | str]) -> tuple[Inline, ...]:
        """Return the inlines of one block, white space collapsed, neighbouring texts joined."""
        return tuple(trimmed(self._several(children, SpaceCollapser(), None)))

    def _several(
        self, children: Iterable[Tag | str], spaces: SpaceCollapser, lang: str | None
    ) -> list[Inline]:
        content: list[Inline] = []
        for child in children:
            if isinstance(child, str):
                _append(content, Text(spaces.text(child), lang))
                continue
            if child.name in ("br", "note"):
                content = trimmed(content)
            for inline in self._one(child, spaces, lang):
                _append(content, inline)
        return content

    def _one(self, tag: Tag, spaces: SpaceCollapser, lang: str | None) -> list[Inline]:
        """Return what one tag becomes; a quotation and a span become their content."""
        match tag.name:
            case "strong" | "em" | "ins" | "del":
                content = self._several(tag.children, spaces, lang)
                return [Styled(_STYLES[tag.name], tuple(content))] if content else []
            case "a":
                content = self._several(tag.children, spaces, lang)
                return [Link(tag.attributes["href"], tuple(content))]
            case "span":
                return self._several(tag.children, spaces, tag.attributes["lang"])
            case "q":
                return self._quotation(tag, spaces, lang)
            case "field":
                spaces.mark()
                return [_field(tag)]
            case "br":
                spaces.mark(space=True)
                return [Break()]
        spaces.mark()
        return [self._atom(tag)]

    def _quotation(self, tag: Tag, spaces: SpaceCollapser, lang: str | None) -> list[Inline]:
        before, after = self._quotes
        opening = Text(spaces.text(before))
        spaces.mark(space=True)
        content = trimmed(self._several(tag.children, spaces, lang))
        spaces.mark()
        return [opening, *map(self._within, content), Text(after)]

    def _within(self, inline: Inline) -> Inline:
        """Return an inline of a quotation, whose own quotation marks are the inner ones."""
        match inline:
            case Text():
                return replace(inline, text=inline.text.translate(self._inner))
            case Styled() | Link():
                return replace(inline, content=tuple(map(self._within, inline.content)))
        return inline

    def _atom(self, tag: Tag) -> Inline:
        given = {name: SPACES.sub(" ", value).strip(" ") for name, value in tag.attributes.items()}
        match tag.name:
            case "ref":
                return Reference(given["to"], _REFERENCE_FORMS[given.get("form", "number")])
            case "cite":
                return Citation(tuple(given["sources"].split()), about=tuple(given.get("about", "").split()))
            case "note":
                return Footnote(self.build(tag.children))
            case "name":
                return Name(
                    given["of"],
                    given["full"],
                    given.get("short") or None,
                    given.get("present") or None,
                    _NAME_FORMS[given.get("form", "auto")],
                    given.get("article") != "no",
                    given.get("lead", ""),
                )
        raise AssertionError(f"<{tag.name}> is in the vocabulary and nothing builds it")


def _field(tag: Tag) -> FormField:
    """Return a field with its text line by line."""
    given = {name: SPACES.sub(" ", value).strip(" ") for name, value in tag.attributes.items()}
    kind, text = _KINDS[given.get("kind", "text")], tag.text()
    lines = (
        lines_of_text(text)
        if kind == "text"
        else [SPACES.sub(" ", one).strip(" ") for one in text.strip().split("\n")]
    )
    content: list[Inline] = []
    for line in lines:
        content += [*([Break()] if content else []), *([Text(line)] if line else [])]
    return FormField(
        given["address"],
        given["title"],
        given["guidance"],
        kind,
        tuple(filter(None, given.get("choices", "").split("|"))),
        tuple(trimmed(content)),
    )


def _append(content: list[Inline], inline: Inline) -> None:
    """Append an inline, joining a text to the text before it if both have one language."""
    if isinstance(inline, Text):
        if not inline.text:
            return
        last = content[-1] if content else None
        if isinstance(last, Text) and last.lang == inline.lang:
            content[-1] = Text(last.text + inline.text, inline.lang)
            return
    content.append(inline)
