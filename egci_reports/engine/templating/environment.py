"""The Jinja environment: a sandbox in which data is reached and nothing else, and every rendering ends."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import TemplateSyntaxError, Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.parser import Parser
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment

from egci_reports.engine.templating.compiled import compiled_templates
from egci_reports.engine.templating.filters import Filters
from egci_reports.engine.templating.jinja_filters import FILTERS, TESTS
from egci_reports.engine.templating.limits import NUMBER, Limits, TooMuch
from egci_reports.engine.templating.loader import TemplateFiles
from egci_reports.engine.templating.metering import RuntimeOnly, metered
from egci_reports.engine.templating.positions import TagPositions
from egci_reports.engine.templating.printing import printable
from egci_reports.engine.templating.reach import READABLE, is_callable, is_out_of_reach, is_readable
from egci_reports.engine.templating.undefined import UndefinedValue
from egci_reports.engine.templating.word_list import WordList

SIZE = 256 * 1024
"""The most characters of a template: thirty times the longest of the shipped ones."""

_SLOTS = "put its words into words.toml, with slots"
_GLOBALS = ("joiner", "namespace", "range")
_INDEXED = (str, list, tuple, range, Mapping)
_BINARY: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
    "**": operator.pow,
}
_POWER = 64
_CALL = 10
"""The steps that a call takes beside those of what it runs."""
_JOINED = (str, list, tuple)


class PaperEnvironment(SandboxedEnvironment):
    """A sandbox that reaches what is listed, counts what it does, and has no way around escaping.

    There is no `safe`, no `autoescape` block and no `"%s" % value`.
    """

    code_generator_class = RuntimeOnly
    intercepted_binops = frozenset(_BINARY)
    intercepted_unops = frozenset("+-")

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.limits = Limits()
        self.concat = self.limits.join  # type: ignore[assignment] # compiled templates take it from here

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute that a template can read, or a mapping's value; else what says why not."""
        if attribute in READABLE[type(obj)] or is_readable(obj, attribute):
            return getattr(obj, attribute)
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, Undefined) and not attribute.startswith("_"):
            return getattr(obj, attribute)
        if isinstance(obj, str) and attribute in ("format", "format_map"):
            raise SecurityError(f"a text is not filled with format: {_SLOTS}")
        if is_out_of_reach(obj, attribute):
            return self.unsafe_undefined(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an item of a list, text or mapping, or an attribute by its name."""
        if isinstance(obj, _INDEXED):
            try:
                return obj[argument]
            except (TypeError, LookupError):
                pass
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        return self.undefined(obj=obj, name=argument)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805, PYI063 - any name may be a keyword
        """Call what a template can call; what goes in and comes out is weighed."""
        if not is_callable(__obj):
            raise SecurityError(f"a {type(__obj).__name__} is not called in a template: that is unsafe")
        limits = __self.limits
        limits.step(_CALL)
        for value in (*args, *kwargs.values()):
            limits.weigh(value)
        text = getattr(__obj, "__self__", None)
        if isinstance(text, str):  # stripping, say, looks at each character for each
            limits.step(1 + len(text) * sum(len(one) for one in args if isinstance(one, str)) // 64)
        return limits.made(__context.call(__obj, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002
        """Reckon with numbers; put together two texts or two lists. Nothing else has an operator."""
        if isinstance(left, Undefined) or isinstance(right, Undefined):
            return left + right  # says what is missing
        if _is_number(left) and _is_number(right):
            return _reckoned(operator, left, right)
        if operator == "+" and any(isinstance(left, kind) and isinstance(right, kind) for kind in _JOINED):
            self.limits.made(left)
            self.limits.made(right)
            return left + right
        if operator == "%" and isinstance(left, str):
            raise SecurityError(f"a text is not filled with %: {_SLOTS}")
        raise TypeError(f"a template cannot reckon {type(left).__name__} {operator} {type(right).__name__}")

    def call_unop(self, context: Context, operator: str, arg: Any) -> Any:
        """Return a number, or its negative."""
        return self.call_binop(context, operator, 0, arg)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Parse a template and put its counting in; what is too large or too deep is told at its line."""
        if len(source) > SIZE:
            message = f"the template is too long: more than {SIZE:,} characters"
            raise TemplateSyntaxError(message, 1, name, filename)
        parser = Parser(self, source, name, filename)
        try:
            return metered(parser.parse(), name, filename)
        except (RecursionError, ValueError) as error:
            message = "this is nested too deep, or a number has too many figures: part it"
            raise TemplateSyntaxError(message, parser.stream.current.lineno, name, filename) from error

    def _compile(self, source: str, filename: str) -> CodeType:
        """Compile what Jinja made of a template; Python allows fewer loops within each other than Jinja."""
        try:
            return super()._compile(source, filename)
        except (RecursionError, SyntaxError, MemoryError) as error:
            raise TemplateSyntaxError(f"this is nested too deep: {error}", 1, None, filename) from error


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
    limits = environment.limits
    filters = {**FILTERS, **Filters(words.language).all()}
    environment.filters = {name: _weighed(one, limits) for name, one in filters.items()} | {
        "printable": _printed(limits),
        "made": limits.made,
        "steps": limits.step,
        "weighed": _looked_at(limits),
    }
    environment.tests = {name: _weighed(one, limits) for name, one in TESTS.items()}
    environment.globals = {name: environment.globals[name] for name in _GLOBALS} | {"words": words}
    return environment


def _weighed(function: Callable[..., Any], limits: Limits) -> Callable[..., Any]:
    """Return a filter or test whose values and result are weighed."""

    @wraps(function)
    def weighed(*values: Any, **named: Any) -> Any:
        for value in (*values, *named.values()):
            limits.weigh(value)
        return limits.made(function(*values, **named))

    return weighed


def _printed(limits: Limits) -> Callable[[object], object]:
    def printed(value: object) -> object:
        text = printable(value)
        if isinstance(text, str):
            limits.write(len(text))
        return text

    return printed


def _looked_at(limits: Limits) -> Callable[[Any], Any]:
    def looked_at(value: Any) -> Any:
        limits.weigh(value)
        return value

    return looked_at


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)


def _reckoned(sign: str, left: Any, right: Any) -> Any:
    """Return a sum, product or power; raises TooMuch where a number is too large."""
    if not (abs(left) <= NUMBER and abs(right) <= (NUMBER if sign != "**" else _POWER)):
        raise TooMuch(f"a number is too large: more than {NUMBER:,}")
    result = _BINARY[sign](left, right)
    if not abs(result) <= NUMBER:
        raise TooMuch(f"a number is too large: more than {NUMBER:,}")
    return result
