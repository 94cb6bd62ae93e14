"""Finds which texts of templates/ a template is made of: itself, and what it includes and imports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError
from jinja2.meta import find_referenced_templates

from egci_reports.engine.template_files import template_text
from egci_reports.engine.templating.loader import UNREADABLE, TemplateFiles


def texts_used(folders: Sequence[Path], lang: str, name: str) -> Mapping[str, str]:
    """Return a SHA-256 (hex) of each text that a template uses, by its name: "templates/en/annual.html".

    `folders` are searched in order, file by file. A template that names another by what it reckons may use
    any of them: all are in it then. One that is not there, or that Jinja cannot read, uses itself alone.
    Raises UnreadableTemplate.
    """
    found: dict[str, str] = {}
    waiting = [name]
    while waiting:
        one = waiting.pop()
        text = template_text(folders, f"{lang}/{one}", UNREADABLE)
        key = f"templates/{lang}/{one}"
        if key in found or text is None:
            continue
        found[key] = sha256(text[1].encode()).hexdigest()
        named = _named(text[1])
        waiting += TemplateFiles(folders, lang).list_templates() if None in named else filter(None, named)
    return dict(sorted(found.items()))


@lru_cache(maxsize=128)
def _named(text: str) -> tuple[str | None, ...]:
    """Return the names that a text includes and imports; None among them for one that is reckoned."""
    return tuple(_references(text))


def _references(text: str) -> Iterator[str | None]:
    try:
        yield from find_referenced_templates(Environment(autoescape=True).parse(text))
    except TemplateSyntaxError:
        return
