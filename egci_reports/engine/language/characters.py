"""Which characters are Chinese, and which language tag a Chinese text takes."""

from __future__ import annotations

import re
from collections.abc import Iterator

TRADITIONAL = "zh-Hant-HK"
SIMPLIFIED = "zh-Hans-CN"

CHINESE = (
    "\u2e80-\u2fdf\u3000-\u303f\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
)
"""The inside of a class of regular expressions: ideographs (with the planes beyond the basic one), Bopomofo,
strokes, CJK punctuation, vertical and full-width forms (Unicode 16, blocks)."""

CHINESE_RUN = re.compile(f"[{CHINESE}]+")
_ONE = re.compile(f"[{CHINESE}]")


def is_chinese(character: str) -> bool:
    """Whether a character is an ideograph or a sign of full width, which may end or begin a line."""
    return character >= "\u2e80" and _ONE.match(character) is not None


def parts_by_script(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a text in order, each with whether it is written in Chinese characters."""
    start = 0
    for found in CHINESE_RUN.finditer(text):
        if found.start() > start:
            yield text[start : found.start()], False
        yield found.group(), True
        start = found.end()
    if start < len(text):
        yield text[start:], False


def is_chinese_tag(tag: str) -> bool:
    """Whether a language tag (BCP 47) names Chinese."""
    return tag.split("-", maxsplit=1)[0].lower() == "zh"


def is_simplified_tag(tag: str) -> bool:
    """Whether a language tag names Chinese in simplified characters."""
    parts = tag.lower().split("-")
    return parts[0] == "zh" and ("hans" in parts or parts[-1] in ("cn", "sg"))


def tag_of(text: str) -> str:
    """Return the language tag of a text in Chinese characters.

    Simplified if GB 2312 has all its characters and Big5 has not; otherwise Traditional.
    """
    return SIMPLIFIED if _fits(text, "gb2312") and not _fits(text, "big5") else TRADITIONAL


def _fits(text: str, codec: str) -> bool:
    try:
        text.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
