"""What a copy costs: 100 copies of a report of 12 pages to a folder, and by mail to a server on loopback.

Run as `python -m benchmarks.copies [COPIES]` in the folder of the project. Each way is taken in a process of
its own, and compared with building the report afresh for each holder.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.build import build
from egci_reports.app.papers.order import Format, Order
from egci_reports.distribution.editions import issuance_of
from egci_reports.distribution.issuance import Issuance
from egci_reports.distribution.issue_plan import IssueOptions
from egci_reports.distribution.mail import Server
from egci_reports.records.distribution import Channel
from egci_reports.workspace import find_workspace
from tests.distribution.made import on_the_list, posts
from tests.distribution.one_paper import issue, plan
from tests.distribution.server import HOST, SENDER, Mailbox, serving, trusted

ROOT = Path(__file__).resolve().parents[1]
ORDER = Order("annual", "2013", formats=(Format.PDF,))
WANTED = IssueOptions(send=True)
WAYS = ("afresh", "folder", "mail")
HOLDER = "marine-department"


def a_desk(root: Path, copies: int, channel: Channel) -> Issuance:
    """Return the distribution of the report of 2013 and made-up posts of a body of the shipped records."""
    workspace = find_workspace(ROOT, ROOT)
    draft = begin(workspace, ORDER)
    shipped = issuance_of(workspace, draft.records, draft)
    data = root / "data"
    data.mkdir()
    listed = on_the_list(posts(copies, channel, HOLDER), shipped.records)
    return replace(shipped, records=listed, data=data, out=root / "out")


def afresh(copies: int) -> int:
    """Build the report for each holder, from the records on; return its pages."""
    workspace = find_workspace(ROOT, ROOT)
    return [build(begin(workspace, ORDER)).pages for _ in range(copies)][-1]


def issued(root: Path, copies: int, channel: Channel, server: Server | None) -> int:
    """Issue all copies: plan, letters, files or mail, ledger and manifest; return the pages of each."""
    made = a_desk(root, copies, channel)
    plan(made, WANTED)
    outcome = issue(made, WANTED, server)
    if len(outcome.issued) != copies:
        raise RuntimeError(f"{len(outcome.issued)} of {copies} copies went out")
    return made.master.pages


def measure(way: str, copies: int, port: int) -> dict[str, float]:
    """Take one way once without and once with the copies, in this process."""
    with tempfile.TemporaryDirectory(prefix="egci-copies-") as folder:
        ways: dict[str, Callable[[], int]] = {
            "afresh": lambda: afresh(copies),
            "folder": lambda: issued(Path(folder), copies, Channel.FOLDER, None),
            "mail": lambda: issued(
                Path(folder), copies, Channel.MAIL, Server(HOST, port, tls=False, sender=SENDER)
            ),
        }
        start, clock = time.process_time(), time.perf_counter()
        pages = ways[way]()
        return {
            "pages": pages,
            "cpu": time.process_time() - start,
            "clock": time.perf_counter() - clock,
            "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }


def measured(way: str, copies: int, port: int, authority: Path) -> dict[str, float]:
    """Measure in a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-m", "benchmarks.copies", way, str(copies), str(port)],
        cwd=ROOT,
        env={**os.environ, "SSL_CERT_FILE": str(authority)},
        check=True,
        capture_output=True,
        text=True,
    )
    found: dict[str, float] = json.loads(ran.stdout)
    return found


def main() -> None:
    if len(sys.argv) == 4:
        print(json.dumps(measure(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))))
        return
    copies = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    mailbox = Mailbox()
    with tempfile.TemporaryDirectory() as folder, serving(mailbox) as server:
        authority = trusted(Path(folder))
        for way in WAYS:
            one = measured(way, 1, server.port, authority)
            mailbox.messages.clear()
            many = measured(way, copies, server.port, authority)
            cpu, clock = (1000 * (many[key] - one[key]) / (copies - 1) for key in ("cpu", "clock"))
            print(
                f"{way:<7}{copies} copies of {many['pages']} pages: {cpu:4.0f} ms a copy ({clock:.0f} ms by "
                f"the clock), peak {many['peak']:.0f} MB (of one copy {one['peak']:.0f} MB)",
                flush=True,
            )
    print(f"counted by the server: {len(mailbox.messages)} messages to {len(mailbox.counts)} addresses")


if __name__ == "__main__":
    main()
