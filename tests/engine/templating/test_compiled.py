"""Compiled templates are kept, made anew when a template changes, and never needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from egci_reports.engine.templating import environment
from egci_reports.engine.templating.compiled import CompiledTemplates, compiled_templates
from egci_reports.engine.templating.templates import Templates
from egci_reports.engine.templating.word_list import WordList
from tests.engine.english import ENGLISH


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which compiled templates are kept in this test."""
    folder = tmp_path / "kept"
    folder.mkdir()
    monkeypatch.setattr(environment, "compiled_templates", lambda: compiled_templates(folder))
    return folder


def _render(root: Path) -> str:
    return Templates([root], WordList("words.toml", ENGLISH)).render("one.html", {"value": 7})


def _template(root: Path, text: str) -> None:
    (root / "en").mkdir(exist_ok=True)
    (root / "en" / "one.html").write_text(text, encoding="utf-8")


def test_a_template_is_compiled_once(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _template(tmp_path, "{{ value }}")
    assert _render(tmp_path) == "7"
    (compiled,) = kept.iterdir()
    monkeypatch.setattr(environment.PaperEnvironment, "compile", None)
    assert _render(tmp_path) == "7"
    assert [compiled] == list(kept.iterdir())


def test_a_changed_template_is_compiled_anew(kept: Path, tmp_path: Path) -> None:
    _template(tmp_path, "{{ value }}")
    _render(tmp_path)
    _template(tmp_path, "{{ value + 1 }}")
    assert _render(tmp_path) == "8"


@pytest.mark.parametrize("content", [b"", b"j2", b"broken", b"\0" * 4096])
def test_a_broken_file_does_not_matter(kept: Path, tmp_path: Path, content: bytes) -> None:
    _template(tmp_path, "{{ value }}")
    _render(tmp_path)
    (compiled,) = kept.iterdir()
    compiled.write_bytes(content)
    assert _render(tmp_path) == "7"


def test_a_folder_that_is_gone_does_not_matter(kept: Path, tmp_path: Path) -> None:
    _template(tmp_path, "{{ value }}")
    kept.rmdir()
    assert _render(tmp_path) == "7"
    assert isinstance(compiled_templates(kept), CompiledTemplates)
