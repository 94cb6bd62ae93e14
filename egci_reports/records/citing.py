"""Gives each fact the sources that it rests on: its own, else those of what holds it, up to its file."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from pydantic import BaseModel

from egci_reports.records.base import Model
from egci_reports.records.records import Records

M = TypeVar("M", bound=Model)


def with_sources(records: Records) -> Records:
    """Return the records with the sources of every fact of a plenary, agreement, event or development.

    A fact that names none rests on those of its list, else of its record, and on no page that neither names.
    Names of bodies and posts of people stand in no file with sources, so theirs stay as they are.
    """
    return records.with_(
        meetings=_rested(records.meetings),
        agreements=_rested(records.agreements),
        events=_rested(records.events),
        developments=_rested(records.developments),
    )


def _rested(models: tuple[M, ...]) -> tuple[M, ...]:
    return tuple(cast("M", _with(model, ())) for model in models)


def _with(value: Any, around: tuple[str, ...]) -> Any:
    """Return a value in which every field `sources` that is empty holds the sources around it."""
    if isinstance(value, tuple):
        parts = tuple(_with(part, around) for part in value)
        return parts if any(new is not old for new, old in zip(parts, value, strict=True)) else value
    if not isinstance(value, BaseModel):
        return value
    names = type(value).model_fields
    own = getattr(value, "sources", ())
    nearest = own or around
    update = {"sources": nearest} if "sources" in names and not own and nearest else {}
    for name in names:
        old = getattr(value, name)
        if name != "sources" and (new := _with(old, nearest)) is not old:
            update[name] = new
    return value.model_copy(update=update) if update else value
