"""Every code that the program can show is explained, and nothing else is."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import egci_reports
from egci_reports.codes import CODES

PACKAGE = Path(egci_reports.__file__).parent
CODE = re.compile(r"[A-Z]\d{3}")


def codes_in(path: Path) -> set[str]:
    texts = (
        node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)
    )
    return {text for text in texts if isinstance(text, str) and CODE.fullmatch(text)}


@cache
def shown() -> set[str]:
    files = [path for path in PACKAGE.rglob("*.py") if path.parent.name != "codes"]
    return set().union(*map(codes_in, files))


def test_every_code_that_can_be_shown_is_explained() -> None:
    assert sorted(shown() - CODES.keys()) == []


def test_no_code_is_explained_that_is_never_shown() -> None:
    assert sorted(CODES.keys() - shown()) == []


@pytest.mark.parametrize("code", sorted(CODES))
def test_an_explanation_is_whole_sentences_of_some_length(code: str) -> None:
    explanation = CODES[code]
    assert 4 < len(explanation.title) < 70
    assert not explanation.title.endswith(".")
    assert explanation.text.endswith(".")
    assert 30 < len(explanation.text) < 500
    assert "  " not in explanation.text
    if explanation.wrong is not None:
        assert explanation.wrong != explanation.right
