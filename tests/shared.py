"""What one process of a test session has made, such as a paper, the others read from disk."""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tests.conformance.verapdf import tools

T = TypeVar("T")
_FOLDER = "EGCI_TEST_SESSION"
"""The variable of the environment that names the session's folder; processes of xdist inherit it."""


def begin_session() -> None:
    """Make the folder of a session, unless the process that started this one has made it.

    What Python compiles is kept from here on, whatever the environment says: else each of the some hundred
    programs that tests start compiles the whole package anew, which is half of its time. The caches of the
    session are its own too: templates compiled for it are kept until it ends, whatever else fills the user's.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    if _FOLDER not in os.environ:
        os.environ.setdefault("EGCI_TOOLS", str(tools()))
        os.environ[_FOLDER] = tempfile.mkdtemp(prefix="egci-tests-")
        os.environ["XDG_CACHE_HOME"] = os.environ[_FOLDER]


def end_session() -> None:
    """Take the folder away: nothing outlives a session, so nothing in it is ever stale."""
    shutil.rmtree(os.environ.pop(_FOLDER, ""), ignore_errors=True)


def shared(name: str, make: Callable[[], T]) -> T:
    """Return what `make` makes, from disk if any process of the session has made it under this name.

    Two processes that come at once both make it; what is written is whole, since it takes its place in one
    step.
    """
    folder = os.environ.get(_FOLDER)
    if folder is None:  # called from outside a session
        return make()
    path = Path(folder) / hashlib.sha256(name.encode()).hexdigest()
    if path.exists():
        found: T = pickle.loads(path.read_bytes())
        return found
    made = make()
    own = path.with_suffix(f".{os.getpid()}")
    own.write_bytes(pickle.dumps(made))
    own.replace(path)
    return made
