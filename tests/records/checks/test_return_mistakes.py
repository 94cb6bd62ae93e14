"""Each mistake planted in work plans, returns and actions is found at its line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import RETURNS
from tests.records.checks.planting import Mistake, findings, place, plant
from tests.records.checks.return_mistakes import CHAINED_MISTAKES, RETURN_MISTAKES


def told(root: Path) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.position)) for finding in findings(root)]


def test_nothing_is_wrong_with_the_made_up_returns() -> None:
    assert told(RETURNS) == []


@pytest.mark.parametrize("mistake", RETURN_MISTAKES, ids=str)
def test_a_mistake_is_found_at_its_place_and_no_other(made_up_returns: Path, mistake: Mistake) -> None:
    original = plant(made_up_returns, mistake)
    file, line, column = place(made_up_returns, mistake, original)
    (finding,) = findings(made_up_returns)
    assert (finding.code, str(finding.position)) == (mistake.code, f"{file}:{line}:{column}")
    assert finding.hint
    assert finding.is_error is (not mistake.code.startswith("C3"))


@pytest.mark.parametrize("mistake", CHAINED_MISTAKES, ids=str)
def test_a_mistake_that_unbalances_the_list_is_found_beside_that(
    made_up_returns: Path, mistake: Mistake
) -> None:
    original = plant(made_up_returns, mistake)
    file, line, column = place(made_up_returns, mistake, original)
    assert (mistake.code, f"{file}:{line}:{column}") in told(made_up_returns)


def test_an_action_that_falls_out_of_the_list_unbalances_it(made_up_returns: Path) -> None:
    path = made_up_returns / "data" / "actions.yaml"
    text = path.read_text("utf-8")
    path.write_text(text[: text.index('- id: "03-01"')], "utf-8")
    assert [code for code, _ in told(made_up_returns)] == ["C426"]


def test_files_of_returns_that_are_not_read_are_told_of(made_up_returns: Path) -> None:
    folder = made_up_returns / "data" / "returns" / "03"
    (folder / "made-up-pier-office.yaml").rename(folder / "made-up-pier-office.yml")
    assert told(made_up_returns) == [("R113", "data/returns/03/made-up-pier-office.yml:1:1")]


def test_a_text_of_a_call_that_no_department_reads_is_told_of(made_up_returns: Path) -> None:
    folder = made_up_returns / "data" / "papers"
    folder.mkdir()
    text = "  - {section: forms, text: MADE UP, author: A Clerk, date: 2012-03-01, audience: department}\n"
    (folder / "call-3.yaml").write_text(
        f"texts:\n{text}{text.replace(', audience: department', '')}", "utf-8"
    )
    assert told(made_up_returns) == [("C318", "data/papers/call-3.yaml:3:5")]


def test_a_text_for_a_section_that_no_paper_has_is_told_of_with_those_that_it_has(
    made_up_returns: Path,
) -> None:
    folder = made_up_returns / "data" / "papers"
    folder.mkdir()
    text = "  - {section: SECTION, text: MADE UP, author: A Clerk, date: 2012-03-01}\n"
    names = ("steering", "briefs/lamps", "brief-3", "progress/lamps")
    (folder / "briefing-4.yaml").write_text(
        "texts:\n" + "".join(text.replace("SECTION", name) for name in names), "utf-8"
    )
    (folder / "history.yaml").write_text("texts:\n" + text.replace("SECTION", "sheet-2"), "utf-8")
    assert told(made_up_returns) == [
        ("C329", "data/papers/briefing-4.yaml:4:15"),
        ("C329", "data/papers/briefing-4.yaml:5:15"),
    ]
