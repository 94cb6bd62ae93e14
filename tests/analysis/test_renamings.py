"""Changes of name, held against the dates in the records."""

from __future__ import annotations

from egci_reports.analysis.lineages import Lineage
from egci_reports.analysis.renamings import renamings_of
from egci_reports.records.bodies import Body
from tests.analysis.real import real


def renamings():
    """Return the changes of name of all bodies on record, as (day, earlier, later)."""
    return [
        (str(one.on), str(one.earlier[1].name), str(one.later[1].name))
        for one in renamings_of(real().lineages.rows)
    ]


def test_successions_and_new_names_stand_by_date():
    found = renamings()
    assert found == sorted(found, key=lambda one: one[0])
    assert (
        "2024-07-25",
        "Office of the Government Chief Information Officer",
        "Digital Policy Office",
    ) in found
    assert (
        "2022-07-01",
        "Innovation and Technology Bureau",
        "Innovation, Technology and Industry Bureau",
    ) in found
    assert ("2012-04-01", "Office of the Telecommunications Authority") in [one[:2] for one in found]


def test_a_name_whose_beginning_no_source_gives_is_no_dated_change():
    names = [
        {"name": "Made-up Lamp Office", "ends": "2008"},
        {"name": "Made-up Signal Office", "seen": ["2010"]},
    ]
    body = Body.model_validate({"id": "made-up", "side": "guangdong", "kind": "department", "names": names})
    assert renamings_of([Lineage((body,))]) == ()
    names[1]["starts"] = "2009-01"
    body = Body.model_validate({"id": "made-up", "side": "guangdong", "kind": "department", "names": names})
    assert [str(one.on) for one in renamings_of([Lineage((body,))])] == ["2009-01"]
