"""Makes the addendum to a numbered edition: from what is kept of the edition, and the paper made now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from egci_reports.app.papers.begin import Draft
from egci_reports.app.papers.compose import Composed, compose, disputes_in
from egci_reports.app.papers.editions import addendum_to, base_of, following, other_content, rank
from egci_reports.app.papers.kept import KeptWords, kept_words, numbers_kept, read_words
from egci_reports.app.papers.meta import title_of
from egci_reports.app.papers.receipts import receipt_path
from egci_reports.engine.document.differences import differences
from egci_reports.engine.document.entries import entries_of, figures_of
from egci_reports.engine.document.nodes import Document
from egci_reports.engine.document.passes.edition_numbers import in_numbers_of
from egci_reports.errors import EditionRefused, Finding, UsageError
from egci_reports.files import may_be_there
from egci_reports.kinds.addendum.build import Amended, addendum


@dataclass(frozen=True, slots=True)
class Amendment:
    """A paper and the addendum to an edition of it; None where it reads as the edition does.

    `is_made` is False where the paper has no such edition.
    """

    paper: str
    edition: str
    draft: Draft | None
    is_made: bool = True


def paper_of(draft: Draft) -> str:
    """Return the name of a paper without its edition."""
    return draft.paper.stem.removesuffix(f"-{draft.request.edition}")


def amendment(now: Draft, reports: Path, *, is_next: bool = False) -> Amendment:
    """Return the addendum to an edition of a paper, `now` being that paper from the records as they are.

    It bears the number of the last addendum if it says the same; else, with `is_next`, the number after it.
    Raises UsageError (U219 the edition was not made here), EditionRefused (E609 the last addendum says
    something else, E612 what the edition says was not kept), and what `compose` raises.
    """
    edition, stem, paper = now.request.edition, now.paper.stem, paper_of(now)
    kept = read_words(reports, stem) or _refuse_unkept(reports, paper, edition)
    now = replace(now, marking=_higher(now, kept.marking))
    drawn = compose(now)
    amended = _amended(now, drawn.document, kept)
    last = _last(reports, stem)
    if not last:
        made = _draft(now, drawn, amended) if amended.differences else None
        return Amendment(paper, edition, made)
    made = _draft(now, drawn, replace(amended, number=last, earlier=last - 1 or None))
    before, after = read_words(reports, f"{stem}-addendum-{last}"), kept_words(compose(made).document, {})
    if before is not None and before.said == after.said:
        return Amendment(paper, edition, made)
    if is_next:
        made = _draft(now, drawn, replace(amended, number=last + 1, earlier=last))
        return Amendment(paper, edition, made)
    number = addendum_to(edition, last)
    raise other_content(paper, number, before.text if before else None, after.text)


def told(draft: Draft) -> tuple[tuple[str, ...], ...]:
    """Return the rows of an addendum: the place, what stood there if that is told, what stands there now.

    They are for the terminal, where a space may break.
    """
    entries = entries_of(compose(draft).document)
    return tuple(
        tuple(text.replace("\xa0", " ") for text in entry.texts) for entry in entries if entry.kind == "row"
    )


def _amended(now: Draft, document: Document, kept: KeptWords) -> Amended:
    """Return what the first addendum to an edition is made from, `document` being the paper as it is now."""
    words = now.word_list

    def new_number(label: str) -> str:
        return words("addendum.new_number", label=label)

    document = in_numbers_of(document, kept.numbers, new_number)
    found = differences(kept.entries, entries_of(document))
    return Amended(
        now.request.edition,
        1,
        kept.title,
        title_of(now, "short_title"),
        date.fromisoformat(kept.date),
        kept.entries,
        found,
        figures_of(document),
    )


def _draft(now: Draft, drawn: Composed, amended: Amended) -> Draft:
    """Return an addendum before its template is rendered; what blocks the paper blocks it."""
    named = addendum_to(amended.edition, amended.number)
    stem = now.paper.stem + named.removeprefix(amended.edition)
    blocked = (*disputes_in(now, drawn.document), *drawn.blocked)
    paper = replace(addendum(now.records, now.paper, amended, stem), blocked=blocked)
    order, request = replace(now.order, edition=named), replace(now.request, edition=named)
    return replace(now, order=order, request=request, paper=paper, uncleared=())


def _higher(now: Draft, kept: str | None) -> str | None:
    """Return the higher of the markings of an edition and of the paper now, by the list of the group."""
    ranks = {marking: place for place, marking in enumerate(now.records.group.markings)}
    known = [marking for marking in (now.marking, kept) if marking is not None]
    return max(known, key=lambda marking: ranks.get(marking, len(ranks)), default=None)


def _last(reports: Path, stem: str) -> int:
    """Return the number of the last addendum that is kept; 0 if there is none."""
    numbers = numbers_kept(reports, f"{stem}-addendum-")
    return max((int(number) for number in numbers if number.isdecimal()), default=0)


def _refuse_unkept(reports: Path, paper: str, edition: str) -> KeptWords:
    """Raise for an edition of which nothing is kept: it was never made, or by an earlier version."""
    stem = f"{paper}-{edition}"
    if may_be_there(receipt_path(reports, stem)):
        message = f"what edition {edition} of {paper} says was not kept when it was made"
        hint = (
            "make it again from the records of that day, which keeps it and changes nothing; then the "
            f"addendum from those of today. Or make a new edition: --edition {following(edition)}"
        )
        raise EditionRefused(Finding("E612", message, hint=hint))
    numbers = numbers_kept(reports, f"{paper}-")
    known = sorted((one for one in numbers if rank(one) and base_of(one) is None), key=rank)
    message = f"edition {edition} of {paper} was not made here"
    hint = "make it again from the records of that day, or name the folder in which it was made with --out"
    if known:
        hint = f"editions that were: {', '.join(known)}"
    raise UsageError(Finding("U219", message, hint=hint))
