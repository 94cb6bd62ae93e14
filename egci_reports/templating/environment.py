"""The Jinja environment: a sandbox in which every value is escaped and what is no text is refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from egci_reports.templating.filters import Filters
from egci_reports.templating.positions import TagPositions
from egci_reports.templating.printing import printable
from egci_reports.templating.undefined import Missing
from egci_reports.templating.word_list import WordList

# What switches escaping off, prints Python's own forms, or differs from run to run
_WITHOUT_FILTERS = ("safe", "forceescape", "pprint", "tojson", "random", "urlize", "xmlattr", "striptags")
_WITHOUT_FILTERS_TOO = ("string", "format", "filesizeformat", "wordcount", "center")
_WITHOUT_GLOBALS = ("lipsum", "cycler", "dict")


class PaperEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox without ways around escaping: no `safe`, no `autoescape` block."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Parse a template, refuse `{% autoescape %}`, and hold what `~` joins to what may be printed."""
        tree = super()._parse(source, name, filename)
        for escaping in tree.find_all(nodes.EvalContextModifier):
            message = "escaping cannot be switched: take out {% autoescape %}"
            raise TemplateSyntaxError(message, escaping.lineno, name, filename)
        for joined in tree.find_all(nodes.Concat):
            joined.nodes = [_checked(part) for part in joined.nodes]
        return tree


def make_environment(folders: Sequence[Path], lang: str, words: WordList) -> PaperEnvironment:
    """Return the environment for the templates of a language; the first folder that has a file wins."""
    environment = PaperEnvironment(
        loader=FileSystemLoader([folder / lang for folder in folders]),
        autoescape=True,
        undefined=Missing,
        finalize=printable,
        extensions=[TagPositions],
        auto_reload=False,
    )
    environment.template_folder = f"templates/{lang}/"  # type: ignore[attr-defined] # read by TagPositions
    for name in (*_WITHOUT_FILTERS, *_WITHOUT_FILTERS_TOO):
        del environment.filters[name]
    for name in _WITHOUT_GLOBALS:
        del environment.globals[name]
    environment.filters.update(Filters(words).all(), printable=printable, join=_join)
    environment.globals["words"] = words
    return environment


def _checked(part: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(part, "printable", [], [], None, None, lineno=part.lineno)


def _join(values: Iterable[Any], mark: str = "") -> Markup:
    """Join values that may be printed; Jinja's own `join` prints None."""
    return escape(mark).join(escape(printable(value)) for value in values)
