"""Files of records that one run keeps for the next: it reads the same of them, and builds nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from egci_reports.records.kept import _read_again
from egci_reports.records.load import read_records

pytestmark = pytest.mark.slow

READ = """
import sys
from pathlib import Path
from egci_reports.records.base import Model
from egci_reports.records.load import read_records
below = lambda kind: {kind}.union(*map(below, kind.__subclasses__()))
loaded = read_records(Path(sys.argv[1]))
built = sorted(kind.__name__ for kind in below(Model) if "__pydantic_validator__" in vars(kind)
    and kind is not Model and kind.__pydantic_complete__)
print("yaml" in sys.modules, built)
for finding in loaded.findings:
    print(finding.code, finding.position)
print(loaded.records and (loaded.records.digest, len(loaded.records.places.files)))
for text in loaded.texts:
    print(text.file.position(text.path), text.field, text.value)
"""


class Reads:
    """Reads a data folder, in a process of its own unless told otherwise, with one cache for all."""

    def __init__(self, data: Path, cache: Path) -> None:
        self.data, self.cache = data, cache

    def __call__(self, **env: str) -> tuple[str, list[str]]:
        """Return whether PyYAML was needed and the models that were built, and what was read."""
        command = [sys.executable, "-W", "error", "-c", READ, str(self.data)]
        env = {**os.environ, "XDG_CACHE_HOME": str(self.cache), **env}
        said = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60)
        assert not said.stderr
        first, *rest = said.stdout.splitlines()
        return first, rest

    def here(self, cache: Path | None = None) -> list[str]:
        """Return what this process reads that has read none of it yet."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_CACHE_HOME", str(cache or self.cache))
            _read_again.cache_clear()
            loaded = read_records(self.data)
            _read_again.cache_clear()
        found = [f"{one.code} {one.position}" for one in loaded.findings]
        found.append(str(loaded.records and (loaded.records.digest, len(loaded.records.places.files))))
        return found + [f"{t.file.position(t.path)} {t.field} {t.value}" for t in loaded.texts]

    def kept(self) -> list[Path]:
        """Return the files that are kept."""
        return sorted((self.cache / "egci-report" / "records").glob("*.records"))


NOTHING = "False []"


@pytest.fixture
def reads(made_up_returns: Path, tmp_path: Path) -> Reads:
    return Reads(made_up_returns / "data", tmp_path / "cache")


def test_what_is_kept_is_read_as_it_was_and_nothing_is_built_for_it(reads: Reads) -> None:
    clean = reads()
    assert "Meeting" in clean[0]
    assert len(reads.kept()) == len(list(reads.data.rglob("*.yaml")))
    assert reads() == (NOTHING, clean[1])


def test_importing_the_records_makes_no_model_ready() -> None:
    code = READ.replace("read_records(Path(sys.argv[1]))", "None").partition("for finding")[0]
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert said.stdout == f"{NOTHING}\n"


def test_of_a_file_that_changed_what_is_in_it_now_is_read(reads: Reads) -> None:
    reads()
    path = reads.data / "people.yaml"
    path.write_text(path.read_text("utf-8").replace("Ada", "Eda"), "utf-8")
    built, read = reads()
    assert built == "True ['Person']"
    assert any("Eda" in line for line in read)
    assert not any("Ada" in line for line in read if "people.yaml" in line)
    assert reads() == (NOTHING, read)


def test_what_is_wrong_is_told_each_time(reads: Reads) -> None:
    path = reads.data / "people.yaml"
    path.write_text(path.read_text("utf-8").replace("  surname:", "  surnam:", 1), "utf-8")
    (reads.data / "phases.yaml").write_text("- id: [\n", "utf-8")
    first, again = reads.here(), reads.here()
    assert [line.split()[0] for line in first[:2]] == ["R102", "Y106"]
    assert again == first


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[: len(content) // 2],
        lambda content: content.replace(b"Made", b"Mode"),
        lambda _: b"",
    ],
)
def test_what_is_damaged_is_read_from_the_records(reads: Reads, damage) -> None:
    clean = reads.here()
    assert reads.kept()
    for path in reads.kept():
        path.write_bytes(damage(path.read_bytes()))
    assert reads.here() == clean


def test_a_file_of_another_name_or_another_program_is_not_taken(reads: Reads) -> None:
    clean = reads()
    (reads.data / "meetings" / "01.yaml").rename(reads.data / "meetings" / "99.yaml")
    assert any("99.yaml" in line for line in reads.here())
    (reads.data / "meetings" / "99.yaml").rename(reads.data / "meetings" / "01.yaml")
    assert reads(PYTHONPATH=str(reads.cache)) == clean  # the libraries are others


def test_where_no_folder_is_the_users_own_records_are_read_without(reads: Reads) -> None:
    clean = reads.here()
    shut = reads.cache.parent / "shut"
    (shut / "egci-report").mkdir(parents=True)
    (shut / "egci-report").chmod(0o777)
    assert reads.here(shut) == reads.here(shut) == clean
    assert not list((shut / "egci-report").iterdir())
