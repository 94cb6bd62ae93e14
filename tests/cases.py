"""Marks the cases of a test that differ little from others: they are looked at with --thorough alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import pytest


def mostly_thorough(cases: Iterable[Any], always: Collection[int]) -> list[Any]:
    """Return the cases of a test, each a value or a tuple: those at the places `always` run each time."""
    less = pytest.mark.thorough
    return [
        pytest.param(*(one if isinstance(one, tuple) else (one,)), marks=() if at in always else less)
        for at, one in enumerate(cases)
    ]
