"""What holds for the whole file: title, language, and that Word opens it without a question."""

from __future__ import annotations

from collections.abc import Iterator

from tests.conformance.word_lint.file import STYLES, Finding, WordFile, find, val

_SETTINGS = "word/settings.xml"
_CORE = "docProps/core.xml"
_WORD_2013 = 15


def title(file: WordFile) -> Iterator[Finding]:
    """The file has a title, which screen readers say first."""
    core = file.xml.get(_CORE)
    if core is None or not any((each.text or "").strip() for each in find(core, "//dc:title")):
        yield Finding("title", _CORE, "the file has no title")


def language(file: WordFile) -> Iterator[Finding]:
    """The file says which language it is in, and which kind of Chinese."""
    said = find(file.xml[STYLES], "w:docDefaults//w:lang")
    for attribute in ("val", "eastAsia"):
        if not said or not find(said[0], f"@w:{attribute}"):
            yield Finding("language", STYLES, f"there is no default language ({attribute})")


def no_prompt(file: WordFile) -> Iterator[Finding]:
    """Word does not ask whether to update fields."""
    if find(file.xml[_SETTINGS], "//w:updateFields") or find(file.document, "//*[@w:dirty]"):
        yield Finding("prompt", _SETTINGS, "Word asks on opening whether to update fields")


def compatibility(file: WordFile) -> Iterator[Finding]:
    """Word does not open the file in Compatibility Mode."""
    mode = find(file.xml[_SETTINGS], "//w:compatSetting[@w:name='compatibilityMode']")
    if not mode or int(val(mode[0]) or 0) < _WORD_2013:
        yield Finding("compatibility", _SETTINGS, "the file opens in Compatibility Mode")


def open_to_all(file: WordFile) -> Iterator[Finding]:
    """Nothing locks the file: protection stands in the way of assistive programs."""
    if find(file.xml[_SETTINGS], "//w:documentProtection|//w:writeProtection"):
        yield Finding("protection", _SETTINGS, "the file is protected")


RULES = (title, language, no_prompt, compatibility, open_to_all)
