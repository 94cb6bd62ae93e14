"""Keeps compiled templates in the user's own cache folder: compiling takes a fifth of a paper's time."""

from __future__ import annotations

import marshal
import os
import stat
import sys
import tempfile
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType

from jinja2.bccache import Bucket, BytecodeCache

from egci_reports.engine.document.parsing.tag import AT
from egci_reports.engine.document.vocabulary import VOCABULARY

_SUFFIX = ".compiled"
_MOST = 500
"""How many compiled templates are kept; the papers need about eighty."""
_LARGEST = 8 * 1024 * 1024
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
            content = _read(self._path(bucket))
            code = content[_DIGEST:]
            if content[:_DIGEST] == sha256(code).digest():
                loaded = marshal.loads(code)  # noqa: S302 - it is what was written here
                bucket.code = loaded if isinstance(loaded, CodeType) else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template, whole or not at all; of too many the oldest are taken away."""
        code = marshal.dumps(bucket.code)
        with suppress(OSError):
            handle, name = tempfile.mkstemp(dir=self._folder)
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(sha256(code).digest() + code)
                Path(name).replace(self._path(bucket))
            except OSError:
                Path(name).unlink()
        self._sweep()

    def _path(self, bucket: Bucket) -> Path:
        key = f"{_environment_mark()} {bucket.key} {bucket.checksum}"
        return self._folder / f"{sha256(key.encode()).hexdigest()}{_SUFFIX}"

    def _sweep(self) -> None:
        """Once in a run, take away the files that were written longest ago, if there are too many."""
        if self._swept:
            return
        self._swept = True
        with suppress(OSError):
            files = sorted(self._folder.iterdir(), key=lambda file: file.lstat().st_mtime_ns)
            for file in files[: max(0, len(files) - _MOST)]:
                file.unlink(missing_ok=True)


def compiled_templates() -> CompiledTemplates | None:
    """Return the compiled templates in the user's cache folder; None where no folder is the user's alone."""
    try:
        return CompiledTemplates(_own_folder(_cache_folder() / "egci-report" / "templates"))
    except (OSError, RuntimeError):  # no place for it, not ours, or no home at all
        return None


def _cache_folder() -> Path:
    """Return where the system wants caches: $XDG_CACHE_HOME, ~/.cache, or on Windows %LOCALAPPDATA%."""
    given = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", "")
    folder = Path(given)
    return folder if folder.is_absolute() else Path.home() / ".cache"


def _own_folder(folder: Path) -> Path:
    """Make a folder, and the one around it, for the user alone; raises OSError if either is not."""
    folder.parent.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for one in (folder.parent, folder):
        with suppress(FileExistsError):
            one.mkdir(mode=0o700)
        found = one.lstat()
        ours = os.name == "nt" or (found.st_uid == os.geteuid() and not found.st_mode & 0o022)
        if not (stat.S_ISDIR(found.st_mode) and ours):
            raise PermissionError(f"{one} is not the user's own")
    return folder


def _read(path: Path) -> bytes:
    """Return what is in an ordinary file of reasonable size; raises OSError for a link, a pipe, a device."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as stream:
        found = os.fstat(stream.fileno())
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
            raise OSError(f"{path} is no compiled template")
        return stream.read(_LARGEST)


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
