"""Names of bodies and persons on the day spoken of, ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.lineages import Lineages, name_of, present_name
from egci_reports.engine.document.inlines import Name
from egci_reports.records.bodies import Body, BodyName, Person, Post
from egci_reports.records.meetings import Convenor, Listed, Report
from egci_reports.records.records import Records


@dataclass(frozen=True, slots=True)
class Named:
    """A body by the name of the day; `article` tells whether "the" stands before that name in a sentence."""

    name: Name
    article: bool


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """A person with the post of the day ("" if no source has one), and what the source says he did."""

    name: str
    post: str
    verb: str


@dataclass(frozen=True)
class Names:
    """Finds names; `today` is the last day the records know, so that "now the ..." claims nothing later."""

    records: Records
    lineages: Lineages
    today: date

    def body(self, key: str, day: date, printed: str | None = None) -> Named:
        """Return the name of a body on a day."""
        body = self.records.bodies[key]
        return self.named(body, name_of(body, day, printed))

    def listed(self, entries: Iterable[Listed], day: date | None) -> tuple[Named, ...]:
        """Return listed bodies by the names of a day, or as printed; none if the day is not known."""
        return tuple(self.body(one.body, day, one.printed) for one in entries) if day else ()

    def leads(self, convenors: tuple[Convenor, ...], day: date | None) -> tuple[OfficeHolder, ...]:
        """Return those who led the sides, each with the post of the day and the verb of the source."""
        return tuple(self.person(lead.person, day, lead.verb or "") for lead in convenors)

    def named(self, body: Body, name: BodyName) -> Named:
        """Return one of a body's names, with what it has become since."""
        later = present_name(self.lineages.of(body.id), name, self.today)
        present, article = (str(later.name), later.article) if later else (None, True)
        return Named(Name(body.id, str(name.name), name.short, present, article=article), name.article)

    def person(self, key: str, day: date | None, verb: str = "", printed: str | None = None) -> OfficeHolder:
        """Return a person with the post of a day, or as the source prints it, and what is doubtful of it."""
        person = self.records.people[key]
        post = post_on(person, day)
        title = self._as_named(printed, post, day) if printed else str(post.title) if post else ""
        if post and post.doubt:
            title = f"{title}, {post.doubt}"
        return OfficeHolder(person.full_name, title, verb)

    def _as_named(self, printed: str, post: Post | None, day: date | None) -> str:
        """Return a post as the source prints it, with the body by its name of the day."""
        if post is None or post.body is None or day is None:
            return printed
        body = self.records.bodies[post.body]
        name = str(name_of(body, day).name)
        forms = {*body.aliases, *(str(one.name) for one in body.names)} - {name}
        return next(
            (printed.replace(form, name) for form in sorted(forms, key=len) if form in printed), printed
        )

    def introduced(
        self, reports: Iterable[Report], day: date | None, known: Iterable[str] = ()
    ) -> Iterator[Report]:
        """Yield reports such that who is named first is named in full, with the post of the day.

        "Mr Wong hoped" opens as "Mr Tony Wong, Commissioner for Digital Policy, hoped", once; not at all
        for the persons `known` already.
        """
        met = set(known)
        for report in reports:
            words = self._opened(report, day) if report.person not in met else None
            if words and report.person:
                met.add(report.person)
            yield report.model_copy(update={"text": words}) if words else report

    def _opened(self, report: Report, day: date | None) -> str | None:
        """Return a report with its speaker in full; None where it does not open with him."""
        if report.person is None:
            return None
        person, holder = self.records.people[report.person], self.person(report.person, day)
        short = f"{person.mention} "
        if not report.text.startswith(short):
            return None
        post = f", {holder.post}," if holder.post else ""
        return f"{holder.name}{post} {report.text.removeprefix(short)}"


def post_on(person: Person, day: date | None) -> Post | None:
    """Return the post of a person on a day: of several, the last begun; None if none is known."""
    held = [post for post in person.posts if day is not None and post.covers(day)]
    return held[-1] if held else None
