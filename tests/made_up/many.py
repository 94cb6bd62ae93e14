"""Writes a made-up workspace with as many plenaries as wanted, for tests and benchmarks of long series.

It is the made-up workspace of this folder with other plenaries: one a year from 2007 on, in turn in the two
made-up cities, with wordings that change every third year and an agreement every fourth.
"""

from __future__ import annotations

import shutil
from pathlib import Path

DATA = Path(__file__).parent / "data"
CITIES = ("Made-up Delta City", "Made-up Harbour City")
BODIES = ("{lead}", "made-up-harbour-office", "made-up-ferry-company")
SUBJECTS = (("lamps", "Lamps"), ("buoys", "Buoys"), ("ferries", "Ferries"), ("fog", "Fog signals"))

MEETING = """\
# MADE UP: a plenary that was never held.
number: {number}
date: {year}-07-{day:02d}
mode: {mode}
{venue}reviewed: "{before}"
planned: "{year}"
convenors: {{unstated: not-recorded}}
hong_kong:
  bodies: [{bodies}]
guangdong: {{unstated: no-list}}
outcome:
  reviewed: reviewed the lights of {before}
  verb: endorsed
  words: endorsed the plan for the lights of {year}
areas:
  said: {count}
  listed:
{areas}
sources: [made-up-page]
"""
AREA = '    - {{wording: "{name}, in manner {way}", threads: [{thread}]}}'
AGREEMENT = """\
- id: made-up-agreement-{year}
  title: Made-up Agreement on the Lights of {year}
  level: {level}
  date: {year}-09-01
  parties: [{lead}, made-up-harbour-office]
  tie: {{meeting: {number}, relation: after}}
  sources: [made-up-page]
"""


def write_many(root: Path, count: int) -> Path:
    """Write a workspace with `count` plenaries into a new folder, and return it."""
    data = root / "data"
    shutil.copytree(DATA, data, ignore=shutil.ignore_patterns("meetings"))
    (data / "meetings").mkdir()
    for number in range(1, count + 1):
        (data / "meetings" / f"{number:02d}.yaml").write_text(_meeting(number), "utf-8")
    every_fourth = range(1, count + 1, 4)
    (data / "agreements.yaml").write_text("# MADE UP\n" + "".join(map(_agreement, every_fourth)), "utf-8")
    (data / "events.yaml").write_text("# MADE UP: no event.\n[]\n", "utf-8")
    phase = "- {id: made-up-phase, title: All the years, first: 1, text: The lights were lit every year.}\n"
    (data / "phases.yaml").write_text(f"# MADE UP\n{phase}", "utf-8")
    return root


def _meeting(number: int) -> str:
    year, is_video = 2006 + number, number % 11 == 0
    own = [pair for place, pair in enumerate(SUBJECTS) if (number // 7 + place) % 4]
    areas = "\n".join(AREA.format(thread=thread, name=name, way=number // 3 + 1) for thread, name in own)
    return MEETING.format(
        number=number,
        year=year,
        before=year - 1,
        day=1 + number % 28,
        mode="video-conference" if is_video else "in-person",
        venue="" if is_video else f"venue: {{city: {CITIES[(number + 1) % 2]}}}\n",
        bodies=", ".join(_listed(number)),
        count=len(own),
        areas=areas,
    )


def _listed(number: int) -> list[str]:
    listed = [body for place, body in enumerate(BODIES) if number < 4 or (number + place) % 3]
    return [body.format(lead=_lead(number)) for body in listed]


def _lead(number: int) -> str:
    return "made-up-lamp-office" if number < 4 else "made-up-signal-office"


def _agreement(number: int) -> str:
    level = "government" if number % 8 == 1 else "industry"
    return AGREEMENT.format(year=2006 + number, number=number, level=level, lead=_lead(number))
