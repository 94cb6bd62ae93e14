"""`new briefs`: files in which every part stands as a comment, valid as they stand and once filled in."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from egci_reports.app.keeping.begin_briefs import begin_briefs
from egci_reports.app.keeping.init import make_workspace
from egci_reports.records.areas import Area
from egci_reports.records.briefs import ItemBrief
from egci_reports.records.checks import check_records
from egci_reports.records.facts import settled
from egci_reports.records.load import Loaded, read_records
from egci_reports.records.packs import PackWords
from egci_reports.workspace import find_workspace
from tests.cli.conftest import Run
from tests.cli.test_keeping import files_of
from tests.loading import load_records
from tests.made_up_pack import made

pytestmark = pytest.mark.slow

LAST = 20
"""The last plenary of the shipped records, whose plan the next pack reviews."""


@pytest.fixture
def root(run: Run, tmp_path: Path) -> Path:
    """A workspace as `init` makes it."""
    assert run("init", str(tmp_path / "records")).code == 0
    return tmp_path / "records"


def areas_of(root: Path, number: int = LAST) -> tuple[Area, ...]:
    meeting = load_records(root / "data").meeting(number)
    return (settled(meeting.areas.listed) or ()) if meeting else ()


def findings(run: Run, root: Path) -> Any:
    return json.loads(run("check", "--json", cwd=root).out)["findings"]


# -- what is written ---------------------------------------------------------------------------------------


def test_a_file_is_written_for_the_pack_and_one_for_each_area(run: Run, root: Path) -> None:
    ran = run("new", "briefs", cwd=root)
    names = ["pack.yaml", *(f"brief-{place}.yaml" for place in range(1, len(areas_of(root)) + 1))]
    assert ran.code == 0
    assert ran.out.splitlines() == [str(root / "data" / "briefs" / "21" / name) for name in names]
    assert sorted(files_of(root / "data" / "briefs" / "21")) == sorted(names)
    assert len(names) == 6
    assert ran.err.endswith("Next: egci-report check\n")


def test_each_brief_bears_the_words_of_its_area(run: Run, root: Path) -> None:
    run("new", "briefs", "21", cwd=root)
    for place, area in enumerate(areas_of(root), 1):
        text = (root / "data" / "briefs" / "21" / f"brief-{place}.yaml").read_text("utf-8")
        assert f"as in the plan under review: {' '.join(str(area.wording).split())}\n" in text
        assert f"\nplenary: 21\narea: {place}\n" in text
        assert "before the 21st Plenary Meeting," in text


def test_the_files_lead_editors_to_a_schema_that_is_there(run: Run, root: Path) -> None:
    run("new", "briefs", cwd=root)
    folder = root / "data" / "briefs" / "21"
    for path in folder.iterdir():
        schema = path.read_text("utf-8").splitlines()[0].partition("$schema=")[2]
        assert Path(schema).stem == path.stem.partition("-")[0]
        assert (folder / schema).is_file()


def test_the_files_are_valid_as_they_stand_and_say_nothing(run: Run, root: Path) -> None:
    before = findings(run, root)
    run("new", "briefs", cwd=root)
    assert findings(run, root) == before
    records = load_records(root / "data")
    assert records.packs == (PackWords(plenary=21),)
    assert records.briefs == tuple(
        ItemBrief(plenary=21, area=place) for place in range(1, len(areas_of(root)) + 1)
    )


def test_the_plan_under_review_is_that_of_the_plenary_before(run: Run, root: Path) -> None:
    assert run("new", "briefs", "7", cwd=root).code == 0
    written = set(files_of(root / "data" / "briefs" / "07"))
    assert written == {"pack.yaml", *(f"brief-{n}.yaml" for n in range(1, len(areas_of(root, 6)) + 1))}


def test_the_next_is_the_plenary_that_is_on_record_as_planned(run: Run, tmp_path: Path) -> None:
    root = shutil.copytree(made.workspace(), tmp_path / "pack")
    shutil.rmtree(root / "data" / "briefs")
    shutil.rmtree(root / "data" / "annexes")
    assert run("new", "briefs", cwd=root).code == 0
    assert set(files_of(root / "data" / "briefs")) == {
        "04/pack.yaml",
        "04/brief-1.yaml",
        "04/brief-2.yaml",
    }
    assert findings(run, root) == []


# -- what is left as it is ---------------------------------------------------------------------------------


def test_a_second_run_is_refused_and_leaves_the_files_byte_for_byte(run: Run, root: Path) -> None:
    run("new", "briefs", cwd=root)
    before = files_of(root)
    for number in ((), ("21",)):
        ran = run("new", "briefs", *number, cwd=root)
        assert (ran.code, ran.out) == (2, "")
        assert "error[U311] the briefs for the 21st Plenary Meeting are there already" in ran.err
        assert str(root / "data" / "briefs" / "21") in "".join(ran.err.split("\n"))
        assert "Nothing was written." in ran.err
    assert files_of(root) == before


@pytest.mark.parametrize("name", ["pack.yaml", "brief-3.yaml"])
def test_a_file_that_was_deleted_is_written_anew_and_the_others_are_left(
    run: Run, root: Path, name: str
) -> None:
    run("new", "briefs", cwd=root)
    folder = root / "data" / "briefs" / "21"
    (folder / "brief-1.yaml").write_text("plenary: 21\narea: 1\nexpected_from: MADE UP\n", "utf-8")
    before = files_of(root)
    (folder / name).unlink()
    ran = run("new", "briefs", cwd=root)
    assert ran.code == 0
    assert ran.out.splitlines() == [str(folder / name)]
    assert files_of(root) == before


# -- what is refused ---------------------------------------------------------------------------------------


def test_without_a_workspace_it_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("new", "briefs", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "error[U201] there is no workspace here" in ran.err
    assert "egci-report init" in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", ["1", "22", "25"])
def test_before_the_first_and_beyond_the_next_it_is_refused(run: Run, root: Path, number: str) -> None:
    before = files_of(root)
    ran = run("new", "briefs", number, cwd=root)
    assert (ran.code, ran.out) == (2, "")
    assert f"error[U210] there is no pack before plenary {number}" in ran.err
    assert "plenaries 2 to 21" in ran.err
    assert "Nothing was written." in ran.err
    assert files_of(root) == before


def test_wrong_records_are_told_of_and_nothing_is_written(run: Run, made_up_returns: Path) -> None:
    path = made_up_returns / "data" / "meetings" / "03.yaml"
    path.write_text(path.read_text("utf-8").replace("mode: in-person", "mode: in-persn"), "utf-8")
    ran = run("new", "briefs", cwd=made_up_returns)
    assert (ran.code, ran.out) == (1, "")
    assert "error[R104]" in ran.err
    assert not (made_up_returns / "data" / "briefs").exists()


# -- what the comments offer -------------------------------------------------------------------------------

NOT_OFFERED = {"validated", "cleared"}
"""Fields that no officer fills in by hand."""


def filled(text: str, person: str, body: str) -> str:
    """Take every comment away below the head of a file, and fill its placeholders in."""
    _, plenary, below = text.partition("\nplenary: ")
    lines = [re.sub(r"^# ?", "", line) for line in f"{plenary}{below}".strip().splitlines()]
    words = "\n".join(lines).replace("YYYY-MM-DD", "2025-10-02")
    words = words.replace("person: an-id", f"person: {person}").replace("an-id", body)
    return words.replace("...", "MADE UP") + "\n"


@pytest.fixture(scope="module")
def offered(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """What is read of a new workspace once everything that the comments offer is filled in."""
    root = tmp_path_factory.mktemp("offered")
    make_workspace(root)
    begun = begin_briefs(find_workspace(root))
    for path in begun.paths:
        text = path.read_text("utf-8")
        path.write_text(filled(text, "tony-wong", "customs-and-excise-department"), "utf-8")
    annexes = root / "data" / "annexes" / str(begun.number)
    annexes.mkdir(parents=True)
    (annexes / "work-plan.pdf").write_bytes(made.untagged())
    return read_records(root / "data")


def places(model: type[BaseModel], path: str) -> Iterator[tuple[str, type[BaseModel]]]:
    """Yield a model and those inside it, each by the fields that lead there."""
    yield path, model
    for name, field in model.model_fields.items():
        if name not in NOT_OFFERED:
            for inner in models_in(field.annotation):
                yield from places(inner, f"{path}/{name}")


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from models_in(argument)


def written(model: BaseModel, path: str) -> Iterator[tuple[str, set[str]]]:
    """Yield the fields that were written in a model and in those inside it, by what leads there."""
    yield path, model.model_fields_set
    for name in model.model_fields_set:
        value = getattr(model, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, BaseModel):
                yield from written(part, f"{path}/{name}")


PLACES = (*places(PackWords, "pack"), *places(ItemBrief, "brief"))


def test_every_model_of_officers_words_is_looked_at() -> None:
    names = {model.__name__ for _, model in PLACES}
    assert names >= {"Steering", "RunDownRow", "AgendaItem", "Delegate", "Remarks", "ForumRow", "Further"}
    assert names >= {"Annex", "SpeakingPoint", "Question", "Assessment"}


def test_files_with_every_comment_taken_away_and_filled_in_are_sound(offered: Loaded) -> None:
    assert offered.findings == ()
    assert offered.records is not None
    assert len(offered.records.briefs) == 5
    told = [f"{finding.position} {finding.message}" for finding in check_records(offered)]
    assert [line for line in told if line.startswith("data/briefs/")] == []


@pytest.mark.parametrize(("place", "model"), PLACES, ids=[place for place, _ in PLACES])
def test_every_field_stands_in_the_comments(offered: Loaded, place: str, model: type[BaseModel]) -> None:
    assert offered.records is not None
    told: set[str] = set()
    for name, words in (("pack", offered.records.packs), ("brief", offered.records.briefs)):
        for one in words:
            told |= {field for path, fields in written(one, name) if path == place for field in fields}
    assert [field for field in model.model_fields if field not in told | NOT_OFFERED] == []
