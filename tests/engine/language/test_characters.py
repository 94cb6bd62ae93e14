"""Chinese characters are told from others, and traditional texts from simplified ones."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.engine.language.characters import (
    SIMPLIFIED,
    TRADITIONAL,
    is_chinese,
    is_chinese_tag,
    is_simplified_tag,
    parts_by_script,
    tag_of,
)


@pytest.mark.parametrize("character", ["資", "资", "。", "（", "𠝹", "ㄅ"])
def test_ideographs_and_signs_of_full_width_are_chinese(character: str) -> None:
    assert is_chinese(character)


@pytest.mark.parametrize("character", ["a", "é", "7", " ", "“", "–", "あ"])
def test_others_are_not(character: str) -> None:
    assert not is_chinese(character)


@pytest.mark.parametrize(
    ("text", "tag"),
    [("政府資訊科技總監", TRADITIONAL), ("广东省信息产业厅", SIMPLIFIED), ("中山", TRADITIONAL)],
)
def test_a_text_takes_the_tag_of_its_characters(text: str, tag: str) -> None:
    assert tag_of(text) == tag


def test_the_parts_of_a_text_are_told_apart_by_script() -> None:
    parts = [*parts_by_script("OGCIO 資訊科技 (HK)")]
    assert parts == [("OGCIO ", False), ("資訊科技", True), (" (HK)", False)]


@given(st.text(alphabet="ab 資訊。（"))
def test_the_parts_are_the_text_and_scripts_take_turns(text: str) -> None:
    parts = [*parts_by_script(text)]
    assert "".join(part for part, _ in parts) == text
    assert all(part for part, _ in parts)
    assert all(one[1] != other[1] for one, other in pairwise(parts))


@pytest.mark.parametrize(
    ("tag", "chinese", "simplified"),
    [
        ("zh-Hant-HK", True, False),
        ("zh-Hans-CN", True, True),
        ("zh-CN", True, True),
        ("ZH", True, False),
        ("en-GB", False, False),
        ("de", False, False),
    ],
)
def test_tags(tag: str, chinese: bool, simplified: bool) -> None:
    assert (is_chinese_tag(tag), is_simplified_tag(tag)) == (chinese, simplified)
