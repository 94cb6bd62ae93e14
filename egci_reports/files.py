"""Opens whatever the program reads: ordinary files, in their folder, of bounded size; else says why not.

No pipe, device or socket is ever opened to wait for it. What cannot be reached is never taken for absent:
only a name that its folder certainly does not have raises FileNotFoundError.
"""

from __future__ import annotations

import errno
import json
import os
import stat
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Any, NoReturn

PAPER = 256 * 1024 * 1024
"""The most bytes read of a paper, a copy or a file to verify: a hundred times a pack."""
TEMPLATE = 1024 * 1024
"""The most bytes read of a template, of words.toml and of theme.toml: ten times the largest shipped."""
NOTE = 4 * 1024 * 1024
"""The most bytes read of a receipt or a manifest: a thousand copies have a tenth of it."""
LEDGER = 64 * 1024 * 1024
"""The most bytes read of the ledger: about a hundred thousand lines."""

_FLAGS = (
    getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
_WORDS = {
    errno.ELOOP: "the link leads in a circle",
    errno.ENAMETOOLONG: "its name is too long",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
}


class Why(Enum):
    """Which of the ways it is in which something cannot be read."""

    UNREACHABLE = auto()  # no permission, a link to nothing, a broken disk
    WRONG_KIND = auto()  # a folder, pipe, device or socket for a file; a file for a folder
    LEADS_OUT = auto()  # a link to a place outside the folder that it belongs to
    TOO_LARGE = auto()


class Refused(Exception):  # noqa: N818 - as it is said: a file is refused
    """What is there cannot be read. `reason` completes "... cannot be read: "."""

    def __init__(self, path: Path, why: Why, reason: str) -> None:
        self.path, self.why, self.reason = path, why, reason
        super().__init__(f"{path} cannot be read: {reason}")


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a folder under a name; a link to a folder is one, a link to nothing is none."""

    path: Path
    is_folder: bool

    @property
    def name(self) -> str:
        """Its name."""
        return self.path.name


def read_bytes(path: Path, *, inside: Path | None = None, most: int) -> bytes:
    """Return the bytes of an ordinary file of at most `most` bytes.

    With `inside`, links may not lead out of that folder. Raises FileNotFoundError only where there is nothing
    of that name, and Refused for everything else.
    """
    handle = open_file(path, inside=inside)
    try:
        return read_open(path, handle, most=most)
    finally:
        os.close(handle)


def read_open(path: Path, handle: int, *, most: int) -> bytes:
    """Return what an open file holds from where it stands, at most `most` bytes; raises Refused."""
    try:
        with os.fdopen(handle, "rb", closefd=False) as stream:
            content = stream.read(most + 1)
            size = os.fstat(handle).st_size
    except (OSError, MemoryError) as error:
        raise Refused(path, Why.UNREACHABLE, _words(error)) from error
    if len(content) > most:
        said = f"it is too large: {_size(size or len(content))}, and at most {_size(most)} are read"
        raise Refused(path, Why.TOO_LARGE, said)
    return content


def open_file(path: Path, *, inside: Path | None = None, flags: int = os.O_RDONLY) -> int:
    """Open an ordinary file and return its handle; raises as `read_bytes` does.

    What is no file is seen before it is opened, since opening alone can wait, or rewind a tape; that it was
    not exchanged meanwhile is seen when it is open.
    """
    try:
        seen = _look(path, inside)
        _require_file(path, seen.st_mode)
        handle = os.open(path, flags | _FLAGS)
    except (OSError, ValueError) as error:
        _refuse(path, error, inside)
    if not os.path.samestat(seen, os.fstat(handle)):
        os.close(handle)
        raise Refused(path, Why.UNREACHABLE, "it was exchanged while it was opened: try again")
    return handle


def list_folder(path: Path, *, inside: Path | None = None) -> tuple[Entry, ...]:
    """Return what stands in a folder, by name; raises as `read_bytes` does."""
    try:
        if not stat.S_ISDIR(_look(path, inside).st_mode):
            raise Refused(path, Why.WRONG_KIND, "there is a file where a folder should be")
        with os.scandir(path) as found:
            return tuple(sorted((_entry(path, one) for one in found), key=lambda entry: entry.name))
    except (OSError, ValueError) as error:
        _refuse(path, error, inside)


def is_there(path: Path) -> bool:
    """Whether a name is taken, be it by a link to nothing; raises Refused where that cannot be seen."""
    try:
        os.lstat(path)
    except (OSError, ValueError) as error:
        try:
            _refuse(path, error, None)
        except FileNotFoundError:
            return False
    return True


def may_be_there(path: Path) -> bool:
    """Whether a name is taken, or cannot be looked at: whoever reads it then will say why."""
    try:
        return is_there(path)
    except Refused:
        return True


def parse_json(content: bytes) -> Any:
    """Return what JSON says; raises ValueError, also for what is too deep, stands twice, or is no number."""
    try:
        return json.loads(content, object_pairs_hook=_once, parse_constant=_no_number)
    except RecursionError:
        raise ValueError("it is nested too deep") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number")


def _look(path: Path, inside: Path | None) -> os.stat_result:
    """Return what a path leads to, all links followed; raises Refused if that is outside of `inside`."""
    seen = path.stat()
    if inside is not None:
        real, root = os.path.realpath(path), os.path.realpath(inside)
        if not Path(real).is_relative_to(root):
            raise Refused(path, Why.LEADS_OUT, f"the link leads out of the folder {inside.name}/")
    return seen


def _require_file(path: Path, mode: int) -> None:
    if not stat.S_ISREG(mode):
        kind = _KINDS.get(stat.S_IFMT(mode), "something")
        raise Refused(path, Why.WRONG_KIND, f"there is {kind} where a file should be")


def _entry(folder: Path, found: os.DirEntry[str]) -> Entry:
    try:
        is_folder = found.is_dir()
    except OSError:
        is_folder = False  # whoever opens it will be told why it cannot be
    return Entry(folder / found.name, is_folder)


def _refuse(path: Path, error: Exception, inside: Path | None) -> NoReturn:
    """Raise FileNotFoundError if there certainly is no such file, else Refused with what is in the way."""
    for place in (*reversed(path.parents), path):
        what = "it" if place == path else f"the folder {_name(place, inside)}"
        try:
            os.lstat(place)
        except FileNotFoundError:
            raise FileNotFoundError(errno.ENOENT, "there is no such file", str(path)) from error
        except (OSError, ValueError) as obstacle:
            what = _name(place.parent, inside)
            words = _words(obstacle)
            told = f"the folder {what}: {words}" if _is_closed(obstacle) else words
            raise Refused(path, Why.UNREACHABLE, told) from error
        try:
            is_folder = stat.S_ISDIR(place.stat().st_mode)
        except FileNotFoundError:
            raise Refused(path, Why.UNREACHABLE, f"{what} is a link to nothing") from error
        except OSError as obstacle:
            raise Refused(path, Why.UNREACHABLE, _words(obstacle)) from error
        if place != path and not is_folder:
            said = f"{_name(place, inside)} is a file where a folder should be"
            raise Refused(path, Why.WRONG_KIND, said) from error
    raise Refused(path, Why.UNREACHABLE, _words(error)) from error


def _is_closed(error: Exception) -> bool:
    return isinstance(error, PermissionError)


def _name(place: Path, inside: Path | None) -> str:
    """Return a folder as an officer would type it: from beside the folder that all belongs to."""
    if inside is not None and place.is_relative_to(inside.parent) and place != inside.parent:
        return place.relative_to(inside.parent).as_posix()
    return str(place)


def _words(error: Exception) -> str:
    """Return in words what the system has against it."""
    if isinstance(error, OSError):
        return _WORDS.get(error.errno or 0, (error.strerror or str(error)).lower())
    if isinstance(error, ValueError):
        return "its name holds a character that no name of a file can have"
    return "there is not enough memory"


def _size(count: int) -> str:
    return f"{count // 1024} KB" if count < 10 * 1024**2 else f"{count // 1024**2} MB"
