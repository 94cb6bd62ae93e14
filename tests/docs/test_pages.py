"""The reference pages under docs/ are what the program's own models and tables say."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from docs.generate import PAGES, data_page, vocabulary_page
from egci_reports.app.keeping.field_forms import FORMS
from egci_reports.app.keeping.schema import files_of_records
from egci_reports.engine.document.vocabulary import VOCABULARY

pytestmark = pytest.mark.slow

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", PAGES)
def test_the_page_on_disk_is_what_is_generated(name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == PAGES[name](), "run: python -m docs.generate"


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


def test_every_form_that_the_reference_has_a_name_for_is_that_of_a_field() -> None:
    patterns = {json.dumps(pattern) for pattern in FORMS}
    schemas = " ".join(path.read_text("utf-8") for path in (DOCS.parent / "data" / "schema").glob("*.json"))
    assert {pattern for pattern in patterns if pattern not in schemas} == set()
