"""Gives Jinja the texts of templates: each from the first folder that has it, read as all files are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.loaders import split_template_path

from egci_reports.engine.template_files import template_text
from egci_reports.files import Refused, list_folder

UNREADABLE = "T155"
"""The code of a template that is there and cannot be read."""


class TemplateFiles(BaseLoader):
    """The templates of a language, in the template folders of a workspace."""

    def __init__(self, folders: Sequence[Path], lang: str) -> None:
        self._folders, self._lang = tuple(folders), lang

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 - Jinja's signature
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return the text of a template and its name, as an officer would type it.

        That the name is no path of a machine lets what is compiled serve wherever the text stands.

        Raises Jinja's TemplateNotFound, and UnreadableTemplate (T155) if it is there and cannot be read.
        """
        name = "/".join([self._lang, *split_template_path(template)])
        found = template_text(self._folders, name, UNREADABLE)
        if found is None:
            raise TemplateNotFound(template)
        return found[1], f"templates/{name}", lambda: True

    def list_templates(self) -> list[str]:
        """Return the names of all templates that can be listed."""
        roots = (folder / self._lang for folder in self._folders)
        return sorted({path.relative_to(root).as_posix() for root in roots for path in _files(root)})


def _files(folder: Path) -> Iterator[Path]:
    with suppress(FileNotFoundError, Refused):
        for entry in list_folder(folder):
            if entry.is_folder and not entry.path.is_symlink():
                yield from _files(entry.path)
            else:
                yield entry.path
