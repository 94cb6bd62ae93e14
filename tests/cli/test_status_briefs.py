"""`status` shows what is open of the pack for a plenary to come, and when the next part of it is due."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.conftest import Run
from tests.made_up_pack import made
from tests.records.earlier import LOADER

pytestmark = pytest.mark.slow

SECRETARY = "The Made-up Secretary"


class Desk:
    """The made-up workspace with a whole pack, as an officer changes it and looks at it."""

    def __init__(self, run: Run, root: Path) -> None:
        self.run, self.root = run, root

    def read(self, name: str) -> Any:
        return yaml.load((self.root / "data" / name).read_text("utf-8"), Loader=LOADER)

    def write(self, name: str, words: Any) -> None:
        path = self.root / "data" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(yaml.safe_dump(words, allow_unicode=True), "utf-8")

    def part(self, name: str, words: dict[str, str] | None) -> None:
        """Put other words in the place of a part of the pack; None takes it out."""
        pack = self.read("briefs/04/pack.yaml")
        del pack[name]
        self.write("briefs/04/pack.yaml", pack if words is None else {**pack, name: words})

    def unclear(self, name: str, part: str | None = None) -> None:
        """Take the clearance out of a brief, or of a part of the pack."""
        words = self.read(f"briefs/04/{name}.yaml")
        del (words[part] if part else words)["cleared"]
        self.write(f"briefs/04/{name}.yaml", words)

    def state(self, as_of: str = "2013-04-22") -> Any:
        ran = self.run("status", "--json", "--as-of", as_of, cwd=self.root)
        assert ran.code == 0, ran.err
        return json.loads(ran.out)

    def open(self, as_of: str = "2013-04-22") -> list[str]:
        (topic,) = (topic for topic in self.state(as_of)["topics"] if topic["name"] == "Briefs open")
        return [entry["text"] + (f", due {entry['due']}" if entry["due"] else "") for entry in topic["open"]]

    def next(self, as_of: str = "2013-04-22") -> str:
        coming = self.state(as_of)["next_date"]
        return f"{coming['day']}: {coming['what']}"


@pytest.fixture
def desk(run: Run, tmp_path: Path) -> Desk:
    return Desk(run, shutil.copytree(made.workspace(), tmp_path / "made-up-pack"))


PLENARY = "2013-05-08: the 4th Plenary Meeting"


def test_of_a_pack_that_is_written_and_cleared_nothing_is_open(desk: Desk) -> None:
    assert desk.open() == []
    assert desk.next() == PLENARY
    screen = desk.run("status", "--as-of", "2013-04-22", cwd=desk.root).out
    assert "briefs open" in screen.partition("Nothing open")[2]


def test_parts_that_are_written_and_not_cleared_are_shown_in_the_order_of_the_pack(desk: Desk) -> None:
    desk.unclear("brief-2")
    desk.unclear("pack", "run_down")
    desk.unclear("pack", "steering")
    assert desk.open() == [
        "plenary 4, steering: written and not cleared",
        "plenary 4, run-down: written and not cleared",
        "plenary 4, brief 2: written and not cleared",
    ]


def test_parts_to_follow_are_shown_with_whose_they_are_and_when_they_are_due(desk: Desk) -> None:
    desk.part("closing", {"expected_from": SECRETARY, "due": "2013-04-29"})
    desk.part("forums", {"expected_from": SECRETARY})
    desk.part("opening", {"due": "2013-04-30"})
    desk.part("delegations", None)
    brief = {"plenary": "4", "area": "1", "lead": "made-up-signal-office", "due": "2013-04-26"}
    desk.write("briefs/04/brief-1.yaml", {**brief, "expected_from": "A Made-up Clerk"})
    assert desk.open() == [
        "plenary 4, brief 1: to follow from A Made-up Clerk, due 2013-04-26",
        f"plenary 4, closing: to follow from {SECRETARY}, due 2013-04-29",
        "plenary 4, opening: to follow from an officer to be named, due 2013-04-30",
        "plenary 4, delegations: to follow from an officer to be named",
        f"plenary 4, forums: to follow from {SECRETARY}",
    ]


@pytest.mark.parametrize(
    ("words", "state"),
    [
        (
            {"title": "Logistics", "text": "Bring lamps.", "author": SECRETARY, "date": "2013-04-21"},
            "not cleared",
        ),
        ({"expected_from": SECRETARY, "due": "2013-04-29"}, f"to follow from {SECRETARY}, due 2013-04-29"),
    ],
    ids=["not cleared", "to follow"],
)
def test_further_parts_are_shown_as_the_others_are(desk: Desk, words: dict[str, str], state: str) -> None:
    pack = desk.read("briefs/04/pack.yaml")
    desk.write("briefs/04/pack.yaml", {**pack, "further": [*pack["further"], words]})
    (shown,) = desk.open()
    assert shown.startswith("plenary 4, ")
    assert shown.endswith(state)


def test_the_screen_counts_what_is_open_and_shows_the_first_of_it(desk: Desk) -> None:
    for part in ("steering", "run_down", "agenda", "delegations", "opening"):
        desk.unclear("pack", part)
    desk.part("closing", {"expected_from": SECRETARY, "due": "2013-04-29"})
    ran = desk.run("status", "--as-of", "2013-05-02", cwd=desk.root)
    _, _, screen = ran.out.partition("Briefs open")
    lines = [" ".join(line.split()) for line in screen.splitlines()]
    assert lines[0] == "6 (egci-report briefing)"
    assert lines[1] == (f"late by 3 days plenary 4, closing: to follow from {SECRETARY}, due 29 April 2013")
    assert lines[2].startswith("plenary 4, steering: written and not cleared")
    assert "and 1 more" in lines
    assert "All of it: egci-report status --all" in ran.out
    assert re.search(r"^Next date +2013-05-08: the 4th Plenary Meeting$", ran.out, re.MULTILINE)
    assert len(ran.out.splitlines()) <= 34
    assert "and 1 more" not in desk.run("status", "--all", "--as-of", "2013-05-02", cwd=desk.root).out


# -- the next date -----------------------------------------------------------------------------------------


def test_the_next_date_is_the_first_day_on_which_a_part_is_due(desk: Desk) -> None:
    desk.part("closing", {"expected_from": SECRETARY, "due": "2013-04-29"})
    desk.write("briefs/04/brief-1.yaml", {"plenary": "4", "area": "1", "due": "2013-04-26"})
    assert desk.next("2013-04-25") == "2013-04-26: plenary 4, brief 1 is due"
    assert desk.next("2013-04-26") == "2013-04-29: plenary 4, closing is due"
    assert desk.next("2013-04-29") == PLENARY


def test_a_part_that_is_written_is_no_longer_due(desk: Desk) -> None:
    pack = desk.read("briefs/04/pack.yaml")
    assert pack["steering"]["due"] == "2013-04-24"
    desk.unclear("pack", "steering")
    assert desk.next("2013-04-22") == PLENARY


def test_a_part_that_is_due_after_the_plenary_does_not_hide_it(desk: Desk) -> None:
    desk.part("closing", {"expected_from": SECRETARY, "due": "2013-05-09"})
    assert desk.next() == PLENARY


def test_returns_are_due_before_the_words_that_rest_on_them(desk: Desk) -> None:
    desk.part("closing", {"expected_from": SECRETARY, "due": "2013-04-29"})
    assert desk.next("2013-04-01") == "2013-04-02: returns for the 4th Plenary Meeting are due"


# -- plenaries that were held, and packs that are only begun -----------------------------------------------


def test_of_plenaries_that_were_held_nothing_is_shown(desk: Desk) -> None:
    uncleared = {"author": SECRETARY, "date": "2012-05-01", "en": "MADE UP"}
    late = {"expected_from": SECRETARY, "due": "2013-04-23"}
    desk.write("briefs/03/pack.yaml", {"plenary": "3", "opening": uncleared, "closing": late})
    desk.write("briefs/03/brief-1.yaml", {"plenary": "3", "area": "1", **late})
    assert desk.open() == []
    assert desk.next() == PLENARY


def test_once_the_plenary_was_held_nothing_of_its_pack_is_open(desk: Desk) -> None:
    desk.unclear("pack", "steering")
    desk.part("closing", {"expected_from": SECRETARY, "due": "2013-04-29"})
    desk.write("briefs/04/brief-1.yaml", {"plenary": "4", "area": "1", "due": "2013-04-26"})
    assert len(desk.open()) == 3
    meeting = desk.read("meetings/04.yaml")
    del meeting["status"]
    desk.write("meetings/04.yaml", meeting)
    assert desk.open() == []
    assert desk.next() == PLENARY


def test_a_pack_that_is_only_begun_is_open_from_end_to_end(run: Run, made_up_returns: Path) -> None:
    desk = Desk(run, made_up_returns)
    assert desk.open() == []
    assert run("new", "briefs", cwd=made_up_returns).code == 0
    parts = ("steering", "run-down", "agenda", "delegations", "opening", "closing", "forums")
    assert desk.open() == [
        f"plenary 4, {part}: to follow from an officer to be named" for part in (*parts, "brief 1", "brief 2")
    ]
