"""The styles and colours that writers ask a theme for: a theme has each of them, and no others."""

from __future__ import annotations

STYLES = frozenset(
    (
        "body", "lead", "note", "small", "prompt", "quotation", "centred", "signature", "speech", "list",
        "field", "group", "title", "subtitle", "heading1", "heading2", "heading3", "heading4",
        "contents_title", "contents1", "contents2", "contents3", "caption_table", "caption_figure", "table",
        "table_header", "compact", "compact_header", "table_note", "callout_title", "callout", "source",
        "footnote", "header", "footer", "marking", "chart", "watermark",
    )
)  # fmt: skip

COLOURS = frozenset(
    (
        "ink", "accent", "muted", "link", "rule", "header_fill", "header_ink", "total_fill", "paper",
        "watermark", "note_fill", "note_edge", "caution_fill", "caution_edge", "gap_fill", "gap_edge",
        "added_ink", "removed_ink",
    )
)  # fmt: skip
