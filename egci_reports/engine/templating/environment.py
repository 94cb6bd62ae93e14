"""The Jinja environment: a sandbox in which every value is escaped and what is no text is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from egci_reports.engine.templating.compiled import compiled_templates
from egci_reports.engine.templating.filters import Filters
from egci_reports.engine.templating.loader import TemplateFiles
from egci_reports.engine.templating.positions import TagPositions
from egci_reports.engine.templating.printing import printable
from egci_reports.engine.templating.undefined import UndefinedValue
from egci_reports.engine.templating.word_list import WordList

# Of Jinja's own filters those that choose, order and count. The rest switch escaping off, print Python's own
# forms, or differ from run to run; `int` makes 0 of what is no number, and gives place to Python's.
_FILTERS = (
    "abs", "attr", "batch", "count", "d", "default", "dictsort", "first", "groupby", "items", "last",
    "length", "list", "map", "max", "min", "reject", "rejectattr", "reverse", "round", "select", "selectattr",
    "slice", "sort", "sum", "unique",
)  # fmt: skip
_FILTERS_OF_TEXT = ("capitalize", "lower", "trim", "upper")
_SLOTS = "put its words into words.toml, with slots"
_GLOBALS = ("joiner", "namespace", "range")


class PaperEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox without ways around escaping: no `safe`, no `autoescape` block, no `"%s" % value`."""

    intercepted_binops = frozenset(["%"])

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Return a remainder; refuse a text, which `%` would fill with None and with Python's own forms."""
        if isinstance(left, str):
            raise SecurityError(f"a text is not filled with %: {_SLOTS}")
        return super().call_binop(context, operator, left, right)

    def wrap_str_format(self, value: Any) -> None:
        """Refuse `"{}".format(value)` likewise; other attributes are looked at by the sandbox."""
        if super().wrap_str_format(value) is not None:
            raise SecurityError(f"a text is not filled with format: {_SLOTS}")

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return whether a template may use an attribute; a text's `join` would print the tags of names."""
        return not (isinstance(obj, str) and attr == "join") and super().is_safe_attribute(obj, attr, value)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Parse a template, refuse `{% autoescape %}`, and see that all it prints or joins may be printed.

        Jinja's own `finalize` sees constants only after they were made texts.
        """
        tree = super()._parse(source, name, filename)
        for node in tree.find_all((nodes.EvalContextModifier, nodes.Output, nodes.Concat)):
            if isinstance(node, nodes.EvalContextModifier):
                message = "escaping cannot be switched: take out {% autoescape %}"
                raise TemplateSyntaxError(message, node.lineno, name, filename)
            if isinstance(node, nodes.Output | nodes.Concat):
                node.nodes = [_checked(part) for part in node.nodes]
        return tree


def make_environment(folders: Sequence[Path], lang: str, words: WordList) -> PaperEnvironment:
    """Return the environment for the templates of a language; the first folder that has a file wins."""
    environment = PaperEnvironment(
        loader=TemplateFiles(folders, lang),
        autoescape=True,
        undefined=UndefinedValue,
        extensions=[TagPositions],
        auto_reload=False,
        optimized=False,
        bytecode_cache=compiled_templates(),
    )
    environment.template_folder = f"templates/{lang}/"  # type: ignore[attr-defined] # read by TagPositions
    jinja = environment.filters
    environment.filters = {
        **{name: jinja[name] for name in _FILTERS},
        **{name: _of_text(jinja[name]) for name in _FILTERS_OF_TEXT},
        **Filters(words.language).all(),
        "printable": printable,
        "join": _join,
        "replace": _replace,
        "int": int,
    }
    environment.globals = {name: environment.globals[name] for name in _GLOBALS} | {"words": words}
    return environment


def _checked(part: nodes.Expr) -> nodes.Expr:
    """Return an expression that goes through `printable`; the template's own text needs not."""
    if isinstance(part, nodes.TemplateData):
        return part
    return nodes.Filter(part, "printable", [], [], None, None, lineno=part.lineno)


def _of_text(change: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter of texts that takes what may be printed; Jinja's own makes "NONE" of None."""

    def changed(value: object, *arguments: object) -> Any:
        return change(printable(value), *arguments)

    return changed


def _join(values: Iterable[Any], mark: str = "") -> Markup:
    """Join values that may be printed; Jinja's own `join` prints None."""
    return escape(mark).join(escape(printable(value)) for value in values)


def _replace(value: object, old: str, new: str) -> str:
    """Replace a piece of a text that may be printed; Jinja's own takes None."""
    text = printable(value)
    return (text if isinstance(text, str) else str(text)).replace(old, new)
