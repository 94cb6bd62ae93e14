"""Writes values as YAML as officers type it: in blocks, and in quotation marks only what needs them."""

from __future__ import annotations

import sys
from typing import Any

import yaml


def dumped(plain: Any) -> str:
    """Return a value as the lines of a block, with a line end; texts of several lines stand as they are."""
    return yaml.dump(plain, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=sys.maxsize)


def dumped_in_line(plain: Any) -> str:
    """Return a value on one line: lists and mappings in brackets."""
    whole = yaml.dump(
        plain,
        Dumper=_InLine,
        allow_unicode=True,
        sort_keys=False,
        width=sys.maxsize,
        default_flow_style=True,
    )
    return str(whole).removesuffix("\n").removesuffix("\n...")


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks, and quotes what YAML would take for something else."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - PyYAML's
        """Indent lists below their key, as the records do."""
        super().increase_indent(flow, indentless=False)


class _InLine(_Dumper):
    """Writes everything on one line."""


def _text(dumper: yaml.SafeDumper, value: str) -> Any:
    if "\n" in value and not value.startswith((" ", "\n")) and not isinstance(dumper, _InLine):
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|")
    kind = dumper.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
    is_text = kind == "tag:yaml.org,2002:str"
    style = None if is_text and "\n" not in value else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


for _class in (_Dumper, _InLine):
    _class.add_representer(str, _text)
    _class.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in rules if not tag.endswith(":timestamp")]
        for first, rules in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }
