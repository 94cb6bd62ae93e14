"""Workspaces as large as wanted, for what grows with departments and returns. All in them is made up."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from benchmarks.peers.content import ROOT

_DATA = ROOT / "tests" / "made_up_returns" / "data"
_BODY = """\
- id: made-up-office-{number}
  side: hong-kong
  kind: department
  protocol: {protocol}
  names: [{{name: Made-up Office No. {number}, short: MON{number}}}]
"""
_IN_AREA = 99
"""Items of an area, as many as can be numbered."""
_ITEM = '  - {{item: "{item}", text: Trim lamp {item}, area: {area}, lead: made-up-office-{number}}}\n'
_RETURN = """\
# MADE UP: a return that nobody sent.
plenary: 3
body: made-up-office-{number}
items:
{items}prepared_by: M Made-up Clerk
date: 2012-04-02
"""
_RETURNED = '  - {{item: "{item}", status: completed, progress: Lamp {item} was trimmed.}}\n'


def with_returns(root: Path, departments: int, returns: int) -> Path:
    """Write a workspace whose plan under review has so many items, shared by so many departments.

    Each department returns what it leads; all of it is made up.
    """
    data = root / "data"
    shutil.copytree(_DATA, data)
    bodies = "".join(_BODY.format(number=number, protocol=100 + number) for number in range(departments))
    _change(data / "bodies.yaml", lambda text: text + bodies)
    items = [
        (f"{1 + place // _IN_AREA}.{1 + place % _IN_AREA}", 1 + place // _IN_AREA, place % departments)
        for place in range(returns)
    ]
    plan = "".join(_ITEM.format(item=item, area=area, number=number) for item, area, number in items)
    _change(data / "meetings" / "02.yaml", lambda text: _planned(text, plan))
    _change(data / "meetings" / "03.yaml", lambda text: re.sub(', continues: "[0-9.]+"', "", text))
    shutil.rmtree(data / "returns" / "03")
    (data / "returns" / "03").mkdir()
    for number in range(departments):
        said = "".join(_RETURNED.format(item=item) for item, _, owner in items if owner == number)
        path = data / "returns" / "03" / f"made-up-office-{number}.yaml"
        path.write_text(_RETURN.format(number=number, items=said), "utf-8")
    return root


def _planned(text: str, plan: str) -> str:
    """Return a meeting whose work plan has other items, in as many areas as they need."""
    areas = max(3, *map(int, re.findall(r"area: (\d+)", plan)))
    more = "".join(f"    - {{wording: Lamps of shore {n}, threads: [lamps]}}\n" for n in range(4, areas + 1))
    text = text.replace("said: 3\n", f"said: {areas}\n").replace("work_plan:\n", f"{more}work_plan:\n")
    return re.sub(r"work_plan:\n(  - .*\n)+", lambda _: f"work_plan:\n{plan}", text)


def _change(path: Path, how: Callable[[str], str]) -> None:
    path.write_text(how(path.read_text("utf-8")), "utf-8")
