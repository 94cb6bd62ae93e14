"""A disk that fills up while the ledger is written: the run stops, and the next one sends nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from egci_reports.distribution.audit import audit
from egci_reports.distribution.entries import LedgerLine
from egci_reports.distribution.issue_plan import PlannedCopy
from egci_reports.distribution.ledger import content_of, read_ledger
from egci_reports.errors import WriteError
from egci_reports.records.distribution import Channel
from tests.cases import mostly_thorough
from tests.distribution.made import issuance, posts
from tests.distribution.one_paper import issue
from tests.distribution.server import Mailbox, serving, trusted
from tests.distribution.test_mail import SEND

pytestmark = pytest.mark.slow

resource = pytest.importorskip("resource", reason="files are kept small by a limit that Windows has not")

HOLDERS = 4
LINE = 620
"""About the length of a line of the ledger, in bytes."""


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file grow beyond a size."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


SIZES = [10, *range(LINE // 2, 2 * HOLDERS * LINE, 3 * LINE // 4)]


@pytest.mark.parametrize("size", mostly_thorough(SIZES, (0, 1, 2, 5, 8, 10)))
def test_a_run_for_which_there_is_no_room_stops_and_the_next_brings_each_holder_one_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted(tmp_path)))
    mailbox = Mailbox()
    made = issuance(tmp_path, posts(HOLDERS, Channel.MAIL))

    def ask(copy: PlannedCopy, _line: LedgerLine) -> bool:
        return str(copy.address) in mailbox.counts

    with serving(mailbox) as server:
        with room_for(size), pytest.raises(WriteError) as caught:
            issue(made, SEND, server)
        assert caught.value.findings[0].code == "W301"
        lines = read_ledger(made.data)
        assert len(mailbox.messages) <= len(lines)
        assert len(content_of(made.data)) <= size
        assert issue(made, SEND, server, ask=ask).is_whole
    assert mailbox.counts == {f"post{n}@made-up.example": 1 for n in range(1, HOLDERS + 1)}
    assert audit(content_of(made.data)) == ()
