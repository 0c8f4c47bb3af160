"""What only looks wrong in a knowledge folder: warnings, which never keep it from being used."""

from collections.abc import Collection, Iterator, Mapping

from bot.loading.advice.embargoes import check_embargoes
from bot.loading.advice.gaps import check_gaps
from bot.loading.advice.hours import check_hours
from bot.loading.advice.people import check_people
from bot.loading.advice.phones import check_phones
from bot.loading.advice.translations import check_translations
from bot.loading.advice.weekdays import check_weekdays
from bot.loading.advice.wordings import check_wordings
from bot.loading.nodes import Document
from bot.loading.problems import Problem
from bot.loading.rules import Rule
from bot.loading.schema import Folder

_TIMED = ("seminar.yaml", "schedule.yaml")


def advise(documents: Mapping[str, Document], content: Folder, errors: Collection[Problem]) -> Iterator[Problem]:
    """Yield the warnings about a folder, given its documents by stem, what fits their shape, and its errors."""
    if any(error.rule is Rule.BLANK for error in errors):  # two blanks would be one name, one spelling, one word
        return
    if not any(error.rule is Rule.UNKNOWN_REFERENCE for error in errors):  # whoever it means is mentioned
        yield from check_people(documents, content)
    yield from check_wordings(documents)
    yield from check_translations(documents, content)
    yield from check_phones(documents)
    yield from check_weekdays(documents, content)
    if not any(error.file in _TIMED for error in errors):  # a row that is left out for its mistake is no gap
        yield from check_gaps(documents, content)
        yield from check_hours(documents, content)
        yield from check_embargoes(documents, content)
