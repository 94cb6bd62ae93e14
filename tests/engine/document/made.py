"""Short ways to trees of made-up papers."""

from __future__ import annotations

import pytest

from egci_reports.engine.document.chart import Series, SeriesChart
from egci_reports.engine.document.checks import check
from egci_reports.engine.document.nodes import Block, Document, Meta, Words
from egci_reports.engine.document.parser import parse
from egci_reports.engine.document.resolve import resolve
from egci_reports.engine.document.text import BlockText, blocks_of
from egci_reports.engine.language.wording import Wording
from egci_reports.errors import Finding, TemplateError

META = Meta("Made-up paper", "Made up", "Nobody", "2024-01-01")
CHART = SeriesChart("columns", ("2001", "2002"), (Series("Made up", (1.0, 2.0)),), "Year", "Number")


def tree(xml: str, wording: Wording | None = None, **paper: str) -> Document:
    """Parse what stands in a `<paper>`; `paper` are its attributes."""
    attributes = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in paper.items())
    words = Words(wording=wording) if wording else Words()
    return parse(f"<paper{attributes}>{xml}</paper>", META, words, {"made-up": CHART}, template="paper.html")


def resolved(xml: str, wording: Wording | None = None, **paper: str) -> Document:
    return resolve(tree(xml, wording, **paper))


def texts(xml: str, wording: Wording | None = None, **paper: str) -> tuple[BlockText, ...]:
    """What a reader finds, block by block."""
    return blocks_of(resolved(xml, wording, **paper))


def read(xml: str, wording: Wording | None = None, **paper: str) -> list[str]:
    """The words alone of what a reader finds."""
    return [text.text for text in texts(xml, wording, **paper)]


def found(xml: str, wording: Wording | None = None, **paper: str) -> tuple[Finding, ...]:
    """What the checks find in a paper."""
    return check(resolved(xml, wording, **paper))


def refused(xml: str) -> tuple[Finding, ...]:
    """What the parser finds wrong with a whole XML."""
    with pytest.raises(TemplateError) as error:
        parse(xml, META, Words(), {"made-up": CHART}, template="paper.html")
    return error.value.findings


def block(xml: str) -> Block:
    """The one block of a paper, as parsed."""
    (one,) = tree(xml).blocks
    return one
