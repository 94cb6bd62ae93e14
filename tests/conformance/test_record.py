"""Records of plenaries pass every validator: drafts that are forms, internal and joint."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from egci_reports.app.papers.build import Built
from egci_reports.app.papers.order import Audience, Format, Order
from tests.conformance import verapdf
from tests.conformance.conftest import Sound
from tests.conformance.required import require
from tests.papers import ROOT, file_of, made_of
from tests.parity import assert_same_words
from tests.readers.libreoffice import contents_pages_differ

ORDER = Order("record", "19")


def built() -> dict[str, Built]:
    return {
        str(audience): made_of(replace(ORDER, audience=audience), ROOT)
        for audience in (Audience.INTERNAL, Audience.JOINT)
    }


def test_pdfs_are_pdf_ua_1_and_pdf_a_2a(tmp_path: Path) -> None:
    require(verapdf.installed(), "veraPDF is not installed: run tests/conformance/install")
    paths = []
    for name, one in built().items():
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(file_of(one, Format.PDF))
    found = [(r.path.name, r.flavour, r.clauses, r.error) for r in verapdf.validate(paths) if not r.passed]
    assert found == []


def test_word_files_are_sound_and_say_what_the_pdfs_say(sound: Sound) -> None:
    files = {name: file_of(one, Format.WORD) for name, one in built().items()}
    sound(files)
    assert contents_pages_differ(files) == []
    for name, one in built().items():
        assert_same_words(files[name], file_of(one, Format.PDF))
