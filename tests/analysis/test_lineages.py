from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from egci_reports.analysis.lineages import lineages_of, name_of, present_name
from tests.analysis.made import body, records
from tests.analysis.real import real, real_as_of

OGCIO, DPO = "office-of-the-government-chief-information-officer", "digital-policy-office"


def test_an_office_and_its_principal_successor_are_one_line():
    line = real().lineages.of(DPO)
    assert line is real().lineages.of(OGCIO)
    assert [found.id for found in line.bodies] == [OGCIO, DPO]


def test_bodies_without_a_recorded_succession_stay_apart():
    lines = {
        real().lineages.of(key).id
        for key in real().records.bodies
        if key.startswith(("department-of-information-industry", "economic-and-information-commission"))
    }
    assert len(lines) == 2


def test_the_name_is_that_of_the_day():
    line = real().lineages.of(DPO)
    assert line.name_on(date(2024, 7, 24))[1].short == "OGCIO"
    assert line.name_on(date(2024, 7, 25))[1].short == "DPO"


def test_a_name_has_become_another_only_by_the_day_asked_for():
    line = real().lineages.of(OGCIO)
    name = name_of(real().records.bodies[OGCIO], date(2013, 7, 26))
    assert present_name(line, name, date(2024, 10, 9)).short == "DPO"
    assert present_name(line, name, date(2024, 7, 24)) is None


def test_a_body_whose_name_stands_has_no_present_name():
    customs = real().records.bodies["customs-and-excise-department"]
    line = real().lineages.of(customs.id)
    assert present_name(line, customs.names[0], date(2024, 10, 9)) is None


def test_before_the_succession_the_records_know_no_successor():
    then = real_as_of(date(2016, 1, 1))
    line = then.lineages.of(OGCIO)
    assert [found.id for found in line.bodies] == [OGCIO]
    assert present_name(line, line.bodies[0].names[0], date(2016, 1, 1)) is None


def test_of_two_heirs_the_first_in_protocol_order_continues_the_line():
    old = body("old")
    first = body("first", principal="old", succeeds=["old"], protocol=1)
    second = body("second", principal="old", succeeds=["old"], protocol=2)
    lines = lineages_of(records(bodies=[old, second, first]))
    assert [found.id for found in lines.of("old").bodies] == ["old", "first"]
    assert [found.id for found in lines.of("second").bodies] == ["second"]


def test_where_two_names_remain_possible_the_printed_one_is_taken():
    names = [{"name": "Old Office", "ends": "2009"}, {"name": "New Office", "starts": "2009"}]
    office = body("office", names=names, as_named="true")
    assert str(name_of(office, date(2009, 7, 1), "New Office").name) == "New Office"
    assert str(name_of(office, date(2009, 7, 1)).name) == "Old Office"


@given(st.lists(st.one_of(st.none(), st.integers(0, 20)), max_size=20))
def test_every_body_is_in_exactly_one_line(principals):
    bodies = [
        body(f"b{i}", principal=f"b{p}") if p is not None and p < i else body(f"b{i}")
        for i, p in enumerate(principals)
    ]
    lines = lineages_of(records(bodies=bodies))
    assert sorted(found.id for row in lines.rows for found in row.bodies) == sorted(b.id for b in bodies)
    assert all(found in lines.of(found.id).bodies for row in lines.rows for found in row.bodies)


def test_on_the_day_from_which_a_body_is_gone_its_successor_has_the_name():
    old = body("old", dissolved="2008-07-01")
    new = body("new", founded="2008-07-01", succeeds=["old"], principal="old")
    line = lineages_of(records(bodies=[old, new])).of("old")
    assert [line.name_on(date(2008, *day))[0].id for day in ((6, 30), (7, 1))] == ["old", "new"]


def test_a_name_begins_with_the_first_day_on_which_a_source_has_it():
    names = [{"name": "Old Office", "ends": "2008"}, {"name": "New Office", "seen": ["2009-03-01", "2011"]}]
    line = lineages_of(records(bodies=[body("office", names=names)])).of("office")
    newest = [str(line.newest_on(date(2009, *day))[1].name) for day in ((2, 28), (3, 1))]
    assert newest == ["Old Office", "New Office"]


def test_between_two_names_and_after_the_last_the_nearest_before_is_taken():
    names = [
        {"name": "First Office", "ends": "2001-12-31"},
        {"name": "Second Office", "starts": "2003-01-01", "ends": "2004-12-31"},
    ]
    office = body("office", names=names)
    taken = [str(name_of(office, date(year, 6, 1)).name) for year in (2002, 2003, 2006)]
    assert taken == ["First Office", "Second Office", "Second Office"]
