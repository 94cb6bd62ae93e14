"""What is true from a day on, or up to it: posts, how the group came about."""

from __future__ import annotations

from datetime import date

import pytest

from egci_reports.analysis.plenaries import series_of
from egci_reports.records.bodies import Person
from egci_reports.views.founding import founding_of
from egci_reports.views.names import post_on
from tests.analysis.made import meeting, records


def test_of_two_posts_held_on_a_day_the_later_one_is_named() -> None:
    """As long as nothing is known of its end, the earlier post may have been held too."""
    posts = [{"title": "Clerk", "starts": "2001"}, {"title": "Master", "starts": "2005-03-01"}]
    fields = {"id": "ada", "name": "Ada", "surname": "Made-Up", "side": "hong-kong", "posts": posts}
    person = Person.model_validate(fields)
    held = [post_on(person, date(2005, *day)) for day in ((2, 28), (3, 1))]
    assert [str(post.title) for post in held if post] == ["Clerk", "Master"]
    assert post_on(person, date(2000, 12, 31)) is None


def test_a_person_without_an_honorific_is_called_by_the_whole_name() -> None:
    fields = {"id": "ada", "name": "Ada Made-Up", "surname": "Made-Up", "side": "hong-kong"}
    plain, titled = (Person.model_validate({**fields, **more}) for more in ({}, {"honorific": "Dr"}))
    assert (plain.full_name, plain.mention) == ("Ada Made-Up", "Ada Made-Up")
    assert (titled.full_name, titled.mention) == ("Dr Ada Made-Up", "Dr Made-Up")


@pytest.mark.parametrize(
    ("on", "before"), [("2001-05-31", True), ("2001-06-01", False), ("2001-05", True), ("2001-06", False)]
)
def test_what_happened_on_the_day_of_the_first_plenary_is_none_of_what_led_to_it(
    on: str, before: bool
) -> None:
    made = records(meeting(1, "2001-06-01"))
    fact = {"text": "It was set up.", "on": on, "sources": ["page"]}
    group = type(made.group).model_validate({**made.group.model_dump(), "founding": [fact]})
    made = made.with_(group=group)
    told = [bool(founding_of(made, series_of(made), before_first=first)) for first in (True, False)]
    assert told == [before, not before]
