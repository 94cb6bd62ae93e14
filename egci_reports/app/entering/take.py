"""Takes a filled form of records over: each answer to its place, no blank over anything, nothing lost."""

from __future__ import annotations

from egci_reports.app.collecting.printable import Printed
from egci_reports.app.collecting.remarks import remarks
from egci_reports.app.entering.answers import Answers, TakenEntry
from egci_reports.app.entering.layout import earlier_texts, laid_out
from egci_reports.app.entering.places import is_disputed
from egci_reports.app.entering.questions import MAIN, FormQuestion, FormSection, RecordForm
from egci_reports.app.entering.rows import take_rows
from egci_reports.engine.templating.word_list import WordList
from egci_reports.forms.filled import BesideKind, FilledForm


def take(filled: FilledForm, form: RecordForm, words: WordList, printed: Printed) -> TakenEntry:
    """Return what a filled form makes of the data of its files; raises nothing.

    A field left blank leaves what is there. `printed` is how papers print what is entered.
    """
    answers = Answers(filled, form, words, printed)
    for section in form.sections:
        for question in section.questions:
            _take_question(answers, section, question)
        for rows in section.rows:
            take_rows(answers, section, rows)
    taken = answers.taken
    taken.tell_strange(filled, answers.met | form.asked_before)
    if answers.confirmed == len(taken.changes):  # the form came back as it went out
        taken.changes.clear()
    sent_out = laid_out(form, words)
    earlier = earlier_texts(form, sent_out, words)
    beside = [one for one in filled.beside if one.aside is not BesideKind.OUTSIDE or one.text not in earlier]
    taken.unread += remarks(beside, sent_out, answers.places, printed.running)
    taken.tell_tracked(filled)
    return taken


def _take_question(answers: Answers, section: FormSection, question: FormQuestion) -> None:
    if is_disputed(answers.form.data[MAIN], question.at):
        return
    data = answers.taken.data
    where = f"{section.title}, {question.label}"
    data[MAIN] = answers.settle(question, question.name, data[MAIN], where)
