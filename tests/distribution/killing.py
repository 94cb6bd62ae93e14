"""Kills runs at random moments, again and again, until all copies are out; run as a process of its own.

    python -m tests.distribution.killing SERVER-PORT MAILBOX-LOG FOLDER KILLS SEED

Half of the fifty holders get their copies by mail, half in a folder. Each run is a child of this process,
forked when all is laid out, and killed after a random time; the next one goes on. When a round is complete,
the next begins with a new ledger. Each time a run asks whether a message has arrived, the answer is what the
server says. Writes one JSON line a round to standard output.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path

from egci_reports.distribution.entries import LedgerLine
from egci_reports.distribution.issuance import Issuance
from egci_reports.distribution.issue_plan import IssueOptions, PlannedCopy
from egci_reports.distribution.mail import Server
from egci_reports.records.distribution import Channel
from tests.distribution.made import issuance, posts
from tests.distribution.one_paper import issue, plan
from tests.distribution.server import HOST

HOLDERS = 50
WANTED = IssueOptions(send=True)
LONGEST = 0.6
"""Seconds that a run lives at most."""
PATIENCE = 0.5
"""Seconds in which a server has certainly made up its mind about a message whose sender was killed."""


def received(log: Path, sender: str, address: str) -> int:
    """Return how many messages the server has taken for an address in a round."""
    text = log.read_text("utf-8") if log.exists() else ""
    return text.splitlines().count(f"{sender} {address}")


def run(made: Issuance, server: Server, log: Path, asked: Path) -> bool:
    """Issue what is not out yet; return whether all is out now."""

    def ask(copy: PlannedCopy, line: LedgerLine) -> bool:
        with asked.open("a", encoding="utf-8") as file:
            file.write(f"{copy.number} {line.number}\n")
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and not received(log, server.sender, str(copy.address)):
            time.sleep(0.02)
        return received(log, server.sender, str(copy.address)) > 0

    return issue(made, WANTED, server, ask=ask).is_whole


def killed(made: Issuance, server: Server, log: Path, asked: Path, seconds: float) -> bool:
    """Run in a child that lives for so long; return whether it was killed before its end."""
    child = os.fork()
    if child == 0:
        try:
            os._exit(0 if run(made, server, log, asked) else 3)
        finally:
            os._exit(4)
    time.sleep(seconds)
    ended, status = os.waitpid(child, os.WNOHANG)
    if not ended:
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    if os.WEXITSTATUS(status):
        raise RuntimeError(f"a run failed with {os.WEXITSTATUS(status)}")
    return False


def main() -> None:
    port, log_file, folder, kills, seed = sys.argv[1:]
    chance, done, number = random.Random(int(seed)), 0, 0
    recipients = [
        one.model_copy(update={"channel": Channel.MAIL if n % 2 else Channel.FOLDER})
        for n, one in enumerate(posts(HOLDERS))
    ]
    first = issuance(Path(folder), recipients)
    plan(first, WANTED)
    while done < int(kills):
        number += 1
        root = Path(folder) / f"round-{number}"
        (root / "data").mkdir(parents=True)
        made = replace(first, data=root / "data", out=root / "out")
        server = Server(HOST, int(port), False, f"round-{number}@made-up.example", seconds=10.0)
        start, log = done, Path(log_file)
        while done < int(kills) and killed(made, server, log, root / "asked", chance.uniform(0, LONGEST)):
            done += 1
        if not run(made, server, log, root / "asked"):
            raise RuntimeError("the last run did not bring all out")
        sys.stdout.write(json.dumps({"number": number, "kills": done - start}) + "\n")


if __name__ == "__main__":
    main()
