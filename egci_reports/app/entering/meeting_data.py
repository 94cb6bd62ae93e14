"""Puts the record of a plenary right once the answers of its form are in."""

from __future__ import annotations

from typing import Any

from egci_reports.app.collecting.naming import NameMatch
from egci_reports.app.collecting.values import NotRead, chosen
from egci_reports.app.entering import kinds
from egci_reports.app.entering.filing import ordered
from egci_reports.app.entering.places import FACT, look, put
from egci_reports.app.entering.posts import seen_in, without_posts
from egci_reports.app.entering.questions import ADOPTED, MAIN, Data
from egci_reports.engine.templating.word_list import WordList
from egci_reports.records.meetings import Meeting, Mode, Status

_MOST_SOURCES = 12
_HERE = "source:"
"""Begins what stands for a source of the form until its id is known."""


def source_names(words: WordList, own: list[str]) -> kinds.Name:
    """Return the kind of an entry that names a source of the form, on record or not, by its place in it."""
    names = {words("entry.source", number=place): place for place in range(1, _MOST_SOURCES + 1)}
    shown = {place: name for name, place in names.items()}

    def name(key: str) -> str:
        place = key.removeprefix(_HERE)
        if place != key:
            return shown[int(place)]
        return shown.get(own.index(key) + 1, key) if key in own else key

    def meant(text: str) -> NameMatch:
        try:
            place = int(chosen(text, names))
        except NotRead as error:
            raise NotRead(f"{error}: the sources stand at the end of the form") from error
        return NameMatch(own[place - 1] if place <= len(own) else f"{_HERE}{place}")

    return kinds.Name(tuple(names), name, meant)


def finished(data: Data, before: Data, answered: set[str], default_source: str) -> Data:
    """Return the data of a plenary with the ids of its sources, and without what is proposed no more.

    Whoever sends the form back as that of a plenary that was held has confirmed what stood in it.
    """
    main = dict(data[MAIN])
    ours = sorted((one for one in data["sources"] if ADOPTED in one), key=lambda one: one[ADOPTED])
    named = [*before[MAIN].get("sources", []), *(one["id"] for one in ours)]
    own = list(dict.fromkeys(named)) or [default_source]
    sources = [{key: value for key, value in one.items() if key != ADOPTED} for one in data["sources"]]
    main["sources"] = own
    main = _with_sources(main, own)
    if main.get("status") == Status.HELD:
        main.pop("status")
        main.pop("proposed", None)
    elif "proposed" in main:
        main["proposed"] = [name for name in main["proposed"] if name not in answered]
    if main.get("mode") == Mode.VIDEO and "city" not in answered:
        main.pop("venue", None)
    heads, day = look(main, ("convenors", FACT)) or [], look(main, ("date", FACT))
    if heads:
        main = put(main, ("convenors", FACT), without_posts(heads))
    lists = {name: [_sourced(one, own) for one in data[name]] for name in ("agreements", "events")}
    people = seen_in(data["people"], heads, day) if day else data["people"]
    return {**data, **lists, "people": people, "sources": sources, MAIN: ordered(Meeting, main)}


def _sourced(entry: dict[str, Any], own: list[str]) -> dict[str, Any]:
    """Give a new signing or event the sources of the plenary."""
    return entry if entry["sources"] else {**entry, "sources": own}


def _with_sources(main: dict[str, Any], own: list[str]) -> dict[str, Any]:
    """Put ids in place of sources that were named by their places."""
    areas = look(main, ("areas", "listed", FACT)) or []
    for place, area in enumerate(areas):
        named = area.get("sources", []) if isinstance(area, dict) else []
        ids = [_id(key, own) for key in named]
        if ids != named:
            main = put(main, ("areas", "listed", FACT, place, "sources"), ids)
    return main


def _id(key: str, own: list[str]) -> str:
    place = key.removeprefix(_HERE)
    return own[int(place) - 1] if place != key and int(place) <= len(own) else key
