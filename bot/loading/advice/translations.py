"""Texts in one language alone, where the folder otherwise has both."""

import re
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from bot.core.model import Status
from bot.core.text import has_hangul
from bot.loading.fields import Claim, Wording
from bot.loading.nodes import Document, Trail
from bot.loading.problems import Problem, show
from bot.loading.rules import Rule
from bot.loading.schema import Folder

_LATIN = re.compile("[A-Za-z]")
_LATIN_WORD = re.compile("[a-z]{2}")


def check_translations(documents: Mapping[str, Document], content: Folder) -> Iterator[Problem]:
    """Yield a problem for each text that lacks a language, where more than half of the folder's texts have both.

    Names and ids may stand in Latin letters alone; a text without letters (a number, a sign) is of every language.
    """
    found = [(stem, *text) for stem in documents for text in _list_wordings(getattr(content, stem), ())]
    both = sum(1 for _, _, wording in found if wording.en)
    if both * 2 <= len(found):
        return
    ids = content.speakers.organisations.keys() | content.speakers.people.keys()
    for stem, trail, wording in found:
        if has_hangul(wording.ko) and not _is_english(wording.en or ""):
            yield documents[stem].problem(trail, Rule.MISSING_ENGLISH, text=show(wording.ko))
        elif _is_foreign(wording.ko) and "name" not in trail and wording.ko not in ids:
            yield documents[stem].problem(trail, Rule.MISSING_KOREAN, text=show(wording.ko))


def _is_english(text: str) -> bool:
    return bool(_LATIN.search(text)) or bool(text and not has_hangul(text))


def _is_foreign(text: str) -> bool:
    return bool(_LATIN_WORD.search(text)) and not has_hangul(text)


def _is_withheld(field: str, value: object) -> bool:
    """Whether a field holds somebody who is not confirmed, whom the bot never names."""
    return field in ("speaker", "chair") and isinstance(value, Claim) and value.status == Status.UNCONFIRMED


def _list_wordings(part: object, trail: Trail) -> Iterator[tuple[Trail, Wording]]:
    if isinstance(part, Wording):
        yield trail, part
    elif isinstance(part, BaseModel):
        for field, value in part:
            if not _is_withheld(field, value):
                yield from _list_wordings(value, (*trail, field))
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from _list_wordings(value, (*trail, key))
    elif isinstance(part, tuple):
        for index, value in enumerate(part):
            yield from _list_wordings(value, (*trail, index))
