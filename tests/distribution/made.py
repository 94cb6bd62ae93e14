"""Desks with made-up recipients, for tests: papers are laid out once and copied by all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.order import Order
from egci_reports.distribution.editions import issuance_of
from egci_reports.distribution.issuance import Issuance
from egci_reports.distribution.issue_plan import IssueOptions
from egci_reports.distribution.letters import Letters
from egci_reports.distribution.master import Master
from egci_reports.distribution.register import Issue
from egci_reports.engine.document.nodes import Document, Paragraph, Text
from egci_reports.engine.writers.pdf.write import layout
from egci_reports.records.distribution import Channel, Distribution, Recipient
from egci_reports.records.records import Records
from egci_reports.workspace import find_workspace
from tests.conftest import MADE_UP

BODY = "made-up-harbour-office"
GUANGDONG = "made-up-delta-lamp-department"
NOW = datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)
ALL = IssueOptions()


@cache
def _desk(marking: str | None) -> Issuance:
    workspace = find_workspace(MADE_UP, MADE_UP)
    draft = begin(workspace, Order("annual", "2008", marking=marking))
    return issuance_of(workspace, draft.records, draft)


@cache
def one_page() -> Master:
    """Return a master of one page, which is saved fast."""
    master = _desk(None).master
    document = Document(master.meta, (Paragraph((Text("A made-up paper of one page."),)),))
    return replace(master, layout=layout(document, master.draft.theme))


def paper(marking: str | None = None) -> Master:
    """Return the master of a whole made-up paper."""
    return _desk(marking).master


def issuance(root: Path, recipients: Iterable[Recipient], master: Master | None = None) -> Issuance:
    """Return a issuance with these recipients that writes below `root`."""
    records = on_the_list(recipients, _desk(None).records)
    data = root / "data"
    data.mkdir(parents=True, exist_ok=True)
    return Issuance(
        Letters(master or one_page()),
        records,
        data,
        root / "reports" / "distribution",
    )


def edition(number: str, content: str = "a" * 64) -> Master:
    """Return the master of one page as a numbered edition with that hash of its content."""
    master = one_page()
    request = replace(master.draft.request, edition=number)
    identity = replace(master.meta.identity, edition=number) if master.meta.identity else None
    meta = replace(master.meta, status=f"Edition {number}", watermark=None, identity=identity)
    document = replace(master.layout.document, meta=meta)
    return replace(
        master,
        draft=replace(master.draft, request=request),
        layout=replace(master.layout, document=document),
        issue=Issue(master.issue.paper, number, content),
    )


def on_the_list(recipients: Iterable[Recipient], records: Records) -> Records:
    """Return records with these recipients."""
    day = records.distribution.as_at if records.distribution else date.max
    return records.with_(distribution=Distribution(as_at=day, recipients=tuple(recipients)))


def posts(count: int, channel: Channel = Channel.FOLDER, body: str = BODY) -> list[Recipient]:
    """Return that many posts of one body; mail goes to an address each."""
    return [
        Recipient(body=body, post=f"Made-up Post {n}", channel=channel, address=f"post{n}@made-up.example")
        for n in range(1, count + 1)
    ]
