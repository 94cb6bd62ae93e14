"""The file as a whole: sound, the same bytes wherever it is made, and telling what it was made from."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace

import pytest

from egci_reports.engine.writers.word.write import write_word
from tests.cases import mostly_thorough
from tests.conformance.word import assert_sound
from tests.engine.writers.made import made, made_sample, theme
from tests.engine.writers.pdf.made import ROOT, paper, para, section
from tests.readers import word
from tests.sample_paper import META, sample

pytestmark = pytest.mark.slow

MAKE = (
    "import hashlib; from tests.engine.writers.made import made_sample;"
    "print(hashlib.sha256(made_sample().word).hexdigest())"
)
SURROUNDINGS = [
    {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C", "USER": "one"},
    {"TZ": "America/Anchorage", "PYTHONHASHSEED": "77", "LC_ALL": "C.UTF-8", "USER": "two"},
]


@pytest.mark.parametrize("surroundings", mostly_thorough(SURROUNDINGS, (0,)), ids=["east", "west"])
def test_the_same_paper_is_the_same_bytes_anywhere(tmp_path, surroundings):
    environment = {**os.environ, **surroundings, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", MAKE],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256(made_sample().word).hexdigest()


def test_nothing_in_the_package_tells_the_hour_or_the_machine():
    with zipfile.ZipFile(io.BytesIO(made_sample().word)) as packed:
        infos = packed.infolist()
        books = [packed.read(info) for info in infos if info.filename.endswith(".xlsx")]
    for book in books:
        with zipfile.ZipFile(io.BytesIO(book)) as packed:
            infos += packed.infolist()
    assert len(books) == 5
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {info.create_system for info in infos} == {0}


def test_every_kind_of_paper_is_sound(tmp_path, request):
    """By our lint, and the fullest by two validators, with a workbook of a chart; with --thorough all."""
    whole = sample()
    bare = replace(META, marking=None, watermark=None, identity=None, status="")
    papers = {
        "sample": made_sample().word,
        "without-pages": write_word(whole, theme(), None),
        "bare": made(replace(whole, meta=bare)).word,
        "short": made(paper(section("One", para("A line.")))).word,
    }
    most = None if request.config.getoption("--thorough") else 1
    assert_sound(papers, tmp_path, audited=most, validated=most, books=most)


def test_properties_say_what_the_paper_is_and_what_it_was_made_from():
    said = word.properties_of(made_sample().word)
    identity = META.identity
    assert (said["title"], said["creator"], said["subject"]) == (META.title, META.author, META.subject)
    assert said["created"] == said["modified"] == f"{META.date}T00:00:00Z"
    assert said["language"] == "en-GB"
    assert {key: value for key, value in said.items() if key.startswith("EGCI ")} == {
        "EGCI kind": identity.kind,
        "EGCI subject": identity.subject,
        "EGCI edition": identity.edition,
        "EGCI records": identity.records,
        "EGCI tool": identity.tool,
        "EGCI audience": identity.audience,
    }
