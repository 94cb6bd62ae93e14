"""Brings all papers of a workspace up to date, on all processors."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import sha256
from os import cpu_count

from egci_reports.app.all_papers.current import made_path
from egci_reports.app.all_papers.made import Made, MadePaper, dump_made, read_made
from egci_reports.app.all_papers.papers import Wanted, all_papers
from egci_reports.app.all_papers.update import PaperOutcome, State, update
from egci_reports.app.papers.formats import Format, names_of
from egci_reports.app.records import records_of
from egci_reports.errors import Finding, UsageError
from egci_reports.garbage import collect_between_papers
from egci_reports.records.records import Records
from egci_reports.stamps import Stamp, are_settled, stamps_of_program, stamps_of_texts
from egci_reports.workspace import Workspace
from egci_reports.writing import write_atomically

_FEW = 2
"""Up to so many papers are made in this process: others would take longer to begin."""


@dataclass(frozen=True, slots=True)
class UpdateRun:
    """What a run over papers is to do: `before` is what is known of the last making of each."""

    workspace: Workspace
    records: Records
    program: str
    before: Mapping[str, MadePaper]
    force: bool = False

    def update(self, wanted: Wanted) -> PaperOutcome:
        """Bring one paper up to date."""
        return update(
            wanted,
            self.before.get(wanted.name),
            self.records,
            self.workspace,
            self.program,
            force=self.force,
        )


def update_all(
    workspace: Workspace,
    formats: tuple[Format, ...],
    told: Callable[[PaperOutcome, int], None],
    *,
    only: str | None = None,
    force: bool = False,
    workers: int | None = None,
) -> tuple[PaperOutcome, ...]:
    """Bring all papers up to date, or the one named `only`, and remember what was made from what.

    `told` is called with each paper as it is done, and how many there are. `workers` are the processes, as
    many as there are processors if None. What becomes of one paper does not stop the others. Raises
    UsageError (U341) if there is no paper named `only`, RecordsError, TemplateError, and WriteError if the
    output folder cannot be written.
    """
    of_program = stamps_of_program()
    stamps = {**stamps_of_texts(workspace), **of_program}
    records = records_of(workspace)
    papers = all_papers(records, formats)
    chosen = [one for one in papers if only in (None, one.name)]
    if only and not chosen:
        raise UsageError(_no_paper(only, papers))
    run = UpdateRun(workspace, records, _hash_of(of_program), read_made(workspace.reports), force)
    done = {}
    for one in _each(run, chosen, workers or cpu_count() or 1):
        done[one.name] = one
        told(one, len(chosen))
    outcomes = tuple(done[one.name] for one in chosen)
    _remember(run, papers, outcomes, stamps, formats)
    return outcomes


def _no_paper(name: str, papers: Iterable[Wanted]) -> Finding:
    near = get_close_matches(name, [one.name for one in papers], n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}?" if near else "egci-report all --explain names all papers"
    return Finding("U341", f"there is no paper {name!r} among all", hint=hint)


def _hash_of(stamps: Mapping[str, Stamp]) -> str:
    """Return a hash (hex) that changes with the files, as with the program and the libraries installed."""
    return sha256(repr(sorted(stamps.items())).encode()).hexdigest()


def _each(run: UpdateRun, papers: Sequence[Wanted], workers: int) -> Iterator[PaperOutcome]:
    if workers == 1 or len(papers) <= _FEW:
        yield from map(run.update, papers)
        return
    with ProcessPoolExecutor(min(workers, len(papers)), initializer=_begin, initargs=(run,)) as pool:
        try:
            for done in as_completed([pool.submit(_update, one) for one in papers]):
                yield done.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _remember(
    run: UpdateRun,
    papers: Sequence[Wanted],
    outcomes: Sequence[PaperOutcome],
    stamps: Mapping[str, Stamp],
    formats: tuple[Format, ...],
) -> None:
    """Keep what was made from what; only if all is up to date, nothing need be looked at next time."""
    now = {one.name: one.made for one in outcomes if one.made}
    known = {**run.before, **now}
    kept = {one.name: known[one.name] for one in papers if one.name in known}
    is_whole = len(now) == len(papers) and all(one.state is not State.FAILED for one in outcomes)
    made = Made(names_of(formats) if is_whole and are_settled(stamps) else "", stamps, kept)
    write_atomically(made_path(run.workspace.reports), dump_made(made))


_RUN: list[UpdateRun] = []
"""What the process of a worker is to do."""


def _begin(run: UpdateRun) -> None:
    """Begin the process of a worker. Ctrl-C and the end of the run are its parent's to say."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    collect_between_papers()
    _RUN[:] = [run]


def _update(wanted: Wanted) -> PaperOutcome:
    return _RUN[0].update(wanted)
