"""Says of a file what it is, what it was made from, and whether its bytes are as they were built."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from egci_reports.app.papers.current import digest_for
from egci_reports.app.papers.editions import is_edition
from egci_reports.app.papers.identity import claims_in, identity_in
from egci_reports.app.papers.order import FORMATS
from egci_reports.app.papers.receipts import FOLDER, FileReceipt, Receipt, content_hash, read, sha256
from egci_reports.app.records import records_of
from egci_reports.engine.document.nodes import Identity
from egci_reports.errors import EgciError, Finding, UsageError, VerificationError
from egci_reports.files import PAPER, Refused, is_there, list_folder, read_bytes
from egci_reports.records.paper_name import PaperName
from egci_reports.workspace import Workspace


class FileState(StrEnum):
    """How a file stands to what was built."""

    AS_BUILT = "as-built"  # byte for byte
    REPACKED = "repacked"  # the same content, compressed in another way
    ALTERED = "altered"  # its receipt has other content
    NO_RECEIPT = "no-receipt"  # nothing to compare it with
    NOT_OURS = "not-ours"  # it does not say that this program made it

    @property
    def is_fine(self) -> bool:
        """Whether nothing speaks against the file."""
        return self in (FileState.AS_BUILT, FileState.REPACKED, FileState.NO_RECEIPT)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of a file.

    `pages` is None without a receipt. `is_current` tells whether it was made from the records as they are
    now; None where those cannot be read.
    """

    path: Path
    state: FileState
    identity: Identity | None = None
    claims: tuple[str, ...] = ()
    pages: int | None = None
    sha256: str = ""
    is_current: bool | None = None


def verify(workspace: Workspace, path: Path, content: bytes) -> Verdict:
    """Compare a file with what it says of itself and with the receipts beside it and in the output folder.

    `content` are its bytes (see `content_of`). Raises VerificationError (V506) if a receipt cannot be read.
    """
    hashed, identity = sha256(content), identity_in(content)
    if identity is None:
        return Verdict(path, FileState.NOT_OURS, sha256=hashed)
    folders = dict.fromkeys((path.resolve().parent / FOLDER, workspace.reports.resolve() / FOLDER))
    state, file = _compare(
        path.name, content, identity, [receipt for f in folders for receipt in _receipts(f)]
    )
    return Verdict(
        path,
        state,
        identity,
        claims_in(content),
        file.pages if file else None,
        hashed,
        _is_current(workspace, identity),
    )


def files_named(workspace: Workspace, words: Sequence[str]) -> tuple[Path, ...]:
    """Return the files that words mean: a path, or what the output folder has of a paper and its editions.

    What is neither is returned as the path that it may be.
    """
    found: list[Path] = []
    while words:
        name, rest = PaperName.first_of(words)
        is_paper = not is_there(Path(words[0]))
        made = sorted(_made(workspace, str(name))) if is_paper else []
        found += made or [Path(str(name) if is_paper else words[0])]
        words = rest if is_paper else words[1:]
    return tuple(found)


def _made(workspace: Workspace, name: str) -> Iterator[Path]:
    try:
        entries = list_folder(workspace.reports)
    except (FileNotFoundError, Refused):
        return
    for entry in entries:
        stem = next((entry.name.removesuffix(f.suffix) for f in FORMATS if entry.name.endswith(f.suffix)), "")
        if stem == name or is_edition(stem.removeprefix(f"{name}-")):
            yield entry.path


def content_of(path: Path) -> bytes:
    """Return the bytes of a file; raises UsageError (U310) if it is not there, or cannot be read."""
    try:
        return read_bytes(path, most=PAPER)
    except (FileNotFoundError, Refused) as error:
        reason = error.reason if isinstance(error, Refused) else "there is no such file"
        raise UsageError(
            Finding("U310", f"{path} cannot be read: {reason}", hint="egci-report verify FILE")
        ) from error


def _receipts(folder: Path) -> list[Receipt]:
    """Return the receipts in a folder. One that cannot be read might be the very one that tells on a file."""
    try:
        paths = [entry.path for entry in list_folder(folder) if entry.path.suffix == ".json"]
        return [receipt for path in paths if (receipt := read(path))]
    except FileNotFoundError:
        return []
    except Refused as error:
        message = f"the receipt {error.path} cannot be read: {error.reason}"
        hint = "see to its permissions, or take it away: without it the file cannot be compared"
        raise VerificationError(Finding("V506", message, hint=hint)) from error


def _compare(
    name: str, content: bytes, identity: Identity, receipts: list[Receipt]
) -> tuple[FileState, FileReceipt | None]:
    """Return the state of a file, and the receipt that is its own: by its bytes, its content or its name."""
    files = [(receipt.identity, file) for receipt in receipts for file in receipt.files]
    hashed = sha256(content)
    if same := next((file for _, file in files if file.sha256 == hashed), None):
        return FileState.AS_BUILT, same
    if any(receipt.knows(name, hashed) for receipt in receipts):
        return FileState.AS_BUILT, None
    opened = content_hash(content)
    if same := next((file for _, file in files if file.content == opened), None):
        return FileState.REPACKED, same
    if own := next((file for of, file in files if file.name == name and of == identity), None):
        return FileState.ALTERED, own
    return FileState.NO_RECEIPT, None


def _is_current(workspace: Workspace, identity: Identity) -> bool | None:
    try:
        return digest_for(records_of(workspace), identity) == identity.records
    except EgciError:
        return None
