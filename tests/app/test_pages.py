"""The reference pages under docs/ are what the program's own models and tables say."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from egci_reports.app import data_page
from egci_reports.app.schema import files_of_records
from egci_reports.document import vocabulary_page
from egci_reports.document.vocabulary import VOCABULARY

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(
    ("name", "page", "module"),
    [
        ("data.md", data_page.page, "egci_reports.app.data_page"),
        ("vocabulary.md", vocabulary_page.page, "egci_reports.document.vocabulary_page"),
    ],
)
def test_the_page_on_disk_is_what_is_generated(name: str, page: Callable[[], str], module: str) -> None:
    assert (DOCS / name).read_text("utf-8") == page(), f"run: python -m {module} > docs/{name}"


def test_every_field_of_every_file_stands_in_the_reference_with_its_meaning() -> None:
    rows = re.findall(r"^\| `(\w+)`(?:, needed)? \| (.*) \| (.*) \|$", data_page.page(), re.MULTILINE)
    assert {name for model in files_of_records().values() for name in model.model_fields} <= {
        name for name, _, _ in rows
    }
    for name, form, meaning in rows:
        assert form.strip(), name
        assert meaning.strip().endswith("."), name


def test_links_of_the_reference_lead_to_a_part_of_it() -> None:
    text = data_page.page()
    linked = set(re.findall(r"\]\(#([\w-]+)\)", text))
    assert linked
    assert linked <= {heading.lower() for heading in re.findall(r"^### (\w+)$", text, re.MULTILINE)}


def test_every_element_stands_in_the_vocabulary() -> None:
    headings = re.findall(r"^### `(\w+)`$", vocabulary_page.page(), re.MULTILINE)
    assert sorted(headings) == sorted(VOCABULARY)
