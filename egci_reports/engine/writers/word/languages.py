"""Language tags as Word writes them."""

from __future__ import annotations

from egci_reports.engine.language.characters import is_chinese_tag, is_simplified_tag

_HONG_KONG = "zh-HK"
_MAINLAND = "zh-CN"


def word_tag(lang: str) -> str:
    """Return a BCP 47 tag in the form Word knows: zh-HK for zh-Hant-HK, zh-CN for zh-Hans-CN."""
    if not is_chinese_tag(lang):
        return lang
    if is_simplified_tag(lang):
        return _MAINLAND
    region = lang.rpartition("-")[2]
    return f"zh-{region}" if region in ("TW", "MO") else _HONG_KONG
