"""Copies of Word files with one thing changed, to see whether it is noticed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping

Parts = dict[str, bytes]
Change = Callable[[Parts], None]


def changed(docx: bytes, change: Change) -> bytes:
    """Return a copy of a file whose parts were changed."""
    with zipfile.ZipFile(io.BytesIO(docx)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    change(parts)
    return packed_again(parts)


def packed_again(parts: Mapping[str, bytes]) -> bytes:
    """Return parts as a package."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return target.getvalue()


def replace(part: str, pattern: str, by: str) -> Change:
    """Return a change of the first place in a part that a regular expression matches; it must match."""

    def change(parts: Parts) -> None:
        before = parts[part].decode()
        after = re.sub(pattern, by, before, count=1, flags=re.DOTALL)
        assert after != before, f"nothing to change in {part}: {pattern}"
        parts[part] = after.encode()

    return change


def drop(part: str) -> Change:
    """Return a change that takes a part away."""

    def change(parts: Parts) -> None:
        del parts[part]

    return change
