"""What only an officer can write: never made here; empty or not cleared, it refuses a numbered edition."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from egci_reports.errors import Finding
from egci_reports.kinds.briefing.brief import Brief
from egci_reports.kinds.briefing.context import Pack
from egci_reports.records.clearables import refusal
from egci_reports.records.records import address_of
from egci_reports.records.signed import Signed

COMMON: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "steering",
        (
            ("purpose", "why we meet"),
            ("objectives", "the objectives"),
            ("outcome", "what must be achieved"),
            ("priority", "the order of priority"),
            ("in_the_room", "what is to be agreed in the room"),
            ("beforehand", "what was settled beforehand"),
        ),
    ),
    ("run_down", (("rows", "the run-down"),)),
    ("agenda", (("items", "the agenda"),)),
    ("delegations", (("members", "the delegations of the day"),)),
    ("opening", (("en", "the opening remarks"),)),
    ("closing", (("en", "the closing remarks"),)),
    ("forums", (("rows", "what belongs to which forum"),)),
)
"""The parts of the pack that wait for an officer, in its order, each with its fields and what they hold."""

OF_A_BRIEF = (
    ("speaker", "the speaker"),
    ("objective", "the objective"),
    ("points", "the points to make"),
    ("line_to_take", "the line to take"),
    ("guangdong", "the likely position of Guangdong"),
    ("action", "the action sought"),
)
"""The fields of an item brief that wait for an officer, in its order."""

_TITLES = {
    "steering": "the steering brief",
    "run_down": "the run-down",
    "agenda": "the agenda",
    "delegations": "the list of the delegations",
    "opening": "the opening remarks",
    "closing": "the closing remarks",
    "forums": "what belongs to which forum",
}


def open_words(pack: Pack) -> Iterator[Finding]:
    """Yield a finding for each field that no officer has written, and each part that nobody has cleared.

    Those of the pack as a whole come first, then brief by brief.
    """
    words, about = pack.words, address_of(pack.words)
    for name, fields in COMMON:
        part: Signed = getattr(words, name)
        for field, what in fields:
            if not (part.is_written if field == "en" else getattr(part, field)):
                yield _empty(what, f"{about}#{name}/{field}")
        yield from _uncleared(part, _TITLES[name], f"{about}#{name}")
    yield from _unsettled(pack, about)
    for index, further in enumerate(words.further):
        place = f"{about}#further/{index}"
        if not (further.title and further.text):
            yield _empty(further.title or "a further part", place)
        yield from _uncleared(further, further.title or "a further part", place)
    for brief in pack.briefs:
        yield from of_brief(brief)


def of_brief(brief: Brief, left_out: Collection[str] = ()) -> Iterator[Finding]:
    """Yield a finding for each field of a brief that no officer has written, and one if it is not cleared."""
    about = address_of(brief.words)
    if not brief.leads:
        yield _empty(f"the lead (brief {brief.number})", f"{about}#lead")
    for field, what in OF_A_BRIEF:
        if field not in left_out and not getattr(brief.words, field):
            yield _empty(f"{what} (brief {brief.number})", f"{about}#{field}")
    yield from _uncleared(brief.words, f"brief {brief.number}", about)


def _unsettled(pack: Pack, about: str) -> Iterator[Finding]:
    """Yield what parts that are written still leave open: times, names, posts."""
    for index, row in enumerate(pack.words.run_down.rows):
        if row.time is None:
            yield _empty(f"the time of {row.item!r} in the run-down", f"{about}#run_down/rows/{index}")
    for member in (*pack.hong_kong, *pack.guangdong):
        if member.name is None:
            yield _empty(f"the name of the {member.post} in the delegation", member.about)
        elif member.post is None:
            yield _empty(f"the post of {member.name} in the delegation", member.about)


def _uncleared(part: Signed, title: str, about: str) -> Iterator[Finding]:
    if part.is_open:
        yield refusal("E606", part, f"an officer's words are {{state}}: {title}", about)


def _empty(what: str, about: str) -> Finding:
    record = about.partition("#")[0]
    hint = f"write it in data/{record}.yaml, or make a draft"
    return Finding("E602", f"an officer's words are to follow: {what}", hint=hint, about=about)


def undisclosed(pack: Pack) -> Iterator[str]:
    """Yield the addresses of the words in a pack that are not for disclosure: such a pack needs a marking."""
    if pack.words.steering.sensitive:
        yield f"{address_of(pack.words)}#steering/sensitive"
    for brief in pack.briefs:
        for field in ("guangdong", "not_for_disclosure"):
            if getattr(brief.words, field):
                yield f"{address_of(brief.words)}#{field}"
