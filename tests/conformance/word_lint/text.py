"""Running text: headings, lists, links, blanks, language, contents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.conformance.word_lint.file import Element, Finding, R, W, WordFile, find, text_of, val

_VAGUE = frozenset(
    ["click here", "details", "download", "here", "link", "more", "read more", "see here", "this", "website"]
)
_LONG_ADDRESS = 40
_LONG_HEADING = 150
_LONG_PAPER = 40_000
"""Characters of text, about a dozen pages, from which on a paper needs a contents list."""
_TYPED_MARK = re.compile(r"\s*(?:[•·▪◦‣–—*-]|\(?\d{1,2}[.)]|\(?[a-z]\)|\(?[ivx]+\))\s")
_CHINESE = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")


def headings(file: WordFile) -> Iterator[Finding]:
    """There are headings; none is empty, none skips a level, none is a paragraph in disguise."""
    last = 0
    for paragraph in file.paragraphs():
        outline = file.styles.said(file.style_of(paragraph), f"{W}pPr/{W}outlineLvl")
        if outline is None:
            continue
        level, text = int(val(outline)) + 1, text_of(paragraph).strip()
        if not text:
            yield Finding("heading", "document", f"a heading of level {level} is empty")
        if level > last + 1:
            yield Finding("heading-order", text, f"level {level} follows level {last}")
        if len(text) > _LONG_HEADING:
            yield Finding("heading", text, f"a heading of {len(text)} characters")
        last = level
    if not last:
        yield Finding("heading", "document", "there are no headings")


def contents(file: WordFile) -> Iterator[Finding]:
    """A long paper has a contents list."""
    codes = (each.text or "" for each in file.document.iter(f"{W}instrText"))
    if len(text_of(file.document)) > _LONG_PAPER and not any(" TOC " in f" {code} " for code in codes):
        yield Finding("contents", "document", "a long paper without a contents list")


def blanks(file: WordFile) -> Iterator[Finding]:
    """Space is made by styles: no blank paragraphs, no rows of spaces or tabs."""
    for paragraph in file.paragraphs():
        text = text_of(paragraph)
        holds = find(paragraph, ".//w:drawing|.//w:pict|.//w:sectPr|.//w:fldChar|self::*[parent::w:tc]")
        if not text.strip() and not holds and paragraph is not _last(file):
            yield Finding("blank", "document", "a blank paragraph")
        if re.search(r" {3}|\t{2}", text):
            yield Finding("blank", text[:40], "a row of spaces or tabs")


def _last(file: WordFile) -> Element:
    return find(file.document, "w:body/w:p")[-1]


def lists(file: WordFile) -> Iterator[Finding]:
    """Marks of lists come from list styles, not from the keyboard."""
    for paragraph in file.paragraphs():
        style_id, text = file.style_of(paragraph), text_of(paragraph)
        numbered = paragraph.find(f"{W}pPr/{W}numPr") is not None
        if numbered or file.styles.said(style_id, f"{W}pPr/{W}numPr") is not None:
            continue
        if _TYPED_MARK.match(text) and not file.styles.name(style_id).startswith(("toc", "heading")):
            yield Finding("list", text[:40], "a mark of a list that is typed")


def link_texts(file: WordFile) -> Iterator[Finding]:
    """Links say where they lead; the same words lead to one place."""
    leads: dict[str, str] = {}
    for name, root in file.texts.items():
        targets = file.relationships(name)
        for link in root.iter(f"{W}hyperlink"):
            said = text_of(link).strip()
            plain = said.lower().strip(" .")
            if not said:
                yield Finding("link-text", name, "a link without words")
            elif plain in _VAGUE:
                yield Finding("link-text", name, f"{said!r} does not say where it leads")
            target = targets.get(link.get(f"{R}id", ""))
            if target is None or _in_source(file, link):
                continue
            if _bare_address(said):
                yield Finding("link-text", name, f"a long address for words: {said}")
            if leads.setdefault(plain, target) != target:
                yield Finding("link-text", name, f"{said!r} leads to two places")


def _bare_address(said: str) -> bool:
    return len(said) > _LONG_ADDRESS and re.match(r"https?://|www\.", said) is not None


def _in_source(file: WordFile, link: Element) -> bool:
    """Whether a link stands in the list of sources, where numbers tell links apart and addresses help."""
    around = find(link, "ancestor::w:p[1]")
    return bool(around) and file.styles.name(file.style_of(around[0])) == "Source"


def chinese(file: WordFile) -> Iterator[Finding]:
    """Chinese text says which Chinese it is."""
    for name, root in file.texts.items():
        for run in root.iter(f"{W}r"):
            said = run.find(f"{W}rPr/{W}lang")
            tag = "" if said is None else said.get(f"{W}eastAsia", "")
            if _CHINESE.search(text_of(run)) and not tag.startswith("zh"):
                yield Finding("language", name, f"{text_of(run)[:20]!r} does not say its language")


RULES = (headings, contents, blanks, lists, link_texts, chinese)
