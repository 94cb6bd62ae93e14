"""`conflicts --page`: what to tell the editor of the group's page, and nobody else."""

from __future__ import annotations

import json

from tests.cli.conftest import Run


def test_slips_and_notes_are_a_list_that_can_be_sent(run: Run) -> None:
    ran = run("conflicts", "--page")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0].startswith("# Notes on the page: Hong Kong/Guangdong Expert Group")
    assert lines[2].startswith("https://")
    assert any('prints "nine majors areas"; read "nine major areas".' in line for line in lines)
    assert any("Digital Policy Officer" in line for line in lines)
    assert sum(line[:1].isdigit() for line in lines) == 15
    assert any(line.startswith("- The page prints ") for line in lines)
    assert "Not decided" not in ran.out


def test_as_json_it_has_the_same_slips(run: Run) -> None:
    told = json.loads(run("conflicts", "--page", "--json").out)
    assert len(told["slips"]) == 15
    assert {"record", "printed", "right", "reason"} == set(told["slips"][0])
    assert all(told["remarks"])


def test_at_a_standpoint_later_slips_are_not_known(run: Run) -> None:
    early = json.loads(run("conflicts", "--page", "--json", "--as-of", "2010-12-31").out)
    assert 0 < len(early["slips"]) < 15
    assert "Digital Policy" not in json.dumps(early["slips"])
