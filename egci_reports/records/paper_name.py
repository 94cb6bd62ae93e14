"""Names papers, in names of files, in data/papers/ and in the ledger, and reads such a name back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from egci_reports.records.audience.reader import Audience

EVERYTHING = "all"
"""The subject of a paper that is not about one year or plenary; its name does not tell it."""

# a subject is no word that begins the next part: "history-joint" has none
_NAME = re.compile(
    r"(?P<kind>[a-z]+)(?:-(?!(?:joint|public)$|(?:joint|public|for|as-of)-)(?P<subject>.+?))?"
    r"(?:-(?P<audience>joint|public)|-for-(?P<body>.+?))?(?:-as-of-(?P<day>\d{4}-\d{2}-\d{2}))?"
)

_SUBJECTS = {"annual": r"\d{4}", "history": "short"}
_PLENARY = r"\d{1,3}"
"""The subject where it stands apart from the kind: annual 2024, history short, of others briefing 20."""


@dataclass(frozen=True, slots=True)
class PaperName:
    """Which paper it is: as its files begin and the ledger has it, "annual-2024-joint-as-of-2024-12-31".

    `body` is the body whose part of the paper it is; `as_of` the day at whose end it stands.
    """

    kind: str
    subject: str = EVERYTHING
    audience: Audience = Audience.INTERNAL
    body: str | None = None
    as_of: date | None = None

    @property
    def record(self) -> str:
        """The name of its record in data/papers/, which those for all readers share: "annual-2024"."""
        return self.kind if self.subject == EVERYTHING else f"{self.kind}-{self.subject}"

    def __str__(self) -> str:
        reader = "" if self.audience.is_own_side else f"-{self.audience}"
        body = f"-for-{self.body}" if self.body else ""
        return f"{self.record}{body or reader}" + (f"-as-of-{self.as_of}" if self.as_of else "")

    @classmethod
    def read(cls, text: str) -> PaperName:
        """Read a name; one that this class does not write is a kind of its own, all of it."""
        match = _NAME.fullmatch(text)
        name = _name(match) if match else None
        return name if name and str(name) == text else cls(text)

    @classmethod
    def first_of(cls, words: Sequence[str]) -> tuple[PaperName, tuple[str, ...]]:
        """Read the name that words begin with, and return it with the words after it.

        It is one word, as files have it, or two, as commands have it: annual-2024 ..., annual 2024 ...
        """
        name, rest = cls.read(words[0]), tuple(words[1:])
        subject = _SUBJECTS.get(name.kind, _PLENARY)
        if name != cls(name.kind) or not rest or not re.fullmatch(rf"(?:{subject})(?:-.+)?", rest[0]):
            return name, rest
        return cls.read(f"{name.kind}-{rest[0]}"), rest[1:]


def _name(match: re.Match[str]) -> PaperName | None:
    try:
        day = date.fromisoformat(match["day"]) if match["day"] else None
    except ValueError:
        return None
    audience = Audience.DEPARTMENT if match["body"] else Audience(match["audience"] or Audience.INTERNAL)
    return PaperName(match["kind"], match["subject"] or EVERYTHING, audience, match["body"], day)


def stem_of(paper: PaperName, edition: str | None, lang: str | None) -> str:
    """Return how the files of a paper begin: of a numbered edition, of another language, if any."""
    return "-".join(filter(None, (str(paper), lang, edition)))


def paper_of(stem: str, edition: str) -> str:
    """Return the name of a paper without the edition, by how its files begin; drafts name none."""
    return stem.removesuffix(f"-{edition}")
