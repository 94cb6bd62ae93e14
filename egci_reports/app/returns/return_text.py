"""Writes returns as YAML: every entry in one order, texts as officers type them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import yaml

from egci_reports.records.base import Model
from egci_reports.records.meetings import PlanItem
from egci_reports.records.returns import ItemReturn, Return


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
    plain = model.model_dump(mode="json", exclude_defaults=True)
    return yaml.dump(plain, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=sys.maxsize)


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks, and quotes what YAML would take for something else."""


def _text(dumper: yaml.SafeDumper, value: str) -> Any:
    if "\n" in value and not value.startswith((" ", "\n")):
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|")
    kind = dumper.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
    is_text = kind == "tag:yaml.org,2002:str"
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=None if is_text else '"')


_Dumper.add_representer(str, _text)
_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if not tag.endswith(":timestamp")]
    for first, rules in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
