"""Every file of records that papers are made from has a fingerprint."""

from __future__ import annotations

from egci_reports.records.fingerprints import fingerprints
from tests.loading import load_records
from tests.made_up_markers.made import workspace

APART = {"data/distribution.yaml"}
"""Who gets copies changes no paper."""


def test_no_file_of_the_records_is_left_out() -> None:
    data = workspace() / "data"
    kept = {path.relative_to(data.parent).as_posix() for path in data.rglob("*") if path.is_file()}
    found = set(fingerprints(load_records(data)))
    assert kept - APART - found == set()
