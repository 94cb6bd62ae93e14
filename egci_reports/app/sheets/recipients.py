"""Who gets copies of papers, as a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from egci_reports.app.sheets.put import Change, Value
from egci_reports.app.sheets.table import Edit, NotWritten, Table, Values, without_blanks
from egci_reports.engine.templating.word_list import WordList
from egci_reports.errors import Finding, UsageError
from egci_reports.forms.sheet_model import CellKind, Column
from egci_reports.records.audience.reader import Audience
from egci_reports.records.distribution import Channel, PaperFor, Recipient
from egci_reports.records.paper_kinds import PaperKind
from egci_reports.records.records import Records

_NONE = "none"
"""Stands for a paper that a recipient does not get."""
_FIELDS = ("code", "channel", "address")


class RecipientTable(Table):
    """The recipients, each known by its body and post."""

    name = "recipients"

    def __init__(self, records: Records, data: Path, words: WordList) -> None:
        super().__init__(records, data, words)
        listed = records.distribution
        if listed is None:
            hint = "what it holds: egci-report explain distribution; the shipped one is an example"
            raise UsageError(
                Finding("U401", "there is no list of recipients: data/distribution.yaml", hint=hint)
            )
        self.listed = listed
        self.rows = {one.key: self._values(one) for one in listed.recipients}
        channels = {words(f"sheet.channels.{one.value}"): one.value for one in Channel}
        bodies = self.bodies.offered(None, (one.body for one in listed.recipients))
        self.columns = (
            self.column("body", CellKind.KEY, "name", bodies),
            self.column("post", CellKind.KEY, "name"),
            self.column("code", CellKind.TEXT, "short"),
            self.column("channel", CellKind.CHOICE, "short", channels),
            self.column("address", CellKind.TEXT, "name"),
            *(self._gets(kind) for kind in PaperKind),
            self.column("reason", CellKind.TEXT, "name"),
        )

    def _gets(self, kind: PaperKind) -> Column:
        name, none = f"gets_{kind.value}", {self.words("sheet.audiences.none"): _NONE}
        self.choices[name] = none | {
            self.words(f"sheet.audiences.{one.value}"): one.value for one in kind.audiences
        }
        title = self.words("sheet.gets", paper=kind.value)
        return Column(name, title, 14, CellKind.CHOICE, tuple(self.choices[name]))

    def _values(self, one: Recipient) -> dict[str, str]:
        side = self.records.bodies[one.body].side
        reasons = (paper.reason for paper in one.papers or () if paper.reason)
        return {
            "body": one.body,
            "post": one.post or "",
            "code": one.code or "",
            "channel": one.channel.value,
            "address": one.address or "",
            **{f"gets_{kind.value}": str(one.audience(kind, side) or _NONE) for kind in PaperKind},
            "reason": next(reasons, ""),
        }

    def key_of(self, values: Values) -> str:
        """Return the key by which the ledger knows a holder."""
        body, post = values.get("body", ""), values.get("post", "")
        return f"{body}/{post}" if body and post else body

    def puts(self, edit: Edit) -> Iterator[tuple[Path, Change]]:
        """Yield the recipient, or what of it changes."""
        path, at = self.data / "distribution.yaml", list(self.rows)
        gets = any(name.startswith("gets_") or name == "reason" for name in edit.changed)
        if edit.is_new:
            if "body" not in edit.whole:
                raise NotWritten("a new recipient needs its body")
            values: dict[str, Value] = {name: edit.whole.get(name, "") for name in ("body", "post", *_FIELDS)}
            entry = without_blanks({**values, **({"papers": self._papers(edit.whole)} if gets else {})})
            yield path, Change(("recipients", len(at)), entry)
            return
        place = ("recipients", at.index(edit.key))
        for name in _FIELDS:
            if name in edit.changed:
                yield path, Change((*place, name), edit.changed[name])
        if gets:
            yield path, Change((*place, "papers"), self._papers(edit.whole))

    def _papers(self, values: Values) -> list[Value]:
        """Return the papers of a recipient: plain where the audience is the one that its side gets."""
        side = self.records.bodies[values["body"]].side
        found: list[Value] = []
        for kind in PaperKind:
            audience = values.get(f"gets_{kind.value}", _NONE)
            if audience == _NONE:
                continue
            is_whole = kind is PaperKind.BRIEFING and audience == Audience.INTERNAL
            is_plain = PaperFor(paper=kind).made_for(side) == audience and not is_whole
            said = {"paper": kind.value, "audience": audience}
            if is_whole:
                said |= _reason(values)
            found.append(kind.value if is_plain else said)
        if not found:
            raise NotWritten("a recipient gets one paper at least: take its row out of distribution.yaml")
        return found


def _reason(values: Values) -> dict[str, str]:
    """Return the reason for which a post gets the whole of a briefing; raises NotWritten without one."""
    if not values.get("reason"):
        raise NotWritten("who gets the whole of a briefing needs a reason")
    return {"reason": values["reason"]}
