"""`all` and `watch`: what they print, and how they end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from egci_reports.kinds import KINDS
from tests.cli.conftest import SOURCE, Run
from tests.settling import settle

pytestmark = pytest.mark.slow

PROGRAM = "import sys; from egci_reports.cli import main; sys.exit(main())"
SENT = ("call", "thanks", "followup", "invitation", "reminder", "secondreminder")
WHEN_SENT = "written when they are to be sent, to those who are to have them then"
PATIENCE = 60.0
"""Seconds that a loaded machine may take."""


def test_it_makes_what_is_not_up_to_date_and_says_why(run: Run, made_up: Path) -> None:
    first = run("all", "--format", "pdf", "--jobs", "1", cwd=made_up)
    assert first.code == 0
    assert "reports/annual-2008.pdf" in first.out.splitlines()
    assert f"{len(first.out.splitlines())} papers: " in first.err
    assert first.err.splitlines()[-1] == "Next: egci-report status"
    settle()
    nothing = run("all", "--format", "pdf", cwd=made_up)
    assert (nothing.out, nothing.err) == (
        "",
        f"All {len(first.out.splitlines())} papers are up to date.\n",
    )
    (made_up / "reports" / "history.pdf").unlink()
    (made_up / "reports" / "annual-2008.pdf").write_bytes(b"edited by hand")
    again = run("all", "--format", "pdf", "--jobs", "1", "--explain", cwd=made_up)
    assert again.out == "reports/history.pdf\n"
    assert "history: made: gone: history.pdf" in again.err
    assert (
        "annual-2008: left: edited by hand, and nothing else has changed: annual-2008.pdf"
        in again.err.replace("\n", " ")
    )
    assert "annual-2009: left: nothing that it is made from has changed" in again.err
    begins = "not among all papers: "
    others = [line.removeprefix(begins) for line in again.err.splitlines() if line.startswith(begins)]
    told = {
        kind: why for names, _, why in (one.partition(": ") for one in others) for kind in names.split(", ")
    }
    assert {kind for kind, why in told.items() if why == WHEN_SENT} >= set(SENT)
    assert told["release"] == told["record"] == "made once after a plenary, and corrected by hand"
    assert told["timetable"] == "tells how things stand on the day on which it is asked for"
    assert told.keys() == {kind for kind, entry in KINDS.items() if entry.occasion is not None}


def test_what_is_wrong_with_the_records_makes_nothing(run: Run, made_up: Path) -> None:
    (made_up / "data" / "meetings" / "02.yaml").write_text("number: two\n", "utf-8")
    ran = run("all", cwd=made_up)
    assert ran.code == 1
    assert "data/meetings/02.yaml:1:" in ran.err
    assert not list((made_up / "reports").glob("*.pdf"))


def test_a_paper_whose_template_is_wrong_does_not_stop_the_others(run: Run, made_up: Path) -> None:
    (made_up / "templates" / "en").mkdir(parents=True)
    (made_up / "templates" / "en" / "annual.html").write_text("<paper>{{ nothing }}</paper>", "utf-8")
    ran = run("all", "--format", "pdf", "--jobs", "1", "--json", cwd=made_up)
    assert ran.code == 3
    states = {one["paper"]: one["state"] for one in json.loads(ran.out)["papers"]}
    assert (states["annual-2008"], states["history"], states["briefing-3"]) == ("failed", "made", "made")


def _until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.1)


@contextmanager
def _watching(root: Path, *arguments: str, path: str = "") -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """Watch in a process of its own, programs in `path` going first; give it, and where it tells."""
    told = root / "told"
    with told.open("wb") as stream:
        running = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "watch", *arguments, "--format", "pdf"],
            cwd=root,
            env={
                **os.environ,
                "PYTHONPATH": str(SOURCE),
                "PATH": os.pathsep.join(filter(None, (path, os.environ["PATH"]))),
            },
            stderr=stream,
            stdout=stream,
        )
    try:
        yield running, told
    finally:
        running.kill()
        running.wait()


def test_watch_makes_a_paper_anew_shows_what_is_wrong_and_ends_with_ctrl_c(made_up: Path) -> None:
    paper, record = made_up / "reports" / "history.pdf", made_up / "data" / "meetings" / "04.yaml"
    with _watching(made_up, "history") as (running, told):
        _until(paper.exists)
        text = record.read_text("utf-8")
        record.write_text("number: four\n", "utf-8")
        _until(lambda: b"Waiting for it to be mended." in told.read_bytes())
        before = paper.read_bytes()
        record.write_text(text.replace("spoke of the fog", "spoke of thick fog"), "utf-8")
        _until(lambda: paper.read_bytes() != before)
        running.send_signal(signal.SIGINT)
        assert running.wait(PATIENCE) == 130
    assert not (made_up / "reports" / "annual-2008.pdf").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system has another viewer")
def test_watch_opens_the_paper_that_is_named_once_though_it_was_up_to_date(made_up: Path) -> None:
    """Also if it is up to date, and if it could not be made at first."""
    viewer, opened = made_up / "bin" / "xdg-open", made_up / "opened"
    viewer.parent.mkdir()
    viewer.write_text(f'#!/bin/sh\necho "$1" >> "{opened}"\n', "utf-8")
    viewer.chmod(0o755)
    record = made_up / "data" / "meetings" / "04.yaml"
    text = record.read_text("utf-8")
    record.write_text("number: four\n", "utf-8")
    for _ in range(2):
        with _watching(made_up, "annual", "2008", "--open", path=str(viewer.parent)) as (_, told):
            if "four" in record.read_text("utf-8"):
                _until(lambda: b"Waiting for it to be mended." in told.read_bytes())
                record.write_text(text, "utf-8")
            _until(opened.exists)
        assert opened.read_text("utf-8") == f"{made_up / 'reports' / 'annual-2008.pdf'}\n"
        opened.unlink()


def test_watch_refuses_a_paper_that_is_none_and_to_open_all(run: Run, made_up: Path) -> None:
    ran = run("watch", "annul-2008", cwd=made_up)
    assert (ran.code, ran.out) == (2, "")
    assert "error[U341] there is no paper 'annul-2008' among all" in ran.err
    assert "did you mean annual-2008?" in ran.err
    assert run("watch", "--open", cwd=made_up).code == 2
