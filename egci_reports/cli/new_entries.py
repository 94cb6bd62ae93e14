"""`new body`, `new source` and the like: begins an entry in a list of records."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from egci_reports.app.keeping import entries
from egci_reports.app.keeping.begin_entry import BegunEntry
from egci_reports.cli import arguments, options
from egci_reports.cli.asking import PromptedOption
from egci_reports.cli.report import show_findings
from egci_reports.cli.settings import Settings
from egci_reports.errors import RecordsError

F = TypeVar("F", bound=Callable[..., Any])

_WHEN = "YYYY-MM-DD, or YYYY-MM or YYYY where less is known."


def _asked(name: str, text: str, choices: tuple[str, ...] = (), **more: Any) -> Callable[[F], F]:
    """Return an option that is needed: one of some words, or a text."""
    kind = {"type": click.Choice(choices)} if choices else {"metavar": "TEXT"}
    return click.option(name, cls=PromptedOption, help=text, **{**kind, **more})


_id = click.option("--id", "key", metavar="ID", help="Its id, for life. [default: made from the name]")
_tc = click.option("--tc", metavar="NAME", help="The same in Traditional Chinese.")
_sc = click.option("--sc", metavar="NAME", help="The same in Simplified Chinese.")
_sources = click.option(
    "--source", "sources", multiple=True, metavar="ID", help="Source that has it; may be given again."
)
_sources_asked = _asked(
    "--source", "Ids of its sources; --source may be given again.", multiple=True, metavar="ID"
)
_scope = _asked("--scope", "Is it the group's, beside a plenary, or context?", entries.SCOPES)


def _named(command: F) -> F:
    return _id(_tc(_sc(options.common(command))))


@click.command()
@click.argument("name", metavar="NAME")
@_asked("--side", "Where it belongs.", entries.SIDES)
@_asked("--kind", "What it is; an institute is what the law makes it: a company, say.", entries.BODY_KINDS)
@click.option("--seen", multiple=True, metavar="DAY", help="Day on which a source has the name.")
@_sources
@_named
@click.pass_obj
def body(
    settings: Settings, /, name: str, key: str | None, tc: str | None, sc: str | None, **known: Any
) -> int:
    """Begin a body, by its English name.

    It is put at the end of bodies.yaml; what is not given stands there in comments.

    \b
    Example:
      egci-report new body "GS1 Hong Kong" --side hong-kong --kind association
    """
    return _told(settings, entries.begin_body(settings.workspace(), name, {"tc": tc, "sc": sc}, key, known))


@click.command()
@click.argument("name", metavar="NAME")
@_asked("--side", "Where the person belongs.", entries.PERSON_SIDES)
@click.option(
    "--surname", metavar="TEXT", help="For later mentions. [default: last in Hong Kong, else first]"
)
@click.option("--post", "title", metavar="TITLE", help="A post of the person, in the source's words.")
@click.option("--body", metavar="ID", help="The body that the post belongs to.")
@_sources
@_named
@click.pass_obj
def person(
    settings: Settings, /, name: str, key: str | None, tc: str | None, sc: str | None, **known: Any
) -> int:
    """Begin a person, by the name with Mr, Ms, Dr or Ir before it if a source has that.

    It is put at the end of people.yaml; what is not given stands there in comments.

    \b
    Example:
      egci-report new person "Mr Tony Wong" --side hong-kong --post "Commissioner for Digital Policy"
    """
    if known["body"] and not known["title"]:
        raise click.UsageError("--body is that of a post: give its title with --post")
    begun = entries.begin_person(settings.workspace(), name, {"tc": tc, "sc": sc}, key, known)
    return _told(settings, begun)


@click.command()
@click.argument("url", metavar="URL")
@_asked("--title", "Its title; in square brackets if it has none.")
@_asked("--publisher", "Who published it.")
@click.option("--date", metavar="DATE", help=_WHEN)
@click.option("--language", metavar="TAG", help="en, zh-Hant, zh-Hans, ja. [default: en]")
@click.option("--read", type=click.Choice(entries.READINGS), help="How much was read. [default: whole]")
@_id
@options.common
@click.pass_obj
def source(settings: Settings, /, url: str, key: str | None, **known: Any) -> int:
    """Begin a source, by its address.

    It is put at the end of sources.yaml; what is not given stands there in comments.

    \b
    Example:
      egci-report new source https://www.info.gov.hk/... --title "..." --date 2025-10-20
          --publisher "Information Services Department" --read first-part
    """
    return _told(settings, entries.begin_source(settings.workspace(), url, key, known))


def _occasion(kind: str, day: str, own: Callable[[Any], Any], told: str) -> click.Command:
    """Return the command that begins an agreement or event: what an officer has to say of both, and `own`."""

    @click.command(kind.removesuffix("s"), help=told)
    @click.argument("title", metavar="TITLE")
    @_asked("--date", f"{day}: {_WHEN}", metavar="DATE")
    @own
    @_scope
    @_sources_asked
    @_named
    @click.pass_obj
    def begin(
        settings: Settings, /, title: str, key: str | None, tc: str | None, sc: str | None, **known: Any
    ) -> int:
        known["sources"] = known.pop("source")
        chinese = {"tc": tc, "sc": sc}
        return _told(settings, entries.begin_occasion(settings.workspace(), kind, title, chinese, key, known))

    return begin


agreement = _occasion(
    "agreements",
    "The day it was signed",
    _asked("--level", "Between governments, or industry bodies?", entries.LEVELS),
    """Begin an agreement, by its title as printed.

    It is put at the end of agreements.yaml; what is not given stands there in comments.

    \b
    Example:
      egci-report new agreement "Agreement on ..." --date 2025-10-20 --level government
          --scope group --source isd-2025-10-20
    """,
)
event = _occasion(
    "events",
    "The day",
    _asked("--kind", "What it is.", entries.EVENT_KINDS),
    """Begin an event, by its title or what happened.

    It is put at the end of events.yaml; what is not given stands there in comments.

    \b
    Example:
      egci-report new event "Forum on ..." --date 2025-10-20 --kind forum --scope beside
          --source isd-2025-10-20
    """,
)


@click.command()
@arguments.plenary
@click.argument("text", metavar="TEXT")
@_asked("--owner", "The one body that answers for it.", metavar="BODY")
@_asked("--due", "The day by which it is to be done.", metavar="DATE")
@_asked("--paragraph", "Where the notes of the plenary record it.", metavar="TEXT")
@options.common
@click.pass_obj
def action(settings: Settings, number: int, text: str, owner: str, due: str, paragraph: str) -> int:
    """Begin an action of a plenary.

    TEXT is what is to be done, the verb first. The action is put at the end of actions.yaml under the next
    number of the plenary, which it keeps for life.

    \b
    Example:
      egci-report new action 20 "Propose test cases" --owner DPO --due 2026-03-31
          --paragraph "paragraph 12"
    """
    known = {"source": paragraph, "due": due}
    return _told(settings, entries.begin_action(settings.workspace(), number, text, owner, known))


def _told(settings: Settings, begun: BegunEntry) -> int:
    """Say where the entry is, and what `check` finds in it; return the exit code."""
    click.echo(f"{begun.path}:{begun.line}")
    settings.note(
        f"Begun: {begun.id}. Fill in what is known, and take out the comments that you do not need."
    )
    show_findings(begun.errors)
    settings.next("egci-report check")
    return RecordsError.exit_code if begun.errors else 0


COMMANDS = (body, person, source, agreement, event, action)
