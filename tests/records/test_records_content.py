"""The shipped records hold what the research into the page found: totals, intervals, slips, disputes."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from pydantic import BaseModel

from egci_reports.records.bodies import Body
from egci_reports.records.facts import Disputed, Stated, Unstated, settled, values
from egci_reports.records.meetings import Delegation, Meeting, Mode
from egci_reports.records.occasions import Scope
from egci_reports.records.records import Records
from egci_reports.records.sources import Reading, Slip
from tests.conftest import REAL
from tests.loading import load_records

MAIN = "egci-page"


@pytest.fixture(scope="module")
def records() -> Records:
    return load_records(REAL)


def meeting(records: Records, number: int) -> Meeting:
    found = records.meeting(number)
    assert found is not None
    return found


def listed(fact: Stated[Delegation] | Disputed[Delegation] | Unstated) -> list[str]:
    return [one.body for one in fact.value.bodies] if isinstance(fact, Stated) else []


def lineage(records: Records, body: str) -> str:
    """The oldest body that a body continues."""
    while principal := records.bodies[body].principal:
        body = principal
    return body


def slips(records: Records) -> list[tuple[str, Slip]]:
    of_meetings = [(str(one.number), slip) for one in records.meetings for slip in one.slips]
    of_agreements = [(one.id, slip) for one in records.agreements for slip in one.slips]
    return of_meetings + of_agreements + [(one.id, slip) for one in records.events for slip in one.slips]


def test_twenty_plenaries_were_held_one_in_each_year(records: Records) -> None:
    dates = [day for one in records.meetings for day in values(one.date)]
    assert [day.year for day in dates] == list(range(2006, 2026))
    assert [one.number for one in records.meetings] == list(range(1, 21))
    assert all(day.weekday() < 5 for day in dates)


def test_the_intervals_between_plenaries_are_those_of_the_calendar(records: Records) -> None:
    dates = [day for one in records.meetings for day in values(one.date)]
    assert [(later - earlier).days for earlier, later in pairwise(dates)] == [
        401, 378, 371, 364, 376, 387, 350, 350, 384, 372, 334, 357, 380, 392, 403, 429, 313, 379, 376,
    ]  # fmt: skip


def test_each_lineage_of_hong_kong_bodies_has_its_number_of_lists(records: Records) -> None:
    lists = [listed(one.hong_kong) for one in records.meetings]
    count = Counter(lineage(records, body) for bodies in lists for body in bodies)
    assert count == {
        "office-of-the-government-chief-information-officer": 18,
        "customs-and-excise-department": 16,
        "office-of-the-telecommunications-authority": 16,
        "innovation-and-technology-commission": 14,
        "marine-department": 10,
        "food-and-health-bureau": 4,
        "commerce-industry-and-technology-bureau": 1,
        "create-hong-kong": 1,
        "development-bureau": 1,
        "hong-kong-monetary-authority": 1,
        "hong-kong-trade-development-council": 1,
        "invest-hong-kong": 1,
        "tourism-commission": 1,
        "transport-department": 1,
    }
    assert [len(bodies) for bodies in lists] == [0, 0, 3, 7, 4, 7, 3, 5, 4, 5, 3, 4, 4, 6, 5, 8, 4, 5, 5, 4]


def test_the_telecommunications_regulator_is_two_bodies_in_one_lineage(records: Records) -> None:
    count = Counter(body for one in records.meetings for body in listed(one.hong_kong))
    assert count["office-of-the-communications-authority"] == 13
    assert count["office-of-the-telecommunications-authority"] == 3


def test_every_body_listed_bore_a_name_on_the_day(records: Records) -> None:
    for one in records.meetings:
        (day,) = values(one.date)
        for body in (*listed(one.hong_kong), *listed(one.guangdong)):
            assert records.bodies[body].name_on(day), (one.number, body)


def test_the_present_lead_office_is_listed_since_the_19th(records: Records) -> None:
    assert [one.number for one in records.meetings if "digital-policy-office" in listed(one.hong_kong)] == [
        19,
        20,
    ]


def test_the_fourteenth_lists_the_bureau_whose_name_contains_that_of_another(records: Records) -> None:
    bodies = listed(meeting(records, 14).hong_kong)
    assert "commerce-and-economic-development-bureau" in bodies
    assert "development-bureau" not in bodies


def test_the_three_lead_departments_of_guangdong_are_not_joined(records: Records) -> None:
    leads = [body for key, body in records.bodies.items() if key.endswith("-of-guangdong-province")]
    assert len(leads) == 6
    assert all(not body.succeeds and body.principal is None for body in leads)


def test_hosts_take_turns_wherever_the_place_is_known(records: Records) -> None:
    for one in records.meetings:
        if one.venue is not None and (venue := settled(one.venue)):
            side = records.group.cities[venue.city].value
            known_turn = one.number <= 14 or one.number in (18, 20)
            assert known_turn
            assert side == ("guangdong" if one.number % 2 else "hong-kong")
    video = [one.number for one in records.meetings if one.mode is Mode.VIDEO and one.venue is None]
    assert video == [15, 16, 17]


def test_the_place_of_the_nineteenth_is_in_dispute_and_undecided(records: Records) -> None:
    venue = meeting(records, 19).venue
    assert isinstance(venue, Disputed)
    assert venue.decided is None
    assert {claim.value.city: claim.sources for claim in venue.disputed} == {
        "Hong Kong": (MAIN,),
        "Guangzhou": ("isd-2024-10-09",),
    }


def test_convenors_are_named_where_a_source_names_them(records: Records) -> None:
    convenors = {
        one.number: [(c.person, c.verb) for c in known]
        for one in records.meetings
        if (known := settled(one.convenors))
    }
    assert convenors == {
        3: [("stephen-mak", "co-chaired"), ("wen-guohui", "co-chaired")],
        14: [("victor-lam", "co-chaired"), ("yang-pengfei", "co-chaired")],
        19: [("tony-wong", "reviewed"), ("qu-xiaojie", "reviewed")],
        20: [("tony-wong", None), ("qu-xiaojie", None)],
    }


def test_every_person_named_held_a_post_on_the_day(records: Records) -> None:
    days = [(one.person, settled(record.date)) for record in records.agreements for one in record.witnesses]
    days += [(one.person, settled(record.date)) for record in records.events for one in record.people]
    for person, day in days:
        assert day is not None
        assert any(post.covers(day.first) for post in records.people[person].posts), (person, str(day))


def test_every_convenor_held_a_post_on_the_day(records: Records) -> None:
    for one in records.meetings:
        (day,) = values(one.date)
        for convenor in settled(one.convenors) or ():
            assert any(post.covers(day) for post in records.people[convenor.person].posts)


@pytest.mark.parametrize(
    ("place", "printed", "right"),
    [
        ("1", "nine majors areas", "nine major areas"),
        ("2", "Guangdong Information Industry Department", "Department of Information Industry of Guangdong"),
        ("5", "Framework Agreement on Guangdong/Hong Kong", "Framework Agreement on Hong Kong/Guangdong"),
        ("7", "Customs, and Excise Department", "Customs and Excise Department"),
        ("9", 'Hong Kong "', 'Hong Kong"'),
        ("12", "good information innovation", "a good information innovation"),
        ("18", "Customs and Exercise Department", "Customs and Excise Department"),
        ("19", "Customs and Exercise Department", "Customs and Excise Department"),
        ("19", "Digital Policy Officer", "Digital Policy Office"),
        ("19", "nineteen plenary", "nineteenth plenary"),
        ("information-framework-agreement-2013", "Commerce & Economic", "Commerce and Economic"),
        ("information-framework-agreement-2013", "Economic & Information", "Economic and Information"),
        ("modern-information-services-forum-2009", "theme this year is", "theme that year was"),
    ],
)
def test_a_slip_of_the_page_is_held_as_printed_beside_the_right_form(
    records: Records, place: str, printed: str, right: str
) -> None:
    assert any(where == place and printed in s.printed and right in s.right for where, s in slips(records))


def test_a_slip_never_stands_in_the_name_of_a_body(records: Records) -> None:
    names = {str(name.name.en) for body in records.bodies.values() for name in body.names}
    assert not names & {slip.printed for _, slip in slips(records)}
    assert {"Customs and Excise Department", "Digital Policy Office"} <= names


def test_no_slip_can_be_seen_before_the_name_it_misspells(records: Records) -> None:
    by_name = {str(name.name.en): name for body in records.bodies.values() for name in body.names}
    for where, slip in slips(records):
        name = by_name.get(slip.right)
        if name is None or name.starts is None or not where.isdigit():
            continue
        (day,) = values(meeting(records, int(where)).date)
        assert name.starts.first <= max(day, slip.since or day)


def test_the_spelling_of_2009_and_the_usual_one_are_the_same_person(records: Records) -> None:
    wen = records.people["wen-guohui"]
    assert str(wen.name) == "Wen Guohui"
    assert "Wen Guo-hui" in wen.aliases


def test_customs_is_not_listed_at_the_seventeenth_and_a_note_says_what_that_means(records: Records) -> None:
    fact = meeting(records, 17).hong_kong
    assert "customs-and-excise-department" not in listed(fact)
    assert isinstance(fact, Stated)
    assert "Not listed does not mean absent" in str(fact.note)


def test_six_agreements_are_recorded_as_business_of_the_group(records: Records) -> None:
    own = [one for one in records.agreements if one.scope is Scope.GROUP]
    assert [(one.level.value, str(settled(one.date))) for one in own] == [
        ("industry", "2006-05-17"),
        ("industry", "2007-06-22"),
        ("industry", "2007-06-22"),
        ("industry", "2007-06-22"),
        ("government", "2007-08-02"),
        ("government", "2013-09-16"),
    ]


def test_the_agreements_between_governments_follow_a_plenary_of_the_group(records: Records) -> None:
    ties = {one.id: one.tie for one in records.agreements if one.scope is Scope.GROUP and one.tie}
    assert {key: (tie.meeting, tie.relation.value) for key, tie in ties.items()} == {
        "mou-2006": (1, "during"),
        "software-outsourcing-2007": (2, "during"),
        "open-source-software-2007": (2, "during"),
        "digital-home-2007": (2, "during"),
        "arrangement-2007": (2, "after"),
        "information-framework-agreement-2013": (8, "after"),
    }


def test_the_forums_have_their_theme_their_speakers_and_the_basis_of_their_counts(records: Records) -> None:
    first, second = (one for one in records.events if one.kind.value == "forum")
    assert first.theme == "cross border e-commerce"
    assert [one.person for one in first.people] == ["jeremy-godfrey", "wen-guohui"]
    assert [one.person for one in second.people] == ["allen-yeung", "zou-sheng"]
    assert first.attendance
    assert second.attendance
    assert (first.attendance.number, first.attendance.about) == (140, False)
    assert (second.attendance.number, second.attendance.about) == (200, True)
    assert first.attendance.basis != second.attendance.basis


def test_what_is_only_context_is_tied_to_no_plenary_but_by_its_day(records: Records) -> None:
    agreements = [one for one in records.agreements if one.scope is Scope.CONTEXT]
    events = [one for one in records.events if one.scope is Scope.CONTEXT]
    assert [one.id for one in agreements if one.tie] == []
    assert [one.id for one in events if one.tie] == ["electronic-signature-measures"]
    assert all(MAIN not in one.sources for one in agreements)
    assert all(MAIN not in one.sources for one in events)


def test_seventeen_plenaries_of_the_joint_conference_are_context(records: Records) -> None:
    plenaries = [one for one in records.events if one.id.startswith("joint-conference-")]
    assert [int(one.id[-2:]) for one in plenaries] == list(range(8, 25))
    days = [str(settled(one.date)) for one in plenaries]
    assert days == sorted(days)


def test_every_id_that_is_named_is_recorded_and_every_source_is_cited(records: Records) -> None:
    whole = "".join(part.model_dump_json() for part in _all(records))
    assert [key for key in records.sources if f'"{key}"' not in whole] == []
    assert [key for key in records.people if f'"{key}"' not in _without(records, "people")] == []


def test_a_source_that_was_read_in_part_says_so(records: Records) -> None:
    assert records.sources["isd-2024-10-09"].read is Reading.FIRST_PART
    assert records.sources["isd-2008-07-04"].read is Reading.WHOLE


def test_a_name_known_only_from_days_seen_is_not_known_before_them(records: Records) -> None:
    unknown: list[Body] = [
        body
        for body in records.bodies.values()
        if body.side.value in ("guangdong", "central") and not (body.names[0].seen or body.names[0].starts)
    ]
    assert unknown == []


def _all(records: Records) -> list[BaseModel]:
    return [
        records.group,
        *records.bodies.values(),
        *records.people.values(),
        *records.agreements,
        *records.events,
        *records.developments,
        *records.meetings,
    ]


def _without(records: Records, kind: str) -> str:
    left_out = set(map(id, getattr(records, kind).values()))
    return "".join(part.model_dump_json() for part in _all(records) if id(part) not in left_out)
