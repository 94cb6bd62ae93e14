"""What is installed: the wheel holds records, templates and typefaces, and works in an empty folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hatchling.builders.plugin.interface import BuilderInterface
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def packed(builder: type[BuilderInterface[Any, Any]]) -> dict[str, Path]:
    """Return the files that a builder packs, by their paths in the package."""
    made = builder(str(ROOT))
    with made.config.set_build_data({"artifacts": [], "force_include": {}, "build_hooks": ()}):
        return {file.distribution_path: Path(file.path) for file in made.recurse_included_files()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a user gets: the files of the wheel, away from the source tree."""
    folder = tmp_path_factory.mktemp("wheel")
    for name, path in packed(WheelBuilder).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / name)
    return folder


def files(folder: Path) -> set[str]:
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix() for path in found}


def test_whatever_the_source_distribution_lists_is_there() -> None:
    inside = packed(SdistBuilder)
    for name in PROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]:
        assert (ROOT / name).exists(), name
        assert any(path == name or path.startswith(f"{name}/") for path in inside), name


def test_the_source_distribution_can_be_built_from() -> None:
    assert set(packed(WheelBuilder).values()) <= {ROOT / path for path in packed(SdistBuilder)}


@pytest.mark.parametrize("name", ["data", "templates", "example"])
def test_the_wheel_holds_the_shipped_folders_whole(name: str, wheel: Path) -> None:
    assert files(wheel / "egci_reports" / "embedded" / name) == files(ROOT / name)


def test_the_wheel_holds_the_package_whole_and_nothing_beside_it(wheel: Path) -> None:
    inside = files(wheel / "egci_reports")
    assert {name for name in inside if not name.startswith("embedded/")} == files(ROOT / "egci_reports")
    assert {path.name for path in wheel.iterdir()} == {"egci_reports"}


def test_the_wheel_holds_every_page_that_one_reads(wheel: Path) -> None:
    pages = {name for name in files(ROOT / "docs") if name.endswith(".md")}
    assert files(wheel / "egci_reports" / "embedded" / "docs") == pages


COMMANDS = ("--help", "list", "show 19", "conflicts", "check", "explain C301", "init", "annual 2024")
RUN = """
import io, json, os, sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from egci_reports.cli import main

def ran(number, arguments):
    folder = Path(f"folder-{number}").absolute()
    folder.mkdir()
    os.chdir(folder)
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
        try:
            code = main(arguments.split())
        except SystemExit as error:
            code = error.code or 0
    os.chdir(folder.parent)
    return code, out.getvalue(), err.getvalue()

print(json.dumps({one: ran(number, one) for number, one in enumerate(sys.argv[1:])}))
"""
"""Gives each command in an empty folder of its own, in one process that has the package from the wheel."""


@pytest.fixture(scope="module")
def ran(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, str, str]]:
    """The exit code and what was printed, of each command."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *COMMANDS],
        cwd=tmp_path_factory.mktemp("commands"),
        env={**os.environ, "PYTHONPATH": str(wheel)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, tuple[int, str, str]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_works_from_the_wheel_in_an_empty_folder(
    command: str, ran: dict[str, tuple[int, str, str]]
) -> None:
    code, out, err = ran[command]
    assert code == 0, err
    assert out
    assert str(ROOT) not in out + err


def test_the_oldest_libraries_that_are_tried_are_the_oldest_that_are_allowed() -> None:
    lines = (ROOT / "tests" / "oldest.txt").read_text("utf-8").splitlines()
    tried = [line for line in lines if line and not line.startswith("#")]
    assert tried == [allowed.replace(">=", "==") for allowed in PROJECT["project"]["dependencies"]]


def test_type_checkers_are_told_that_the_package_has_types(wheel: Path) -> None:
    assert (wheel / "egci_reports" / "py.typed").exists()
