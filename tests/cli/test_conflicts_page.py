"""`conflicts --page`: what to tell the editor of the group's page, and nobody else."""

from __future__ import annotations

import json

from tests.cli.conftest import Run


def test_what_the_editor_of_the_page_could_act_on_is_a_list_that_can_be_sent(run: Run) -> None:
    ran = run("conflicts", "--page")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0].startswith("# Notes on the page: Hong Kong/Guangdong Expert Group")
    assert lines[2].startswith("https://")
    assert (
        '16. 1st Plenary Meeting: "nine majors areas" should read "nine major areas". A slip of the pen.'
        in lines
    )
    assert [line.split(".")[0] for line in lines if line[:1].isdigit()] == [str(n) for n in range(1, 27)]
    assert "Not decided" not in ran.out


def test_a_dispute_that_the_page_is_part_of_comes_first(run: Run) -> None:
    """That the release of the 19th has another city is what the page's editor most needs to know."""
    lines = run("conflicts", "--page").out.splitlines()
    assert lines[4] == "## Please check: another source has it differently"
    assert lines[6] == (
        '1. 19th Plenary Meeting, venue: the page: "was held in Hong Kong on 9 October 2024"; Information '
        'Services Department, 9 October 2024: "convened its 19th meeting in Guangzhou today (October 9)".'
    )


def test_entries_stand_in_the_order_of_the_page_the_newest_first(run: Run) -> None:
    told = json.loads(run("conflicts", "--page", "--json").out)
    numbers = [
        int(one["record"][: -len("th Plenary Meeting")])
        for one in told["slips"]
        if one["record"].endswith("Plenary Meeting")
    ]
    assert numbers == sorted(numbers, reverse=True)
    assert len(numbers) > 5


def test_each_note_on_the_whole_page_asks_for_something(run: Run) -> None:
    """What the page does not have, and nobody can add without a source, is no request."""
    told = json.loads(run("conflicts", "--page", "--json").out)
    assert len(told["requests"]) == 5
    assert [one for one in told["requests"] if not one["ask"].startswith("Please ")] == []
    assert "lists no Guangdong body" not in json.dumps(told)
    assert any("“Tenth Plenary”, in the text" in way for one in told["two_ways"] for way in one["ways"])


def test_as_json_it_has_the_same_slips(run: Run) -> None:
    told = json.loads(run("conflicts", "--page", "--json").out)
    assert len(told["slips"]) == 15
    assert {"record", "printed", "right", "reason"} == set(told["slips"][0])


def test_at_a_standpoint_later_slips_are_not_known(run: Run) -> None:
    early = json.loads(run("conflicts", "--page", "--json", "--as-of", "2010-12-31").out)
    assert 0 < len(early["slips"]) < 15
    assert "Digital Policy" not in json.dumps(early["slips"])
