from __future__ import annotations

from datetime import date

from egci_reports.analysis.hosts import Turn, places_of, readings, rotation, tally_hosts
from egci_reports.records.bodies import Side
from tests.analysis.made import meeting, records
from tests.analysis.real import real, real_as_of, real_of_today


def test_hong_kong_hosted_eight_guangzhou_seven_three_met_by_video_and_one_place_is_in_dispute():
    tally = tally_hosts(real().places)
    assert tally.cities == (("Hong Kong", 8), ("Guangzhou", 7))
    assert (tally.video, tally.disputed, tally.unknown) == ((15, 16, 17), (19,), ())


def test_with_the_20th_hong_kong_hosted_nine_and_its_turn_was_kept():
    tally = tally_hosts(real_of_today().places)
    assert tally.cities == (("Hong Kong", 9), ("Guangzhou", 7))
    assert (tally.video, tally.disputed) == ((15, 16, 17), (19,))
    assert rotation(real_of_today().places).kept[-1] == 20


def test_all_fifteen_plenaries_in_person_whose_place_is_known_kept_the_turns():
    turns = rotation(real().places)
    assert turns.kept == (*range(1, 15), 18)
    assert turns.broken == ()
    assert turns.open == (19,)


def test_what_hangs_on_the_place_of_the_19th_is_computed_under_each_claim():
    found = {reading.placing.city: reading for reading in readings(real().places, real().series, 19)}
    there, here = found["Guangzhou"], found["Hong Kong"]
    assert dict(there.cities) == {"Guangzhou": 8, "Hong Kong": 8}
    assert dict(here.cities) == {"Guangzhou": 7, "Hong Kong": 9}
    assert (there.placing.turn, here.placing.turn) == (Turn.KEPT, Turn.BROKEN)
    assert here.running == (14, 18, 19)
    assert (there.previous, there.days) == (13, 2296)


def test_a_place_that_is_not_in_dispute_has_no_readings():
    assert readings(real().places, real().series, 18) == ()


def test_before_the_19th_no_place_was_in_dispute():
    assert tally_hosts(real_as_of(date(2023, 12, 31)).places).disputed == ()


def test_odd_numbers_are_the_first_hosts_turn():
    group = real().records.group
    assert (group.host_of(19), group.host_of(20)) == (Side.GUANGDONG, Side.HONG_KONG)


def test_a_plenary_out_of_turn_breaks_the_rotation_and_a_strange_city_leaves_it_open():
    made = records(meeting(1), meeting(2, venue={"city": "Eastport"}), meeting(3, venue={"city": "Nowhere"}))
    turns = rotation(places_of(made))
    assert (turns.kept, turns.broken, turns.open) == ((1,), (2,), (3,))


def test_cities_with_as_many_plenaries_stand_in_the_order_of_their_names():
    made = records(meeting(2), meeting(1))
    assert tally_hosts(places_of(made)).cities == (("Eastport", 1), ("Westport", 1))
