"""What a paper says of itself: its titles, its edition and marking in words, and its identity."""

from __future__ import annotations

from egci_reports import __version__
from egci_reports.app.papers.begin import Draft
from egci_reports.app.papers.editions import base_of, rank
from egci_reports.app.papers.of_group import author_of, banner_of
from egci_reports.engine.document.nodes import Identity, Meta


def title_of(draft: Draft, which: str) -> str:
    """Return the "title", "short_title" or "subject" of a paper, in the words of its language.

    A title may use what the kind of paper gives, of a plenary's {number} its ordinal too ({nth}), and the
    {group} and {group_name}.
    """
    words, kind, group = draft.word_list, draft.paper.kind, draft.records.group
    slots = {"group": group.short, "group_name": str(group.name), **draft.paper.slots}
    if "number" in slots:
        slots["nth"] = words.language.ordinal(int(slots["number"]))
    wanted = words.slots(f"papers.{kind}.{which}")
    return words(f"papers.{kind}.{which}", **{name: slots[name] for name in wanted & set(slots)})


def meta_of(draft: Draft) -> Meta:
    """Return what the paper says of itself, in the words of its language."""
    words, paper, request = draft.word_list, draft.paper, draft.request
    return Meta(
        title=title_of(draft, "title"),
        short_title=title_of(draft, "short_title"),
        author=author_of(draft.records, words),
        date=paper.position.isoformat(),
        lang=words.language.tag,
        subject=title_of(draft, "subject"),
        status=_status(draft),
        banner=banner_of(draft.records, words),
        marking=draft.marking,
        watermark=words("papers.watermark") if request.is_draft else None,
        identity=identity_of(draft),
    )


def _status(draft: Draft) -> str:
    """Return the edition in words: Draft; Edition 1.0; Edition 1.0, Addendum 2."""
    words, edition = draft.word_list, draft.request.edition
    if draft.request.is_draft:
        return words("papers.draft")
    base = base_of(edition)
    if base is None:
        return words("papers.edition", edition=edition)
    return words("papers.addendum_edition", edition=base, number=rank(edition)[-1])


def identity_of(draft: Draft) -> Identity:
    """Return by what the files of a paper are known again: kind, subject, edition, records, audience."""
    request = draft.request
    audience = f"{draft.order.audience} {request.holder}" if request.holder else str(draft.order.audience)
    return Identity(
        draft.order.kind, request.subject, request.edition, draft.records.digest, __version__, audience
    )
