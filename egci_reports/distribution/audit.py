"""Proves a ledger: no line changed, inserted, removed or moved, and none cut off its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from egci_reports.distribution.entries import BEGINNING, LedgerLine, hash_of, parse_line
from egci_reports.errors import Finding, Position, VerificationError, WriteError
from egci_reports.files import NOTE, Refused, list_folder, parse_json, read_bytes

LEDGER = "data/ledger.jsonl"
"""The ledger as an officer would type it."""

FOLDER = "distribution"
"""The folder of all copies and their manifests, in the output folder."""

_RESTORE = "restore the ledger from git, or from a copy of it"


@dataclass(frozen=True, slots=True)
class LedgerHead:
    """The last line of the ledger as a manifest knew it: its number and hash, and which manifest."""

    lines: int
    hash: str
    manifest: str


def heads_in(folder: Path) -> tuple[LedgerHead, ...]:
    """Return what the manifests in the folders under a folder say of the ledger.

    Raises WriteError (W304) if the folder cannot be read, and VerificationError (V505) if a manifest cannot
    be read or understood: it might be the one that knows of lines that were cut off.
    """
    try:
        folders = [entry.path for entry in list_folder(folder) if entry.is_folder]
    except FileNotFoundError:
        return ()
    except Refused as error:
        message, hint = f"{folder} cannot be read: {error.reason}", "see to its permissions"
        raise WriteError(Finding("W304", message, hint=hint)) from error
    return tuple(head for path in folders if (head := _head(path / "manifest.json")))


def _head(path: Path) -> LedgerHead | None:
    try:
        raw = parse_json(read_bytes(path, inside=path.parents[1], most=NOTE))["ledger"]
        head = LedgerHead(raw["lines"], raw["head"], path.parent.name)
    except FileNotFoundError:
        return None
    except (Refused, ValueError, KeyError, TypeError) as error:
        reason = f"cannot be read: {error.reason}" if isinstance(error, Refused) else _NOT_OURS
        raise _unproved(path, reason) from error
    if type(head.lines) is not int or head.lines < 0 or not isinstance(head.hash, str):
        raise _unproved(path, _NOT_OURS)
    return head


_NOT_OURS = "is not as this program writes manifests: it was changed"


def _unproved(path: Path, reason: str) -> VerificationError:
    message = f"the manifest of {path.parent.name} {reason}"
    hint = f"restore {path}, or move its folder elsewhere, if you know why it is so"
    return VerificationError(Finding("V505", message, hint=hint))


def lines_of(content: bytes) -> tuple[list[bytes], bytes]:
    """Cut a ledger into its lines without their ends, and what stands after the last end (b"" if nothing)."""
    *lines, rest = content.split(b"\n")
    return lines, rest


def audit(content: bytes, heads: Iterable[LedgerHead] = ()) -> tuple[Finding, ...]:
    """Return a finding for each place at which a ledger is not as it was written.

    V501: a line that was changed. V502: a line in the wrong place, or one that is missing. V503: lines cut
    off the end, of which a manifest knows. V504: a last line that was not written to its end.
    """
    texts, rest = lines_of(content)
    return (*audit_lines(content, heads), *_torn(rest, len(texts)))


def audit_lines(content: bytes, heads: Iterable[LedgerHead] = ()) -> tuple[Finding, ...]:
    """Return what `audit` finds but for a last line without its end: it tells nothing, and harms nothing."""
    lines = [parse_line(text) for text in lines_of(content)[0]]
    return (*_chain(lines), *_ends(lines, heads))


def _chain(lines: Sequence[LedgerLine | None]) -> Iterator[Finding]:
    """Yield what is wrong from line to line; after a break the line as it stands is taken for the start."""
    number, before = 0, BEGINNING
    for place, line in enumerate(lines, 1):
        if line is None:
            yield _at("V501", place, "the line is not as this program writes lines: it was changed", _RESTORE)
            number, before = number + 1, ""
            continue
        if hash_of(line.number, line.at, line.before, line.entry) != line.hash:
            yield _at("V501", place, "the line was changed: its own hash does not fit it", _RESTORE)
            before = ""
        elif line.number != number + 1:
            yield _at("V502", place, _misplaced(line.number, number), _RESTORE)
        elif before and line.before != before:
            message = "the line does not follow the one above: one of the two was put in or written anew"
            yield _at("V502", place, message, _RESTORE)
        number, before = line.number, line.hash


def _misplaced(number: int, before: int) -> str:
    missing = number - before - 1
    if missing > 0:
        gone = f"line {before + 1} is" if missing == 1 else f"lines {before + 1} to {number - 1} are"
        return f"line {number} follows line {before}: {gone} missing here"
    return f"line {number} follows line {before}: it was moved, or put in"


def _ends(lines: Sequence[LedgerLine | None], heads: Iterable[LedgerHead]) -> Iterator[Finding]:
    for head in heads:
        known = f"the manifest of {head.manifest} was made when line {head.lines} was the last"
        if head.lines > len(lines):
            gone = head.lines - len(lines)
            message = f"{known}: {gone} {'line is' if gone == 1 else 'lines are'} cut off the end"
            yield _at("V503", max(len(lines), 1), message, _RESTORE)
        elif head.lines and (line := lines[head.lines - 1]) and line.hash != head.hash:
            yield _at("V503", head.lines, f"{known}, and it had another hash", _RESTORE)


def _torn(rest: bytes, count: int) -> Iterator[Finding]:
    if rest:
        message = "the last line was not written to its end: the program was stopped in the middle of it"
        hint = "the next `distribute --issue` takes it off; what it would have told is asked again"
        yield _at("V504", count + 1, message, hint)


def _at(code: str, line: int, message: str, hint: str) -> Finding:
    return Finding(code, message, Position(LEDGER, line), hint)
