"""The table [language] is read whole, or each of its faults is told at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from egci_reports.engine.language.load import load_language
from egci_reports.errors import Finding, TemplateError

SHIPPED = Path(__file__).parents[3] / "templates"
WORDS = (SHIPPED / "en" / "words.toml").read_text("utf-8")
TABLE = WORDS[: WORDS.index("[writers]")]


def faults(folder: Path, text: str) -> list[Finding]:
    (folder / "en").mkdir()
    (folder / "en" / "words.toml").write_text(text, "utf-8")
    with pytest.raises(TemplateError) as error:
        load_language((folder,))
    return [*error.value.findings]


def test_the_first_folder_that_has_the_words_gives_them(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    assert load_language((tmp_path, SHIPPED)).months[0] == "January"
    (tmp_path / "en" / "words.toml").write_text(TABLE.replace('"January"', '"Made-up"'), "utf-8")
    assert load_language((tmp_path, SHIPPED)).months[0] == "Made-up"
    assert load_language((SHIPPED, tmp_path)).months[0] == "January"


def test_a_language_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as error:
        load_language((tmp_path,), "xx")
    (found,) = error.value.findings
    assert (found.code, found.message) == ("T141", "there is no templates/xx/words.toml")


@pytest.mark.parametrize(
    ("old", "new", "said", "line"),
    [
        ('thousands = "\\u00a0"', "thousands = 7", "'thousands' must be a text", "thousands = 7"),
        ("weekdays = [", "weekdays = [7, ", "'weekdays' must be a list of texts", "weekdays = [7"),
        ("['1$', ", "['(', ", "an entry is a pattern and a form", "ordinals = ["),
        ('the = "the"\n', "", "'the'", "[language]"),
        ('the = "the"\n', 'the = "the"\nthose = "those"\n', "'those'", "those = "),
    ],
)
def test_each_fault_is_told_at_its_line(tmp_path: Path, old: str, new: str, said: str, line: str) -> None:
    assert TABLE.count(old) == 1
    text = TABLE.replace(old, new)
    (found,) = faults(tmp_path, text)
    assert found.code == "T143"
    assert said in found.message
    assert found.position is not None
    assert found.position.file == "templates/en/words.toml"
    assert text.split("\n")[found.position.line - 1].startswith(line)
