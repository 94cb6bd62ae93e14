"""The posts in which a source names the heads of the two sides: asked with a plenary, kept with people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from egci_reports.app.entering.filing import ordered
from egci_reports.app.entering.places import Plain, look
from egci_reports.records.bodies import Post
from egci_reports.records.facts import values
from egci_reports.records.records import Records

POST = "@post"
"""Under what a head's post stands among the answers, until it is put with the people."""
_TITLE = ("title", Plain("en"), "en")


def titles(records: Records) -> tuple[str, ...]:
    """Return the titles of posts that heads of the two sides have held, the newest first."""
    people = [
        one.person for m in reversed(records.meetings) for heads in values(m.convenors) for one in heads
    ]
    posts = (post for key in people for post in reversed(records.people[key].posts))
    return tuple(dict.fromkeys(str(post.title) for post in posts))


def with_posts(heads: list[Any], people: list[Any], day: date | None) -> list[Any]:
    """Return the heads of a plenary with the posts in which they are on record to have been seen that day."""
    found = []
    for head in heads:
        own: dict[str, Any] = next((one for one in people if one["id"] == head["person"]), {})
        seen = [look(post, _TITLE) for post in own.get("posts", ()) if str(day) in post.get("seen", ())]
        found.append({**head, POST: seen[0]} if seen else head)
    return found


def without_posts(heads: list[Any]) -> list[Any]:
    """Return heads as the record of a plenary has them."""
    return [{key: value for key, value in head.items() if key != POST} for head in heads]


def seen_in(people: list[Any], heads: list[Any], day: object) -> list[Any]:
    """Return people with the day added to the post in which each head was seen; a new post if it is one."""
    posts = {head["person"]: head[POST] for head in heads if POST in head}
    return [
        {**one, "posts": list(_posts(one.get("posts", []), posts[one["id"]], str(day)))}
        if one["id"] in posts
        else one
        for one in people
    ]


def _posts(posts: list[Any], title: str, day: str) -> Iterator[Any]:
    held = [post for post in posts if str(look(post, _TITLE)).casefold() == title.casefold()]
    for post in posts:
        is_it = bool(held) and post is held[-1] and day not in post.get("seen", ())
        yield ordered(Post, {**post, "seen": [*post.get("seen", ()), day]}) if is_it else post
    if not held:
        yield {"title": title, "seen": [day]}
