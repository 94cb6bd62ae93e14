"""Renders a paper's template to XML, and says where in which template something went wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from egci_reports.engine.template_files import UnreadableTemplate, template_text
from egci_reports.engine.templating.environment import make_environment
from egci_reports.engine.templating.limits import TooMuch
from egci_reports.engine.templating.loader import UNREADABLE
from egci_reports.engine.templating.printing import Unprintable
from egci_reports.engine.templating.undefined import nearest
from egci_reports.engine.templating.word_list import WordList
from egci_reports.errors import Finding, Position, TemplateError

_MISSING = re.compile(r"there is no '(\w+)' here")


class Templates:
    """The templates of a language, found file by file in the first of the folders that has one.

    `folders` are those of the workspace: its own templates, then the shipped ones. In errors a template is
    named as an officer would type it: templates/en/annual.html.
    """

    def __init__(self, folders: Sequence[Path], words: WordList, lang: str = "en") -> None:
        self._folders = tuple(folders)
        self._roots = tuple(folder / lang for folder in folders)
        self._prefix = f"templates/{lang}/"
        self._environment = make_environment(folders, lang, words)

    def render(self, name: str, context: Mapping[str, object]) -> str:
        """Return the XML that a template makes of a context.

        Each tag carries its place in the template (`data-at`). Raises TemplateError: T140 no such template,
        T155 one that cannot be read, T147 Jinja's syntax, T148 something that is not there, T149 a value that
        cannot be printed, T150 a rendering without end, T144 anything else that went wrong in the template.
        """
        self._environment.limits.start()
        try:
            return self._environment.get_template(name).render(context)
        except TemplateNotFound as error:
            raise self._not_found(error) from error
        except TemplateSyntaxError as error:
            # Of a comment without end Jinja hands the file over as the name
            position = self._position(error.filename or error.name, error.lineno)
            raise TemplateError(self._finding("T147", error.message or "unclear", position)) from error
        except UnreadableTemplate:
            raise  # its place is in the file that cannot be read
        except TemplateError as error:
            raise self._placed(error) from error
        except Exception as error:  # a template can fail in any way; an officer gets its line
            raise TemplateError(self._failed(error, context)) from error

    def line(self, position: Position) -> str | None:
        """Return the line of a template at a position, or None if it is in none."""
        found = None
        with suppress(TemplateError):  # what cannot be read was told of when it was rendered
            found = template_text(self._folders, position.file.removeprefix("templates/"), UNREADABLE)
        lines = found[1].split("\n") if found else []
        return lines[position.line - 1] if 0 < position.line <= len(lines) else None

    def _failed(self, error: Exception, context: Mapping[str, object]) -> Finding:
        """Say what went wrong, at the innermost line of a template, with the lines that called it."""
        code, message = "T144", f"{type(error).__name__}: {error}"
        if isinstance(error, UndefinedError | SecurityError):
            code, message = "T148", str(error)
            found = _MISSING.fullmatch(message)
            message += nearest(found[1], context) if found else ""
        elif isinstance(error, Unprintable):
            code, message = "T149", str(error)
        elif isinstance(error, TooMuch):
            code, message = "T150", str(error)
        elif isinstance(error, RecursionError):
            code, message = "T150", "templates or macros call each other without end"
        places = list(self._places(error.__traceback__))
        if len(places) > 1:
            message += f" (called from {places[-2].file}:{places[-2].line})"
        return self._finding(code, message, places[-1] if places else None)

    def _placed(self, error: TemplateError) -> TemplateError:
        """Return an error with the place in the template that met it."""
        places = list(self._places(error.__traceback__))
        if not places:
            return error
        place = places[-1]
        return TemplateError(
            *(self._finding(one.code, one.message, place, one.hint) for one in error.findings)
        )

    def _not_found(self, error: TemplateNotFound) -> TemplateError:
        name = str(error.name)
        message = f"there is no template {name!r}{nearest(name, self._environment.list_templates())}"
        places = list(self._places(error.__traceback__))
        searched = f"searched: {', '.join(str(root) for root in self._roots)}"
        return TemplateError(self._finding("T140", message, places[-1] if places else None, searched))

    def _places(self, traceback: TracebackType | None) -> Iterator[Position]:
        """Yield the lines of templates that a failed rendering went through, outermost first."""
        while traceback is not None:
            position = self._position(traceback.tb_frame.f_code.co_filename, traceback.tb_lineno)
            if position:
                yield position
            traceback = traceback.tb_next

    def _position(self, filename: str | None, line: int) -> Position | None:
        return Position(filename, line) if filename and filename.startswith(self._prefix) else None

    def _finding(
        self, code: str, message: str, position: Position | None, hint: str | None = None
    ) -> Finding:
        return Finding(code, message, position, hint, source=self.line(position) if position else None)
