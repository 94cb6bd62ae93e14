"""A paper in a made-up language holds no English: its words and its grammar come from words.toml alone."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from egci_reports.app.papers.begin import begin_with
from egci_reports.app.papers.build import BuiltFile, build
from egci_reports.app.papers.order import Order
from egci_reports.app.records import records_of
from egci_reports.kinds import KINDS
from egci_reports.kinds.interface import Request
from egci_reports.workspace import Workspace, find_workspace, shipped
from tests.cases import mostly_thorough
from tests.made_up_pack import made
from tests.readers import word
from tests.toy_language.toy import TAG, TOY, toy_records, write_toy_templates

pytestmark = pytest.mark.slow

HERE = Path(__file__).parents[1]
PLACES = {"returns": HERE / "made_up_returns", "small": HERE / "made_up"}

ORDERS = [
    ("small", "annual", "2009"),
    ("returns", "annual", "2012"),
    ("small", "history", "all"),
    ("returns", "history", "all"),
    ("pack", "briefing", "4"),
    ("pack", "call", "4"),
]
SEEN = (1, 3, 4, 5)
"""Of the papers that two workspaces have, the one with more in it is looked at each time."""


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("toy")
    write_toy_templates(shipped("templates"), folder)
    return folder


def toy_paper(templates: Path, place: str, kind: str, subject: str) -> tuple[BuiltFile, ...]:
    root = made.workspace() if place == "pack" else PLACES[place]
    found = find_workspace(root, root)
    workspace = Workspace(found.root, found.data, (templates,), found.reports)
    order = Order(kind, subject, lang=TOY, audience=KINDS[kind].audiences[0])
    records = toy_records(records_of(workspace, None, with_next=KINDS[kind].before_plenary))
    return build(begin_with(records, workspace, order, Request(subject, annexes_apart=True, lang=TOY))).files


def english(text: str) -> list[str]:
    """Return the words in Latin letters; single letters number items, annexes files, sources addresses."""
    text = re.sub(r"[0-9a-f]{16,}|[\w-]+\.pdf|[\w-]+\.example/\S+", "", text.replace("-\n", "-"))
    return [found for found in re.findall(r"[A-Za-z]{2,}", text) if not re.fullmatch(r"[ivx]+", found)]


@pytest.mark.parametrize(("place", "kind", "subject"), mostly_thorough(ORDERS, SEEN))
def test_no_english_word_is_left_in_a_paper(templates: Path, place: str, kind: str, subject: str) -> None:
    files = toy_paper(templates, place, kind, subject)
    word_file, pdf = (next(file for file in files if file.name.endswith(end)) for end in (".docx", ".pdf"))
    assert TOY in word_file.name
    texts = [block.text for block in word.blocks_of(word_file.content)]
    texts += [cell.text for block in word.blocks_of(word_file.content) for row in block.rows for cell in row]
    assert sum(map(len, texts)) > 300
    assert not [(found, text) for text in texts for found in english(text)]
    reader = pypdf.PdfReader(BytesIO(pdf.content))
    assert reader.trailer["/Root"]["/Lang"] == TAG
    assert reader.metadata
    pages = [page.extract_text() for page in reader.pages]
    assert not [found for text in [*pages, reader.metadata.title or ""] for found in english(text)]
