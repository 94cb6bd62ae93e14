"""Turns the XML that a template rendered into a document tree, or says all that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from egci_reports.engine.document.chart import Chart
from egci_reports.engine.document.nodes import Document, Meta, Words
from egci_reports.engine.document.parsing.block_builder import BlockBuilder, TagSetting
from egci_reports.engine.document.parsing.inline_builder import InlineBuilder
from egci_reports.engine.document.parsing.links import check_links
from egci_reports.engine.document.parsing.reader import read
from egci_reports.engine.document.parsing.rules import check_structure
from egci_reports.engine.document.parsing.tag import SourceLine
from egci_reports.engine.document.parsing.validation import validate
from egci_reports.errors import Position, TemplateError


def parse(
    xml: str,
    meta: Meta,
    words: Words,
    charts: Mapping[str, Chart],
    *,
    template: str,
    source_line: SourceLine | None = None,
) -> Document:
    """Return the tree that the XML describes; its filled fields are still empty.

    `charts` are what `<figure data-chart>` may name. `template` names the XML in errors; a tag that
    carries its own place in a template (`data-at`) is reported there, with the line that `source_line`
    returns. Raises TemplateError with all that is wrong: T10x what is no XML, T11x the vocabulary,
    T12x the structure, T13x references.
    """
    rendered = f"{template} (rendered)"
    root = read(xml, rendered)
    findings = (*validate(root), *check_structure(root, charts), *check_links(root))
    if findings:
        lines = xml.split("\n")

        def line(position: Position) -> str | None:
            if position.file == rendered:
                return lines[position.line - 1]
            return source_line(position) if source_line else None

        raise TemplateError(*(replace(f, source=line(f.position) if f.position else None) for f in findings))
    setting = TagSetting(paragraphs=False, headings=False).within(root)
    blocks = BlockBuilder(InlineBuilder(words.wording), charts).build(root.tags, setting)
    return Document(meta, blocks, words, first_number=int(root.attributes.get("first-number", "1")))
