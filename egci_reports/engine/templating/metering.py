"""Rewrites a template's tree so that all it does is counted: runs of bodies, values made, words printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer

from egci_reports.engine.templating.limits import NUMBER

DEPTH = 60
"""How deep a template may nest: Python's compiler, which reads what Jinja makes of it, gives up at 100."""

LOOPS = 15
"""How many loops may stand within each other; Python's own compiler gives up at 20."""
NODES = 25_000
"""How many nodes a template may have: twenty times the largest shipped one."""

_SHORT = 64
_BODIES = (nodes.Template, nodes.Block, nodes.For, nodes.Macro, nodes.CallBlock)


class RuntimeOnly(CodeGenerator):
    """Leaves all reckoning to the rendering; Jinja's own does some while it compiles, uncounted."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)


def metered(tree: nodes.Template, name: str | None, filename: str | None) -> nodes.Template:
    """Return the tree with its counting put in.

    Values go through `printable` where they are printed or joined to a text; Jinja's own `finalize` sees
    constants only after they were made texts. Raises TemplateSyntaxError for `{% autoescape %}`, and for what
    is nested too deep.
    """
    for number, (node, depth, loops) in enumerate(_every(tree)):
        fault = None
        if depth > DEPTH or loops > LOOPS or number > NODES:
            fault = "this is nested too deep, or too long: part it"
        elif isinstance(node, nodes.EvalContextModifier):
            fault = "escaping cannot be switched: take out {% autoescape %}"
        elif isinstance(node, nodes.Const) and isinstance(node.value, int) and node.value > NUMBER:
            fault = f"a number is too large: more than {NUMBER:,}"
        if fault:
            raise TemplateSyntaxError(fault, node.lineno, name, filename)
    _Metering().visit(tree)
    return tree


def _every(tree: nodes.Template) -> Iterator[tuple[nodes.Node, int, int]]:
    """Yield each node with its depth and the loops around it, without recursion: the tree may be too deep."""
    waiting: list[tuple[nodes.Node, int, int]] = [(tree, 0, 0)]
    while waiting:
        node, depth, loops = waiting.pop()
        yield node, depth, loops
        loops += isinstance(node, nodes.For)
        waiting += [(child, depth + 1, loops) for child in node.iter_child_nodes()]


class _Metering(NodeTransformer):
    """Puts filters of the environment around expressions: `printable`, `weighed`, `made` and `steps`."""

    def __init__(self) -> None:
        self._in_literal = False

    def visit_Output(self, node: nodes.Output | nodes.Concat) -> nodes.Node:  # noqa: N802
        """Check what is printed, and what is joined by `~`; the template's own text needs not."""
        self.generic_visit(node)
        node.nodes = [
            part if isinstance(part, nodes.TemplateData) else _filtered(part, "printable")
            for part in node.nodes
        ]
        return node

    visit_Concat = visit_Output  # noqa: N815

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        """Weigh what is compared: two lists are gone through."""
        self.generic_visit(node)
        node.expr = _weighed(node.expr)
        for operand in node.ops:
            operand.expr = _weighed(operand.expr)
        return node

    def visit_List(self, node: nodes.List | nodes.Tuple | nodes.Dict) -> nodes.Node:  # noqa: N802
        """Weigh a list that is written out, once, with the lists in it."""
        outer, self._in_literal = self._in_literal, True
        self.generic_visit(node)
        self._in_literal = outer
        inner = outer or getattr(node, "ctx", "load") == "store"
        return node if inner else _filtered(node, "made")

    visit_Tuple = visit_Dict = visit_List  # noqa: N815

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        """Weigh a piece of a list or text, which is a copy."""
        self.generic_visit(node)
        return _filtered(node, "made") if isinstance(node.arg, nodes.Slice) else node

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        """Count each time round, and each item that the loop's own condition passes over."""
        if node.test:
            node.test = nodes.And(_steps([node.test]), node.test, lineno=node.lineno)
        return self._body(node)

    def _body(self, node: Any) -> nodes.Node:
        """Count each run of a body, by its nodes."""
        steps = nodes.ExprStmt(_steps(node.body, getattr(node, "defaults", ())), lineno=node.lineno)
        self.generic_visit(node)
        node.body.insert(0, steps)
        return node  # type: ignore[no-any-return]

    visit_Template = visit_Block = visit_Macro = visit_CallBlock = _body  # noqa: N815


def _steps(*bodies: Iterable[nodes.Node]) -> nodes.Filter:
    """Return an expression, always true, that takes a step for each node, but for those of bodies within."""
    waiting = [node for body in bodies for node in body]
    steps = 1
    while waiting:
        node = waiting.pop()
        steps += 1
        inner = ("body", "test") if isinstance(node, _BODIES) else ()
        waiting.extend(node.iter_child_nodes(exclude=inner))
    number = nodes.Const(steps, lineno=1)
    return _filtered(number, "steps")


def _filtered(node: nodes.Expr, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def _weighed(operand: nodes.Expr) -> nodes.Expr:
    """Return an operand that is weighed, unless it is short and never changes."""
    if isinstance(operand, nodes.Const) and len(str(operand.value)) < _SHORT:
        return operand
    return _filtered(operand, "weighed")
