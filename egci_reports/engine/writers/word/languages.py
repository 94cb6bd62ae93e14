"""Language tags as Word writes them, and the parts of a text that are Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CHINESE = (
    "\u2e80-\u2fdf\u3000-\u303f\u3100-\u312f\u31a0-\u31ef\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
)
_RUN = re.compile(f"[{_CHINESE}]+")
_HONG_KONG = "zh-HK"
_MAINLAND = "zh-CN"


def word_tag(lang: str) -> str:
    """Return a BCP 47 tag in the form Word knows: zh-HK for zh-Hant-HK, zh-CN for zh-Hans-CN."""
    parts = lang.split("-")
    if parts[0] != "zh":
        return lang
    if "Hans" in parts or parts[-1] in ("CN", "SG"):
        return _MAINLAND
    return "zh-TW" if parts[-1] == "TW" else "zh-MO" if parts[-1] == "MO" else _HONG_KONG


def is_chinese(lang: str) -> bool:
    """Whether a tag names Chinese."""
    return lang.split("-", maxsplit=1)[0] == "zh"


def parts_by_script(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a text in order, each with whether it is written in Chinese characters."""
    start = 0
    for found in _RUN.finditer(text):
        if found.start() > start:
            yield text[start : found.start()], False
        yield found.group(), True
        start = found.end()
    if start < len(text):
        yield text[start:], False
