"""A made-up paper that uses every element, node, list, chart and orientation: both writers' proof.

It goes the way of real papers: a template is rendered, parsed and resolved. It says on each page that it is
made up.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from egci_reports.engine.document.nodes import Document, Identity, Meta
from egci_reports.engine.document.parser import parse
from egci_reports.engine.document.resolve import resolve
from egci_reports.engine.templating.templates import Templates
from egci_reports.engine.templating.words import load_words
from tests.sample_paper.charts import CHARTS
from tests.sample_paper.context import context

TEMPLATE = "sample.html"
FOLDERS = (Path(__file__).parent / "templates", Path(__file__).parents[2] / "templates")
MARKING = "MADE-UP SAMPLE"
META = Meta(
    "Sample Report 2024 (made up)",
    "Sample Report 2024",
    "Sample Office",
    "2024-10-09",
    subject="Every node of the document tree",
    keywords="sample, made up",
    status="Draft, made up",
    marking=MARKING,
    watermark="DRAFT",
    identity=Identity("sample", "2024", "draft", "0" * 64, "0.1.0"),
)


@cache
def sample_xml() -> str:
    """Return what the template of the sample paper renders to."""
    _, words = load_words(FOLDERS)
    return Templates(FOLDERS, words).render(TEMPLATE, context())


@cache
def sample() -> Document:
    """Return the sample paper, resolved: no field is left for a pass to fill."""
    words, _ = load_words(FOLDERS)
    charts = {one.name: one.chart for one in CHARTS}
    return resolve(parse(sample_xml(), META, words, charts, template=TEMPLATE))
