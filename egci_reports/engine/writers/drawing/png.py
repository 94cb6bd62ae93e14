"""SVG to PNG by resvg with our own fonts and no others, so that every machine makes the same picture."""

from __future__ import annotations

from pathlib import Path

from egci_reports.engine.language.characters import CHINESE_RUN

_FONTS = Path(__file__).resolve().parents[2] / "theme" / "fonts"
_LATIN = ("Arimo-Regular", "Arimo-Bold")
_CHINESE = ("NotoSansHK-Regular", "NotoSansHK-Bold", "NotoSansSC-Regular")
"""The last stands in for simplified characters that Hong Kong's do not include."""


def png(svg: str, scale: float) -> bytes:
    """Return the SVG of a drawing as PNG with `scale` pixels to the point, on white.

    Chinese fonts are loaded only if the SVG holds Chinese text.
    """
    import resvg_py  # noqa: PLC0415 - its binary module takes time to load, and PDF never needs it

    names = (*_LATIN, *_CHINESE) if CHINESE_RUN.search(svg) else _LATIN
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        background="#ffffff",
        skip_system_fonts=True,
        font_files=[str(_FONTS / f"{name}.ttf") for name in names],
        font_family="Arimo",
        sans_serif_family="Arimo",
        zoom=scale,
        dpi=72,
    )
