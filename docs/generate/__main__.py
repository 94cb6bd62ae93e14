"""Writes the reference pages: `python -m docs.generate`, in the folder of pyproject.toml."""

from __future__ import annotations

from pathlib import Path

from docs.generate import PAGES

for name, page in PAGES.items():
    (Path(__file__).parents[1] / name).write_text(page(), encoding="utf-8")
