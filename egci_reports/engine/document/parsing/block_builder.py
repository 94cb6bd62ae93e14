"""Builds blocks from tags that were found valid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypedDict

from egci_reports.engine.document.chart import Chart
from egci_reports.engine.document.nodes import (
    Abbreviations,
    Block,
    Callout,
    CalloutKind,
    Contents,
    Enclosure,
    Entry,
    Fields,
    Figure,
    Inline,
    Item,
    ItemList,
    ListForm,
    Paragraph,
    ParagraphRole,
    Section,
    Source,
    SourceList,
    TitleBlock,
)
from egci_reports.engine.document.officer_text import blocks_of_text
from egci_reports.engine.document.parsing.inline_builder import InlineBuilder
from egci_reports.engine.document.parsing.table_builder import build_table
from egci_reports.engine.document.parsing.tag import SPACES, Tag
from egci_reports.engine.document.vocabulary import INLINE

_ROLES: dict[str, ParagraphRole] = {
    "lead": "lead",
    "note": "note",
    "small": "small",
    "prompt": "prompt",
    "quotation": "quotation",
    "centred": "centred",
    "signature": "signature",
    "speech": "speech",
}
_FORMS: dict[str, ListForm] = {"1": "decimal", "a": "alpha", "i": "roman"}
_CALLOUTS: dict[str, CalloutKind] = {"note": "note", "caution": "caution", "gap": "gap"}


@dataclass(frozen=True, slots=True)
class TagSetting:
    """What tags take from those around them: numbered paragraphs, numbered headings, the heading's level.

    `direct` is true for what stands directly in a section or the paper: only there are paragraphs numbered.
    """

    paragraphs: bool
    headings: bool
    level: int = 0
    direct: bool = True

    def within(self, tag: Tag) -> TagSetting:
        """Return the setting inside a tag that may change it."""
        paragraphs, headings = tag.attributes.get("paragraphs"), tag.attributes.get("headings")
        return replace(
            self,
            paragraphs=self.paragraphs if paragraphs is None else paragraphs == "numbered",
            headings=self.headings if headings is None else headings == "numbered",
        )


class _Place(TypedDict):
    anchor: str | None
    about: str | None


def _place(tag: Tag) -> _Place:
    return {"anchor": tag.attributes.get("id"), "about": tag.attributes.get("about")}


def _enclosure(tag: Tag) -> Enclosure | None:
    key = tag.attributes.get("encloses")
    return Enclosure(key, int(tag.attributes.get("enclosed-pages", "1"))) if key else None


class BlockBuilder:
    """Turns tags into blocks; `charts` are the paper's charts by name."""

    def __init__(self, inlines: InlineBuilder, charts: Mapping[str, Chart]) -> None:
        self._inlines = inlines
        self._charts = charts

    def build(self, children: Iterable[Tag | str], setting: TagSetting) -> tuple[Block, ...]:
        """Return the blocks of a container; text and inlines between blocks become paragraphs."""
        blocks: list[Block] = []
        run: list[Tag | str] = []
        for child in children:
            if isinstance(child, str) or child.name in INLINE:
                run.append(child)
            elif child.name not in ("title", "group", "subtitle"):
                blocks += self._loose(run)
                run = []
                blocks += self._block(child, setting)
        return (*blocks, *self._loose(run))

    def _loose(self, run: list[Tag | str]) -> list[Block]:
        content = self._inlines.build(run)
        return [Paragraph(content)] if content else []

    def _block(self, tag: Tag, setting: TagSetting) -> Iterable[Block]:
        match tag.name:
            case "officer":
                return self._officer(tag, setting)
            case "p":
                return [self._paragraph(tag, setting)]
            case "ul" | "ol":
                return [self._list(tag, setting)]
            case "dl":
                return [self._fields(tag)]
            case "table":
                return [build_table(tag, self._inlines)]
            case "figure":
                return [self._figure(tag)]
            case "aside":
                inside = replace(setting, direct=False)
                kind = _CALLOUTS[tag.attributes["class"]]
                return [Callout(kind, self._of(tag, "title"), self.build(tag.tags, inside), **_place(tag))]
            case "section":
                return [self._section(tag, setting)]
        return [self._furniture(tag, setting)]

    def _furniture(self, tag: Tag, setting: TagSetting) -> Block:
        """Return the parts that a paper has once: title, contents, sources, abbreviations."""
        match tag.name:
            case "titleblock":
                return TitleBlock(
                    self._of(tag, "group"),
                    self._of(tag, "title"),
                    self._of(tag, "subtitle"),
                    self.build(tag.tags, replace(setting, direct=False)),
                    cover="cover" in tag.classes,
                    **_place(tag),
                )
            case "contents":
                depth = int(tag.attributes.get("depth", "2"))
                return Contents(self._inlines.build(tag.children), depth, **_place(tag))
            case "sources":
                return SourceList(tuple(map(self._source, tag.tags)), **_place(tag))
            case "abbreviations":
                return Abbreviations(**_place(tag))
        raise AssertionError(f"<{tag.name}> is in the vocabulary and nothing builds it")

    def _of(self, tag: Tag, name: str) -> tuple[Inline, ...]:
        child = tag.first(name)
        return self._inlines.build(child.children) if child else ()

    def _paragraph(self, tag: Tag, setting: TagSetting) -> Paragraph:
        role = _ROLES.get(tag.attributes.get("class", ""), "body")
        numbered = setting.paragraphs and setting.direct and not tag.classes
        return Paragraph(self._inlines.build(tag.children), role, numbered=numbered, **_place(tag))

    def _officer(self, tag: Tag, setting: TagSetting) -> list[Block]:
        numbered = setting.paragraphs and setting.direct and not tag.classes
        about = tag.attributes.get("about")
        blocks = blocks_of_text(
            tag.text(), numbered=numbered, role=_ROLES.get(tag.attributes.get("class", ""), "body")
        )
        return [replace(block, about=about) for block in blocks]

    def _list(self, tag: Tag, setting: TagSetting) -> ItemList:
        form = "bullet" if tag.name == "ul" else _FORMS[tag.attributes.get("type", "1")]
        inside = replace(setting, direct=False)
        items = (Item(self.build(item.children, inside), **_place(item)) for item in tag.tags)
        return ItemList(form, tuple(items), **_place(tag))

    def _fields(self, tag: Tag) -> Fields:
        pairs = zip(tag.tags[::2], tag.tags[1::2], strict=True)
        build = self._inlines.build
        entries = (
            Entry(build(label.children), build(fact.children), fact.attributes.get("about"))
            for label, fact in pairs
        )
        return Fields(tuple(entries), **_place(tag))

    def _figure(self, tag: Tag) -> Figure:
        chart = self._charts[tag.attributes["data-chart"]]
        alt = SPACES.sub(" ", tag.attributes.get("alt", "")).strip(" ")
        decorative = "decorative" in tag.classes
        return Figure(chart, alt, self._of(tag, "figcaption"), decorative=decorative, **_place(tag))

    def _source(self, tag: Tag) -> Source:
        return Source(
            tag.attributes["id"], self._inlines.build(tag.children), about=tag.attributes.get("about")
        )

    def _section(self, tag: Tag, setting: TagSetting) -> Section:
        inside = replace(setting.within(tag), level=setting.level + 1, direct=True)
        annex = "annex" in tag.classes
        if annex:
            inside = replace(inside, headings=False)
        return Section(
            level=inside.level,
            title=self._of(tag, "title"),
            children=self.build(tag.tags, inside),
            numbered=inside.headings,
            new_page="new-page" in tag.classes,
            orientation="landscape" if "landscape" in tag.classes else "portrait",
            restart="restart" in tag.classes,
            in_contents="unlisted" not in tag.classes,
            whole="whole" in tag.classes,
            annex=annex,
            enclosure=_enclosure(tag),
            most_pages=int(most) if (most := tag.attributes.get("max-pages")) else None,
            first_number=int(tag.attributes.get("first-number", "1")),
            **_place(tag),
        )
