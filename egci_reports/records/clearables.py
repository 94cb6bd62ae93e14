"""Everything that somebody clears, by address, and the command by which it is cleared."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.errors import Finding
from egci_reports.records.clearance import Clearable, ClearanceState
from egci_reports.records.records import Records, address_of

CLEAR = "egci-report clear"
OPTIONS = "--by POST --on YYYY-MM-DD"

_IS = {
    ClearanceState.NONE: "not cleared",
    ClearanceState.UNBOUND: "cleared by hand, which does not count",
    ClearanceState.VOID: "changed since the clearance",
}


def clearables(records: Records) -> Iterator[tuple[str, Clearable]]:
    """Yield all that is written and that somebody clears, by address: returns, briefs, packs, papers."""
    for one in records.returns:
        if one.date is not None:
            yield address_of(one), one
    for pack in records.packs:
        about = address_of(pack)
        yield from ((f"{about}#{name}", part) for name, part in pack.parts if part.is_written)
        further = ((f"{about}#further/{place}", part) for place, part in enumerate(pack.further))
        yield from ((address, part) for address, part in further if part.is_written)
    yield from ((address_of(brief), brief) for brief in records.briefs if brief.is_written)
    yield from ((address_of(notes), notes) for notes in records.notes if notes.is_written)
    for name, paper in records.papers.items():
        yield from ((f"papers/{name}#texts/{place}", text) for place, text in enumerate(paper.texts))


def words_for(address: str) -> tuple[str, str, str]:
    """Return what stands at an address as `clear` is told of it: a kind, which of them, and a name in it."""
    record, _, rest = address.partition("#")
    folder, which, *names = record.split("/")
    if folder == "papers":
        return "paper", which, str(int(rest.rpartition("/")[2]) + 1)
    number = str(int(which))
    if folder == "records":
        return "record", number, "notes"
    if folder == "returns":
        return "return", number, names[0]
    if names[0] != "pack":
        return "brief", number, names[0].removeprefix("brief-")
    part, _, place = rest.partition("/")
    return "pack", number, f"{part}-{int(place) + 1}" if place else part.replace("_", "-")


def command_for(address: str) -> str:
    """Return the command that clears what stands at an address."""
    return " ".join((CLEAR, *words_for(address), OPTIONS))


def state_in_words(words: Clearable) -> str:
    """Return how words that are not cleared stand, after "is" or "are"."""
    return _IS[words.clearance_state]


def refusal(code: str, words: Clearable, said: str, address: str) -> Finding:
    """Return what refuses a numbered edition: `said` has {state} where it says how the words stand."""
    hint = f"once it is cleared: {command_for(address)}; or make a draft"
    line = f"{address}{'/' if '#' in address else '#'}cleared" if words.clearance else address
    return Finding(code, said.replace("{state}", state_in_words(words)), hint=hint, about=line)
