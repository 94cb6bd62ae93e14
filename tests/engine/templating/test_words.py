from __future__ import annotations

import pytest

from egci_reports.engine.templating.words import load_words
from egci_reports.errors import Finding, TemplateError
from tests.engine.templating.conftest import SHIPPED

TEXT = (SHIPPED / "en" / "words.toml").read_text("utf-8")


@pytest.fixture
def faults(tmp_path):
    """Load a words.toml that is wrong, and return what is said."""

    def found(content: str | bytes) -> tuple[Finding, ...]:
        (tmp_path / "en").mkdir()
        data = content if isinstance(content, bytes) else content.encode()
        (tmp_path / "en" / "words.toml").write_bytes(data)
        with pytest.raises(TemplateError) as error:
            load_words((tmp_path,))
        return error.value.findings

    return found


FAULTS = [
    (
        'page_of = "Page {page} of {pages}"',
        'page_of = "{page}/{page}"',
        "must have the slots: {page}, {pages}",
    ),
    ('introduced = "{full} ({short})"', 'introduced = "{full}"', "must have the slots: {full}, {short}"),
    ('footnote = "Footnote"', 'footnote = "Footnote {n}"', "must have the slots: none"),
    ('footnote = "Footnote"', "footnote = 3", "'footnote' must be a text"),
    ('quotes = ["“", "”"]', 'quotes = ["“"]', "must be two marks"),
    ('quotes = ["“", "”"]', 'quotes = "“”"', "must be two marks"),
    ("pattern = '\\bMacau\\b'", "pattern = '\\bMacau('", "is no regular expression"),
    ("keep_together = [", "keep_together = [ '(',", "is no regular expression"),
    ('area = "areas"', "area = 2", "'area' must be a text"),
    ('year = "Year"', "year = true", "'year' must be a text"),
    ('change = "{earlier} to', 'change = "{earlier to', "'change': "),
    ('numbers = ["one",', 'numbers = [1, "one",', "'numbers' must be a list of texts"),
]


@pytest.mark.parametrize(("right", "wrong", "said"), FAULTS, ids=[wrong for _, wrong, _ in FAULTS])
def test_a_fault_of_the_words_is_told_at_its_line(faults, right, wrong, said):
    assert TEXT.count(right) == 1
    (finding,) = faults(TEXT.replace(right, wrong))
    assert finding.code == "T143"
    assert said in finding.message
    line = TEXT.count("\n", 0, TEXT.index(right)) + 1
    assert (finding.position.file, finding.position.line) == ("templates/en/words.toml", line)
    assert finding.source == TEXT.replace(right, wrong).split("\n")[line - 1]


def test_all_faults_are_told_at_once_with_the_nearest_key(faults):
    text = TEXT.replace('figure = "Figure"', 'figur = "Figure"').replace(
        "[checks.counted]", "[checks.conted]"
    )
    lacks, unknown, counted, conted = faults(text)
    assert lacks.message == "[writers] lacks 'figure'"
    assert (unknown.message, unknown.hint) == (
        "[writers] has the unknown key 'figur'",
        "did you mean 'figure'?",
    )
    assert unknown.source == 'figur = "Figure"'
    assert (conted.message, conted.hint) == (
        "[checks] has the unknown key 'conted'",
        "did you mean 'counted'?",
    )
    assert conted.source == "[checks.conted]"
    assert counted.message == "the table [checks.counted] is missing"


@pytest.mark.parametrize(
    "entry",
    [
        'say = "x"',
        "pattern = 'x'",
        'pattern = "x"\nsay = "y"\nwhen = 1',
        'pattern = "x"\nsay = "y"\nexact = 1',
    ],
)
def test_an_entry_of_refused_words_is_whole(faults, entry):
    text = f"{TEXT}\n[[checks.refused]]\n{entry}\n"
    (finding,) = faults(text)
    assert finding.position.line == text.count("\n", 0, text.rindex("[[checks.refused]]")) + 1


@pytest.mark.parametrize(
    "slot", ["{x:>999999999}", "{x!r}", "{x.__class__}", "{x[0]}", "{}", "{0}", "{x:{y}}"]
)
def test_a_slot_is_a_name_and_no_more(faults, slot):
    line = f'grown = "{slot}"'
    (finding,) = faults(f"{TEXT}\n[own]\n{line}\n")
    assert (finding.code, finding.source) == ("T143", line)


def test_what_is_no_toml_is_told_where_it_goes_wrong(faults):
    (finding,) = faults(TEXT.replace('table = "Table"', 'table = "Table'))
    assert finding.code == "T142"
    assert finding.source == 'table = "Table'


@pytest.mark.parametrize(
    ("data", "line"), [(TEXT.encode("utf-16"), 1), (TEXT.encode() + b"\xe9", TEXT.count("\n") + 1)]
)
def test_another_encoding_than_utf_8_is_told(faults, data, line):
    (finding,) = faults(data)
    assert (finding.code, finding.position.line) == ("T142", line)
    assert "UTF-8" in finding.message


def test_no_file_is_told_with_the_folders(tmp_path):
    with pytest.raises(TemplateError) as error:
        load_words((tmp_path,))
    assert error.value.findings[0].code == "T141"
    assert str(tmp_path) in error.value.findings[0].hint


def test_the_first_folder_that_has_words_gives_them(tmp_path):
    (tmp_path / "en").mkdir()
    own = TEXT.replace('table = "Table"', 'table = "Tableau"').replace("\n", "\r\n")
    (tmp_path / "en" / "words.toml").write_text("\ufeff" + own, "utf-8", newline="")
    assert load_words((tmp_path, SHIPPED))[0].table == "Tableau"
    assert load_words((SHIPPED, tmp_path))[0].table == "Table"
