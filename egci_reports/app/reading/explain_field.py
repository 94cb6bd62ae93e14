"""Explains the fields of records, as an officer writes them: areas.listed, bodies.names.starts.

All is read from the models, which takes about a second: nothing else than `explain` may import this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from egci_reports.app.keeping.field_forms import FILES, Node, form_of, part_of
from egci_reports.app.keeping.schema import files_of_records, schema_of
from egci_reports.errors import Finding, UsageError, did_you_mean
from egci_reports.records.audience.allowed import TABLE
from egci_reports.records.audience.reader import Audience
from egci_reports.records.base import Model
from egci_reports.records.facts import UnstatedReason
from egci_reports.records.load import LISTS, PLAIN_LISTS
from egci_reports.records.papers import OwnTexts

_READERS = (Audience.DEPARTMENT, Audience.JOINT, Audience.PUBLIC)


@dataclass(frozen=True, slots=True)
class ExplainedField:
    """A field, or a kind of file, in words.

    `takes` is its form, `needed` says whether it must be there, `default` what holds where it is left out.
    `readers` are those beside the secretariat who may read it, each with the condition: ("joint", "yes").
    `under` are the fields that stand in it, with their meaning. `also` are other places of the same field.
    """

    path: str
    meaning: str
    takes: str
    needed: bool = False
    default: str | None = None
    readers: tuple[tuple[str, str], ...] = ()
    under: tuple[tuple[str, str], ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """A field where it stands: its path, the kind of record that has it, its name, schema and parts."""

    path: str
    owner: str
    name: str
    node: Node
    needed: bool
    parts: Mapping[str, Node]


def kinds_of_files() -> tuple[str, ...]:
    """Return the kinds of files, by which a path begins: meeting, bodies, sources ..."""
    return tuple(_models())


def explain_field(path: str) -> tuple[ExplainedField, ...]:
    """Return what a path means: a kind of file, else each field whose path ends so.

    A path may begin with the name of a part too, as docs/data.md heads it: delegation.hedge. Raises
    UsageError (U304) with the fields of the part that is named, or the nearest paths, if nothing is.
    """
    wanted = path.strip(".").lower().replace("-", "_")
    places = _places()
    if wanted in kinds_of_files():
        return (_file(wanted, places),)
    found = [place for place in places if place.path == wanted]
    found = found or [place for place in places if place.path.endswith(f".{wanted}")]
    found = found or [place for place in places if f"{place.owner.lower()}.{place.name}" == wanted]
    if not found:
        raise UsageError(Finding("U304", f"there is no field {path!r}", hint=_hint(wanted, places)))
    same: dict[tuple[str, str], list[_Place]] = {}
    for place in found:
        same.setdefault((place.owner, place.name), []).append(place)
    return tuple(_explained(group) for group in same.values())


def _hint(wanted: str, places: Sequence[_Place]) -> str:
    """Return what is nearest among the ends of paths that have as many names, or what the part named has."""
    names = wanted.count(".") + 1
    ends = (".".join(place.path.split(".")[-names:]) for place in places)
    near = get_close_matches(wanted, dict.fromkeys([*kinds_of_files(), *ends]), n=2, cutoff=0.8)
    part = wanted.rpartition(".")[0].rpartition(".")[2]
    has = dict.fromkeys(place.name for place in places if part and place.owner.lower() == part)
    if has and not any(one.startswith(f"{part}.") for one in near):
        return f"{part} has: {', '.join(has)}"
    return did_you_mean(near) if near else f"begin with a file: {', '.join(kinds_of_files())}"


@cache
def _places() -> tuple[_Place, ...]:
    """Return every field of every file; made once in a run."""
    schemas = {kind: (model.__name__, schema_of(model)) for kind, model in _models().items()}
    return tuple(
        place
        for kind, (name, schema) in schemas.items()
        for place in _inside(kind, name, schema, schema["$defs"])
    )


def _models() -> Mapping[str, type[Model]]:
    return {**files_of_records(), "paper": OwnTexts}


def _inside(path: str, owner: str, part: Node, parts: Mapping[str, Node]) -> Iterator[_Place]:
    for name, node in part["properties"].items():
        here = f"{path}.{name}"
        yield _Place(here, owner, name, node, name in part.get("required", ()), parts)
        if inner := part_of(node, parts):
            yield from _inside(here, inner, parts[inner], parts)


def _file(kind: str, places: Iterable[_Place]) -> ExplainedField:
    model = _models()[kind]
    file = FILES.get(kind, f"{kind}.yaml")
    meaning = " ".join((model.__doc__ or "").split()).removeprefix(f"{file}: ")
    under = [place for place in places if place.path.rpartition(".")[0] == kind]
    fields = tuple((place.name, str(place.node["description"])) for place in under)
    also = tuple(place.path for place in places if place.name == kind)
    takes = f"data/{file}: {'a list of entries' if kind in (*LISTS, *PLAIN_LISTS) else 'one record'}"
    return ExplainedField(kind, meaning, takes, under=fields, also=also)


def _explained(group: list[_Place]) -> ExplainedField:
    place, *others = group
    inner = part_of(place.node, place.parts)
    under = place.parts[inner]["properties"].items() if inner else ()
    default = place.node.get("default")
    readers = next(
        (
            row.readers
            for row in TABLE
            if row.record.__name__ == place.owner and place.name in row.names.split()
        ),
        {},
    )
    return ExplainedField(
        path=place.path,
        meaning=str(place.node["description"]),
        takes=_takes(place),
        needed=place.needed,
        default=None
        if default is None
        else str(default).lower()
        if isinstance(default, bool)
        else str(default),
        readers=tuple((who.value, readers[who].words.replace("`", "")) for who in _READERS if who in readers),
        under=tuple((name, str(node["description"])) for name, node in under),
        also=tuple(other.path for other in others),
    )


def _takes(place: _Place) -> str:
    """Say what a field takes, and of a fact in which other ways it can be written."""
    form = form_of(place.node, place.parts, _fields).replace("`", "")
    if not form.startswith("fact: "):
        return form
    reasons = " | ".join(UnstatedReason)
    other = "{value: ..., sources: [ids], note: ...}, {disputed: [...]}, {unstated: REASON, note: ...}"
    return f"{form.removeprefix('fact: ')}; or {other}, the reason being {reasons}"


def _fields(name: str) -> str:
    """Name a part with fields of its own, which are told below it."""
    return "words by language" if name == "Words" else "fields"
