"""Keeps compiled templates in the user's own cache folder: compiling takes a fifth of a paper's time."""

from __future__ import annotations

import marshal
import sys
from contextlib import suppress
from functools import cache, lru_cache
from hashlib import sha256
from importlib.metadata import version
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType

from jinja2.bccache import Bucket, BytecodeCache

from egci_reports.cache_folder import cache_folder, keep, keep_newest, read_kept
from egci_reports.engine.document.parsing.tag import AT
from egci_reports.engine.document.vocabulary import VOCABULARY

_SUFFIX = ".compiled"
_MOST = 500
"""How many compiled templates are kept; the papers need about eighty."""
_DIGEST = sha256().digest_size


class CompiledTemplates(BytecodeCache):
    """Compiled templates in a folder, each in a file: the hash of the code, then the code.

    Its name is a hash of all that compiling depends on, so that a file is right or is not there. What cannot
    be read or written, or is not what was written, does not matter: the template is compiled anew.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._swept = False

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a compiled template, if it is there and whole."""
        with suppress(OSError, EOFError, ValueError, TypeError):
            bucket.code = _code(self._path(bucket))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template, whole or not at all; of too many the oldest are taken away."""
        code = marshal.dumps(bucket.code)
        keep(self._path(bucket), sha256(code).digest() + code)
        self._sweep()

    def _path(self, bucket: Bucket) -> Path:
        key = f"{_environment_mark()} {bucket.key} {bucket.checksum}"
        return self._folder / f"{sha256(key.encode()).hexdigest()}{_SUFFIX}"

    def _sweep(self) -> None:
        """Once in a run, take away what was compiled longest ago."""
        if not self._swept:
            self._swept = True
            keep_newest(self._folder, _MOST)


def compiled_templates() -> CompiledTemplates | None:
    """Return the compiled templates in the user's cache folder; None where no folder is the user's alone."""
    folder = cache_folder("templates")
    return CompiledTemplates(folder) if folder else None


@lru_cache(_MOST)
def _code(path: Path) -> CodeType:
    """Return the code in a file, read once in a process; raises OSError or ValueError if there is none."""
    content = read_kept(path)
    code = content[_DIGEST:]
    if content[:_DIGEST] == sha256(code).digest():
        loaded = marshal.loads(code)  # noqa: S302 - it is what was written here
        if isinstance(loaded, CodeType):
            return loaded
    raise ValueError(f"{path} was not written here")


@cache
def _environment_mark() -> str:
    """Return a hash of all that compiling depends on but the template: Python, Jinja, and this package."""
    mark = sha256(MAGIC_NUMBER)
    for said in (
        sys.implementation.cache_tag,
        sys.version,
        sys.flags.optimize,
        version("jinja2"),
        version("markupsafe"),
        AT,
        sorted(VOCABULARY),
    ):
        mark.update(repr(said).encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        mark.update(file.read_bytes())
    return mark.hexdigest()
