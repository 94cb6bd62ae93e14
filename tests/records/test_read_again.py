"""Files of records that are read again in one run: what changed is seen, what was read stays as it was."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

from egci_reports.app.keeping.check import check
from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.build import build
from egci_reports.app.papers.order import Format, Order
from egci_reports.records.kept import read_file
from egci_reports.records.yaml_file import YamlFile
from egci_reports.workspace import find_workspace


def _read(root: Path) -> dict[str, YamlFile]:
    data = root / "data"
    return {str(path): read_file(path, path.name, data).yaml for path in sorted(data.rglob("*.yaml"))}


def test_a_file_that_was_changed_is_read_anew_and_no_other(made_up: Path) -> None:
    before = _read(made_up)
    path = made_up / "data" / "people.yaml"
    path.write_text(path.read_text("utf-8").replace("Ada", "Eda"), "utf-8")
    after = _read(made_up)
    assert "Eda" in str(after[str(path)].data)
    assert [name for name in before if after[name] is not before[name]] == [str(path)]


def test_neither_checks_nor_papers_change_what_was_read(made_up: Path) -> None:
    workspace = find_workspace(made_up)
    read = _read(made_up)
    as_it_was = deepcopy(read)
    check(workspace)
    build(begin(workspace, Order("annual", "2008", formats=(Format.PDF,))))
    assert _read(made_up) == as_it_was
