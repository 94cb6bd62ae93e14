"""Finds in the answers of a form what contradicts itself, and tells it in the words of the form."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.app.collecting.quote import quoted
from egci_reports.app.entering.places import look
from egci_reports.app.entering.questions import MAIN, Data, FormSection, RecordForm
from egci_reports.engine.templating.word_list import WordList
from egci_reports.records.areas import Grade


def contradictions(form: RecordForm, data: Data, silent: set[str], words: WordList) -> Iterator[str]:
    """Yield what keeps a form from being taken over; `silent` are the questions answered with a silence.

    A silence beside words of the source loses one of the two, and a doubtful subject needs its reason.
    """
    for section in form.sections:
        for question in section.questions:
            if question.name not in silent or look(data[MAIN], question.at) is not None:
                continue
            said = question.kind.show(look(form.data[MAIN], question.at))
            yield (
                f"{section.title}: {question.label!r} says that the sources do not say it, and words of the "
                f"sources are entered beside it. Take one of the two out, or leave {quoted(said)} standing"
            )
        yield from _without_reason(section, data, words)


def _without_reason(section: FormSection, data: Data, words: WordList) -> Iterator[str]:
    for rows in section.rows:
        labels = {question.name: question.label for question in rows.questions}
        if not {"grade", "reason"} <= labels.keys():
            continue
        for number, entry in enumerate(look(data[rows.file], rows.at) or [], start=1):
            join = look(entry, ("threads", 0))
            grade = join.get("grade", Grade.SAME) if isinstance(join, dict) else Grade.SAME
            if grade != Grade.SAME and not join.get("reason"):
                said = words(f"entry.grades.{grade}")
                yield (
                    f"{section.title}, {rows.label} {number}, {labels['grade']}: {quoted(said)} needs an "
                    f"answer under {labels['reason']!r}"
                )
