"""Prints a stage on the way from the records to the files, which is how one debugs a paper."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import assert_never

from pydantic import BaseModel

from egci_reports.app.papers.begin import Draft
from egci_reports.app.papers.build import refuse_blocked
from egci_reports.app.papers.compose import compose, disputes_in, render
from egci_reports.app.papers.order import Stage
from egci_reports.engine.document.dump import dump
from egci_reports.engine.enclosing import AnnexFile
from egci_reports.engine.templating.positions import without_positions
from egci_reports.records.records import Records


def stage_text(draft: Draft, stage: Stage) -> str:
    """Return a stage of a paper as text: its records as JSON, its rendered XML, or its tree."""
    match stage:
        case Stage.RECORDS:
            return json.dumps(_plain(draft.records), indent=2, ensure_ascii=False) + "\n"
        case Stage.XML:
            return without_positions(render(draft)).rstrip() + "\n"
        case Stage.TREE:
            composed = compose(draft)
            if not draft.request.is_draft:
                refuse_blocked(draft, (*disputes_in(draft, composed.document), *composed.blocked))
            return dump(composed.document)
    assert_never(stage)


def _plain(records: Records) -> dict[str, object]:
    """Return the records as JSON can hold them, table by table."""
    tables = {
        field.name: _values(getattr(records, field.name))
        for field in fields(records)
        if field.name not in ("places", "audience")
    }
    return {"audience": records.audience.value, **tables}


def _values(value: object) -> object:
    match value:
        case BaseModel():
            return value.model_dump(mode="json", exclude_defaults=True)
        case AnnexFile():
            return {"sha256": value.sha256, "pages": value.pages, "claims": sorted(value.claims)}
        case Mapping():
            return {key: _values(one) for key, one in value.items()}
        case Iterable():
            return [_values(one) for one in value]
    return value
