"""Receipts: what was built from what, kept beside the papers in reports/.receipts/ and read by `verify`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from egci_reports.engine.document.nodes import Identity
from egci_reports.engine.writers.formats import format_of
from egci_reports.files import NOTE, parse_json, read_bytes

FOLDER = ".receipts"


@dataclass(frozen=True, slots=True)
class FileReceipt:
    """One file as it was built.

    `sha256` is the hash of its bytes; `content` the hash of what is in it before compression, which does
    not depend on the build of zlib. `claims` are the standards it claims: "PDF/UA-1", "PDF/A-2a".
    """

    name: str
    sha256: str
    content: str
    pages: int
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """The files of one paper, and what they were made from.

    `earlier` are files as they were made before, by name and SHA-256, which were not made anew with the
    others or, in the receipt of a run that was killed, may not have been. They are nobody's edits either.
    """

    identity: Identity
    files: tuple[FileReceipt, ...]
    earlier: tuple[tuple[str, str], ...] = ()

    def file(self, name: str) -> FileReceipt | None:
        """Return the receipt of a file by its name."""
        return next((file for file in self.files if file.name == name), None)

    def knows(self, name: str, hashed: str) -> bool:
        """Whether a file of this name was made with these bytes (their SHA-256), be it now or earlier."""
        made = self.file(name)
        return (name, hashed) in self.earlier or (made is not None and made.sha256 == hashed)


def sha256(content: bytes) -> str:
    """Return the SHA-256 of bytes, in hex."""
    return hashlib.sha256(content).hexdigest()


def content_hash(content: bytes) -> str:
    """Return the SHA-256 (hex) of what a file holds before compression, as its format tells."""
    state = hashlib.sha256()
    form = format_of(content)
    for piece in form.module.unpacked(content) if form else (content,):
        state.update(piece)
    return state.hexdigest()


def receipt_path(reports: Path, stem: str) -> Path:
    """Return where the receipt of a paper stands, by the stem of its files' names."""
    return reports / FOLDER / f"{stem}.json"


def dump(receipt: Receipt) -> bytes:
    """Return the receipt as JSON, always the same bytes for the same receipt."""
    told = asdict(receipt)
    if not receipt.earlier:
        del told["earlier"]
    return (json.dumps(told, indent=2, ensure_ascii=False) + "\n").encode()


def read(path: Path) -> Receipt | None:
    """Read a receipt; None if there is none, or it cannot be understood. Raises Refused."""
    try:
        raw: Mapping[str, Any] = parse_json(read_bytes(path, inside=path.parent, most=NOTE))
        files = tuple(FileReceipt(**{**file, "claims": tuple(file["claims"])}) for file in raw["files"])
        earlier = tuple((str(name), str(hashed)) for name, hashed in raw.get("earlier", ()))
        receipt = Receipt(Identity(**raw["identity"]), files, earlier)
    except (FileNotFoundError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return receipt if _is_typed(receipt) else None


def _is_typed(receipt: Receipt) -> bool:
    texts = [*asdict(receipt.identity).values()]
    for file in receipt.files:
        texts += [file.name, file.sha256, file.content, *file.claims]
    return all(type(file.pages) is int for file in receipt.files) and all(isinstance(t, str) for t in texts)
