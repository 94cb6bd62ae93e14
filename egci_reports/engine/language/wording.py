"""The wording that passes and checks need: patterns with slots, spaces to keep, words to refuse.

All of it is read from words.toml. The defaults here are English and serve trees built by hand.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refused:
    """Words that house style refuses outside quotations.

    `pattern` is a regular expression, matched whatever the case unless `exact`; `say` tells what to write
    instead.
    """

    pattern: str
    say: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """A noun that follows a number: "one area", "two areas"."""

    one: str
    many: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Patterns of one language. Slots stand in braces.

    `introduced` joins a full name and its short form at first mention; `now` and `now_the` add what a body
    is called today. `annex` names an annex by its letter, `annex_title` sets that before its title.
    `quotes` are the marks around a quotation, `inner_quotes` those that stand for them inside one;
    `apostrophe` is printed for the straight one of records.
    `keep_together` are regular expressions: the spaces in what they match do not break. `refused`, `allowed`
    (phrases in which refused words may stand), `counted` and `number_words` ("two" upwards) serve the checks.
    """

    introduced: str = "{full} ({short})"
    now: str = "{name} (now {present})"
    now_the: str = "{name} (now the {present})"
    annex: str = "Annex {letter}"
    annex_title: str = "{annex}: "
    quotes: tuple[str, str] = ("“", "”")
    inner_quotes: tuple[str, str] = ("‘", "’")
    apostrophe: str = "’"
    keep_together: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()
    allowed: tuple[str, ...] = ()
    counted: tuple[Counted, ...] = ()
    number_words: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Hash what is quick to hash: each text of a paper asks for what is compiled of its wording."""
        return hash((self.introduced, self.now, len(self.refused), len(self.allowed), len(self.counted)))
