"""The sample paper is a proof only if it holds everything there is."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import fields, is_dataclass
from typing import Any, get_args

import pytest

from egci_reports.engine.document import chart, inlines, nodes
from egci_reports.engine.document.checks import check
from egci_reports.engine.document.vocabulary import VOCABULARY
from tests.sample_paper import sample, sample_xml

_OF_ANNEXES = {"encloses", "enclosed-pages", "appended"}
"""What encloses other documents: the tests of made-up packs have real ones."""

_TAKEN_BY_PASSES = {nodes.Name}
"""Nodes that passes turn into others."""


def _all_nodes(value: Any) -> list[Any]:
    if is_dataclass(value):
        inside = [getattr(value, one.name) for one in fields(value) if one.name != "words"]
        return [value, *_all_nodes(inside)]
    if isinstance(value, tuple | list):
        return [node for one in value for node in _all_nodes(one)]
    return []


@pytest.fixture(scope="module")
def every() -> list[Any]:
    return _all_nodes(sample())


@pytest.fixture(scope="module")
def tags() -> list[ET.Element]:
    return list(ET.fromstring(sample_xml()).iter())


@pytest.mark.parametrize("name", VOCABULARY)
def test_each_element_is_used(tags, name):
    assert any(tag.tag == name for tag in tags)


@pytest.mark.parametrize(
    "attribute",
    sorted({one.name for element in VOCABULARY.values() for one in element.attributes} - _OF_ANNEXES),
)
def test_each_attribute_and_value_is_used(tags, attribute):
    """Values of classes are those of their element; other attributes mean the same wherever they stand."""
    takers = [element for element in VOCABULARY.values() if element.attribute(attribute)]
    for element in takers:
        of = {element.name} if attribute == "class" else {one.name for one in takers}
        given = {value for tag in tags if tag.tag in of for value in tag.get(attribute, "").split()}
        wanted = set(element.attribute(attribute).values) - _OF_ANNEXES
        assert given >= wanted, (element.name, wanted - given)
        assert given, element.name


def test_each_kind_of_node_is_there(every):
    made = {type(node) for node in every}
    kinds = {*get_args(nodes.Block), *get_args(inlines.Inline), *get_args(chart.Chart)}
    assert kinds - made == _TAKEN_BY_PASSES


@pytest.mark.parametrize(
    ("kind", "field", "values"),
    [
        (nodes.Paragraph, "role", nodes.ParagraphRole),
        (nodes.ItemList, "form", nodes.ListForm),
        (nodes.Callout, "kind", nodes.CalloutKind),
        (nodes.Column, "align", nodes.Align),
        (nodes.Section, "orientation", nodes.Orientation),
        (nodes.Section, "level", None),
        (nodes.Styled, "style", nodes.Style),
        (nodes.Reference, "form", nodes.ReferenceForm),
        (chart.SeriesChart, "form", chart.SeriesForm),
        (chart.Mark, "shape", chart.MarkShape),
        (chart.BandCell, "tone", chart.BandTone),
    ],
)
def test_each_value_of_a_node_is_there(every, kind, field, values):
    wanted = set(get_args(values)) - _OF_ANNEXES if values else {1, 2, 3, 4}
    assert {getattr(node, field) for node in every if isinstance(node, kind)} >= wanted


def test_nothing_is_wrong_with_it():
    assert check(sample()) == ()
