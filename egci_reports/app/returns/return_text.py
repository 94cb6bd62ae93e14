"""Writes returns as YAML: every entry in one order, texts as officers type them."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.records.base import Model
from egci_reports.records.meetings import PlanItem
from egci_reports.records.returns import ItemReturn, Return
from egci_reports.records.yaml_dump import dumped


def return_text(one: Return, items: tuple[PlanItem, ...]) -> str:
    """Return the file of a return; `items` are the department's, whose texts stand beside as comments."""
    texts = {item.item: item for item in items}
    lines = ["# yaml-language-server: $schema=../../schema/return.json", ""]
    head = one.model_copy(update={"items": ()})
    lines += _dumped(head).splitlines()
    if one.items:
        lines.append("items:")
    for entry in one.items:
        if entry.item in texts:
            lines += item_comment(texts[entry.item])
        first, *rest = _dumped(entry).splitlines()
        lines += [f"  - {first}", *(f"    {line}".rstrip() for line in rest)]
    return "\n".join(lines) + "\n"


def entry_text(entry: ItemReturn) -> str:
    """Return an entry as YAML without its number: what was reported."""
    return _dumped(entry).partition("\n")[2]


def item_comment(item: PlanItem) -> Iterator[str]:
    """Yield the comment that tells what an item is."""
    target = f" (by {item.target})" if item.target else ""
    yield f"  # Item {item.item}: {' '.join(item.text.split())}{target}"


def _dumped(model: Model) -> str:
    return dumped(model.model_dump(mode="json", exclude_defaults=True))
