"""Every abbreviation in a pack and in a department's part is spelt out where it is first used."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from egci_reports.app.papers.build import Built
from tests.papers import TELLING_PACKS, blocks_of, made, of_years, parts

pytestmark = pytest.mark.slow

_SHORT = re.compile(r"\b[A-Z][A-Z&]*[A-Z]\b")
_WORDS = {"AI", "HKSAR", "MOU", "RFID"}
"""What the words and titles of sources have, and newspapers print without more."""


def scopes_of(built: Built) -> Iterator[str]:
    """Yield the text of what is read alone: the pack without its briefs, and each brief; not the sources."""
    common: list[str] = []
    own: list[str] = []
    is_brief = is_excerpt = False
    for block in blocks_of(built):
        if block.role == "heading" and block.level == 1:
            if block.text == "Sources":
                break
            if is_brief:
                yield "\n".join(own)
            is_brief, own = block.text.startswith("Brief "), []
        if block.role == "heading":
            is_excerpt = (
                block.text == "Where papers name your Department"
            )  # words of papers that spell them out
        if is_excerpt:
            continue
        text = block.text if not block.rows else "\n".join(c.text for row in block.rows for c in row)
        (own if is_brief else common).append(f"{block.label or ''} {text}")
    yield "\n".join(own)
    yield "\n".join(common)


def not_spelt_out(built: Built) -> set[str]:
    """Return the abbreviations that are first used without their words."""
    found = set()
    for text in scopes_of(built):
        for short in set(_SHORT.findall(text)) - _WORDS:
            at = re.search(rf"(?<![A-Z&]){re.escape(short)}(?![A-Z&])", text)
            assert at
            if text[at.start() - 1] != "(" or text[at.end()] != ")":
                found.add(f"{short}: ...{text[max(0, at.start() - 60) : at.end() + 30]}")
    return found


@pytest.mark.parametrize("number", of_years(range(2, 22), (*TELLING_PACKS, 21)))
def test_a_pack_spells_out_each_abbreviation_at_its_first_use(number: int) -> None:
    assert not_spelt_out(made("briefing", str(number))) == set()


def test_a_part_spells_out_each_abbreviation_at_its_first_use() -> None:
    found = {key: not_spelt_out(built) for key, built in parts(21).items()}
    assert len(found) == 5
    assert not any(found.values()), found
