"""A folder of templates of one's own before the shipped ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from egci_reports.engine.templating.templates import Templates
from egci_reports.engine.templating.words import load_words
from egci_reports.errors import Finding, TemplateError

SHIPPED = Path(__file__).parents[3] / "templates"

Render = Callable[..., str]
Fault = Callable[..., Finding]


@pytest.fixture
def render(tmp_path: Path) -> Render:
    """Render a template's source with a context; its name is "paper.html"."""

    def rendered(source: str, **context: object) -> str:
        (tmp_path / "en").mkdir(exist_ok=True)
        (tmp_path / "en" / "paper.html").write_text(source, "utf-8")
        folders = (tmp_path, SHIPPED)
        return Templates(folders, load_words(folders)[1]).render("paper.html", context)

    return rendered


@pytest.fixture
def fault(render: Render) -> Fault:
    """Render a template's source that has one fault, and return it."""

    def found(source: str, **context: object) -> Finding:
        with pytest.raises(TemplateError) as error:
            render(source, **context)
        (finding,) = error.value.findings
        return finding

    return found
