"""`trace`: the record and the source behind a statement, whatever the template says of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from egci_reports.app.papers.begin import Draft
from egci_reports.app.papers.compose import Composed, compose
from egci_reports.app.papers.order import Order
from tests.cli.conftest import Run

pytestmark = pytest.mark.slow

PAGE = "https://digitalpolicy.gov.hk/en/our_work/digital_infrastructure/mainland/hongkong_guangdong/egci.html"

COMPOSE = "egci_reports.app.reading.trace.compose"


@pytest.fixture(autouse=True, scope="module")
def compose_once() -> Iterator[None]:
    """Compose a paper of the shipped records once for all tests of this file, which search it."""
    found: dict[Order, Composed] = {}

    def composed(draft: Draft) -> Composed:
        if draft.order not in found:
            found[draft.order] = compose(draft)
        return found[draft.order]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(COMPOSE, composed)
        yield


def found(run: Run, *words: str, cwd: Path | None = None) -> list[dict[str, object]]:
    ran = run("trace", *words, "--json", cwd=cwd)
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def test_a_section_gives_the_record_of_each_fact_with_its_line_and_source(run: Run) -> None:
    ran = run("trace", "history", "8th Plenary Meeting")
    assert ran.code == 0
    assert "  meetings/08#outcome  data/meetings/08.yaml:" in ran.out
    assert PAGE in ran.out
    records = [one["record"] for one in found(run, "history", "8th Plenary Meeting")]
    for part in ("planned", "outcome", "areas", "hong_kong"):
        assert f"meetings/08#{part}" in records
    assert all(str(record).startswith("meetings/08") for record in records if record)


def test_the_line_is_where_the_fact_stands(run: Run) -> None:
    (place,) = [
        one for one in found(run, "history", "19th Plenary Meeting") if one["record"] == "meetings/19#venue"
    ][:1]
    line = Path(__file__).parents[2].joinpath(str(place["file"])).read_text("utf-8").splitlines()
    assert line[int(str(place["line"])) - 1].strip().startswith(("venue:", "disputed:"))
    addresses = {source["address"] for source in place["sources"]}
    assert len(addresses) == 2
    assert PAGE in addresses


def test_a_fact_without_a_citation_gives_its_own_sources_and_not_those_of_its_record(run: Run) -> None:
    (heads,) = [
        one
        for one in found(run, "history", "3rd Plenary Meeting")
        if one["record"] == "meetings/03#convenors"
    ]
    assert len(heads["sources"]) == 2
    assert PAGE not in {source["address"] for source in heads["sources"]}


def test_a_section_is_not_taken_for_one_whose_number_begins_alike(run: Run) -> None:
    records = {str(one["record"]).partition("#")[0] for one in found(run, "history", "1st Plenary Meeting")}
    assert records == {"meetings/01"}
    story = {str(one["record"]).partition("#")[0] for one in found(run, "history", "4.1")}
    assert {f"meetings/{number:02d}" for number in range(1, 5)} <= story
    assert not {f"meetings/{number:02d}" for number in range(5, 20)} & story


@pytest.mark.parametrize("called", ["12", "paragraph 12"])
def test_a_paragraph_of_an_annual_report_is_found_by_its_number(run: Run, called: str) -> None:
    (one,) = found(run, "annual-2024", called)
    assert one["label"] == "12"
    assert one["record"]


def test_a_table_is_found_by_its_number(run: Run) -> None:
    rows = found(run, "history", "Table", "1")
    records = [str(one["record"]).partition("#")[0] for one in rows]
    assert {f"meetings/{number:02d}" for number in range(1, 20)} <= set(records)


def test_words_are_found_whatever_their_capitals_and_marks(run: Run) -> None:
    wanted = "Internet+ regulation"
    records = {one["record"] for one in found(run, "history", wanted)}
    assert "meetings/12#areas/listed/2" in records


def test_what_is_worked_out_from_several_records_is_said_to_be(run: Run) -> None:
    assert "no single record" in run("trace", "history", "The last plan has five subjects").out


def test_what_is_not_there_is_refused_with_a_hint(run: Run) -> None:
    for words, code in (
        (("history", "5.99"), "U322"),
        (("history", "words that nobody wrote"), "U322"),
        (("minutes-1", "1"), "U321"),
        (("annual-1999", "1"), "U210"),
    ):
        ran = run("trace", *words)
        assert (ran.code, f"error[{code}]" in ran.err, "hint:" in ran.err) == (2, True, True)


def test_it_still_finds_the_record_after_the_words_of_the_template_changed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(COMPOSE, compose)  # these templates are not those shipped
    root = tmp_path / "own"
    assert run("init", str(root), "--templates", cwd=tmp_path).code == 0
    before = found(run, "history", "8th Plenary Meeting")
    sheet = root / "templates" / "en" / "history" / "sheet.html"
    text = sheet.read_text("utf-8")
    for old, new in (
        ("<dt>Hong Kong</dt>", "<dt>Those of Hong Kong</dt>"),
        ("(open list)", "(an open list)"),
        ("{{ told.short_names(sheet.hong_kong) }}", "in number {{ sheet.body_count }}"),
    ):
        assert old in text
        text = text.replace(old, new)
    sheet.write_text(text, "utf-8")
    after = found(run, "history", "8th Plenary Meeting", cwd=root)
    assert [one["record"] for one in after] == [one["record"] for one in before]
    (one,) = [one for one in found(run, "history", "in number 5 [", cwd=root) if "08" in str(one["record"])]
    assert one["record"] == "meetings/08#hong_kong"
    assert str(one["file"]) == "data/meetings/08.yaml"


def test_at_a_standpoint_the_paper_of_that_day_is_searched(run: Run) -> None:
    assert run("trace", "history", "8th Plenary", "--as-of", "2012-12-31").code == 2
    assert run("trace", "history", "7th Plenary", "--as-of", "2012-12-31").code == 0
