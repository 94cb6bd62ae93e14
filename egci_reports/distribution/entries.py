"""The lines of the ledger: what each says, and how lines are chained so that none can be changed unseen."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from enum import StrEnum

from egci_reports.files import parse_json

BEGINNING = "0" * 64
"""What stands as the hash before the first line."""


class CopyEvent(StrEnum):
    """What a line says of a copy. The last line about a copy is how it stands."""

    SENDING = (
        "sending"  # written before the end of a message is sent: its fate is unknown until the next line
    )
    ISSUED = "issued"
    FAILED = "failed"  # certainly not delivered
    UNKNOWN = "unknown"  # the server went silent when it had everything


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """What happened to one copy.

    `paper` and `edition` say of what ("annual-2024", "1.0"); `master` is the hash of the paper's content
    without the late text of copies. `recipient` is the holder's key, `holder` what the copy says. `file`
    and `sha256` are of the PDF; `message` is the id of the message sent, `result` what came of it.
    """

    event: CopyEvent
    paper: str
    edition: str
    master: str
    copy: int
    copies: int
    recipient: str
    holder: str
    channel: str
    file: str
    sha256: str
    pages: int
    message: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """An entry in its place: its number, the time of writing, the hash of the line before, and its own."""

    number: int
    at: str
    before: str
    entry: LedgerEntry
    hash: str

    @property
    def text(self) -> bytes:
        """The line as it stands in the file, with its end."""
        return _json({**_said(self.number, self.at, self.before, self.entry), "hash": self.hash}) + b"\n"


def next_line(before: LedgerLine | None, entry: LedgerEntry, now: datetime) -> LedgerLine:
    """Return the line that puts an entry after the last line (None at the beginning)."""
    number, link = (before.number + 1, before.hash) if before else (1, BEGINNING)
    at = now.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return LedgerLine(number, at, link, entry, hash_of(number, at, link, entry))


def hash_of(number: int, at: str, before: str, entry: LedgerEntry) -> str:
    """Return the hash that a line with this content bears."""
    return hashlib.sha256(_json(_said(number, at, before, entry))).hexdigest()


def parse_line(text: bytes) -> LedgerLine | None:
    """Read a line without its end; None if it is not, to the byte, such as this program writes.

    Its hash is read, not proved: `audit` does that.
    """
    try:
        raw = parse_json(text)
        own = {field.name: raw[field.name] for field in fields(LedgerEntry)}
        entry = LedgerEntry(**{**own, "event": CopyEvent(own["event"])})
        line = LedgerLine(raw["number"], raw["at"], raw["before"], entry, raw["hash"])
        return line if line.text == text + b"\n" and _is_typed(line) else None
    except (ValueError, TypeError, KeyError):
        return None


def _is_typed(line: LedgerLine) -> bool:
    numbers = (line.number, line.entry.copy, line.entry.copies, line.entry.pages)
    texts = [value for name, value in asdict(line.entry).items() if name not in ("copy", "copies", "pages")]
    return all(type(number) is int for number in numbers) and all(
        isinstance(text, str) for text in (*texts, line.at, line.before, line.hash)
    )


def _said(number: int, at: str, before: str, entry: LedgerEntry) -> dict[str, object]:
    return {"number": number, "at": at, **asdict(entry), "before": before}


def _json(value: dict[str, object]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
