"""What stands around the text: running head, page numbers, marking, watermark; nothing of it on a cover."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.engine.writers.made import made, made_sample
from tests.readers import word
from tests.readers.word.package import Package, W
from tests.sample_paper import META, sample


@pytest.fixture(scope="module")
def furniture():
    return word.furniture_of(made_sample().word)


def test_each_section_has_its_head_and_its_foot(furniture):
    places = {(one.section, one.place) for one in furniture if not one.first}
    assert places == {(section, place) for section in range(3) for place in ("header", "footer")}


def test_the_head_bears_the_short_title_and_the_status(furniture):
    for one in furniture:
        if one.place == "header" and not one.first:
            assert one.lines == (META.marking, f"{META.short_title} {META.status}")


def test_the_foot_counts_the_pages_by_fields(furniture):
    for one in furniture:
        if one.place == "footer" and not one.first:
            assert one.lines[0].startswith("Page ")
            assert one.fields == ("PAGE", "NUMPAGES")
            assert one.lines[-1] == META.marking


def test_a_cover_bears_the_marking_alone(furniture):
    cover = [one for one in furniture if one.first]
    assert [(one.section, one.place, one.lines) for one in cover] == [
        (0, "header", (META.marking,)),
        (0, "footer", (META.marking,)),
    ]


def test_the_watermark_is_on_every_page_of_a_draft(furniture):
    assert {one.watermark for one in furniture if one.place == "header"} == {"DRAFT"}


def test_a_paper_without_them_has_neither_marking_nor_watermark():
    bare = replace(sample(), meta=replace(META, marking=None, watermark=None))
    for one in word.furniture_of(made(bare).word):
        assert one.watermark is None
        assert "MADE-UP" not in " ".join(one.lines)


def test_landscape_pages_lie_and_others_stand():
    package = Package(made_sample().word)
    sizes = [size.attrib for size in package.xml(package.main).iter(f"{W}pgSz")]
    wide = [int(size[f"{W}w"]) > int(size[f"{W}h"]) for size in sizes]
    assert wide == [False, True, False]
    assert [size.get(f"{W}orient") for size in sizes] == [None, "landscape", None]
