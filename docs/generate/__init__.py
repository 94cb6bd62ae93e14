"""Makes the reference pages under docs/ from the program's own models and tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from docs.generate import data_page, readers_page, vocabulary_page

PAGES: Mapping[str, Callable[[], str]] = {
    "data.md": data_page.page,
    "vocabulary.md": vocabulary_page.page,
    "who-reads-what.md": readers_page.page,
}
"""What makes each page, by its name under docs/."""
