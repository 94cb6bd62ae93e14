"""Runs the killing against a server, and counts what each holder got."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from egci_reports.distribution.audit import audit, heads_in
from egci_reports.distribution.entries import CopyEvent
from egci_reports.distribution.ledger import content_of, read_ledger
from tests.cli.conftest import SOURCE
from tests.distribution.killing import HOLDERS
from tests.distribution.server import Mailbox, serving, trusted


@dataclass(frozen=True)
class Round:
    """What a round came to.

    `mails`, `files` and `issued` are how many holders got how many copies by each count; `asked` are the
    messages about which the program asked, `leftovers` the files that were left half written.
    """

    kills: int
    mails: dict[int, int]
    files: dict[int, int]
    issued: dict[int, int]
    asked: int
    faults: int
    leftovers: int


EXACTLY_ONE_EACH = ({1: HOLDERS // 2}, {1: HOLDERS // 2}, {1: HOLDERS})


def rounds(folder: Path, kills: int, seed: int) -> list[Round]:
    """Kill runs so often in all; return what each round came to."""
    log = folder / "mailbox"
    with serving(Mailbox(log=log, pause=0.05)) as server:
        arguments = map(str, (server.port, log, folder, kills, seed))
        ran = subprocess.run(
            [sys.executable, "-m", "tests.distribution.killing", *arguments],
            cwd=SOURCE,
            env={**os.environ, "SSL_CERT_FILE": str(trusted(folder))},
            capture_output=True,
            text=True,
            timeout=500,
        )
    if ran.returncode:
        raise RuntimeError(ran.stderr)
    mails = Counter(log.read_text("utf-8").splitlines())
    return [_round(folder, mails, **json.loads(line)) for line in ran.stdout.splitlines()]


def _round(folder: Path, mails: Counter[str], number: int, kills: int) -> Round:
    root = folder / f"round-{number}"
    mine = [count for line, count in mails.items() if line.startswith(f"round-{number}@")]
    copies = [path for path in root.glob("out/*/*Copy*.pdf") if not path.stem.endswith("_memo")]
    files = Counter(path.stem.split("_Copy")[1] for path in copies)
    issued = Counter(
        line.entry.recipient for line in read_ledger(root / "data") if line.entry.event is CopyEvent.ISSUED
    )
    asked = root / "asked"
    return Round(
        kills,
        dict(Counter(mine)),
        dict(Counter(files.values())),
        dict(Counter(issued.values())),
        len(set(asked.read_text("utf-8").splitlines())) if asked.exists() else 0,
        len(audit(content_of(root / "data"), heads_in(root / "out"))),
        len(list(root.glob("out/*/.*"))),
    )
