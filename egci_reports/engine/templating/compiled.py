"""Keeps compiled templates in the user's own temporary folder: compiling takes a fifth of a paper's time."""

from __future__ import annotations

import zlib
from contextlib import suppress
from pathlib import Path

from jinja2.bccache import Bucket, FileSystemBytecodeCache

_ENVIRONMENT = Path(__file__).with_name("environment.py")


class CompiledTemplates(FileSystemBytecodeCache):
    """Jinja's own cache, which knows a template by its place and text; a full disk does not matter to it."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template if that can be done."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates(folder: Path | None = None) -> CompiledTemplates | None:
    """Return the cache in `folder`, by default one in the temporary folder that only the user can open.

    None where there is no such folder. Another environment than today's compiles anew.
    """
    mark = zlib.crc32(_ENVIRONMENT.read_bytes())
    try:
        return CompiledTemplates(str(folder) if folder else None, f"egci-report-{mark:08x}-%s.cache")
    except (OSError, RuntimeError):
        return None
