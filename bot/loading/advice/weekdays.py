"""Dates in texts that stand beside the weekday of another date: 9월 25일(목), Thursday 25 September."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from bot.core.patterns import find_all
from bot.loading.entries import list_all_texts
from bot.loading.fields import take
from bot.loading.nodes import Document
from bot.loading.problems import Problem, show
from bot.loading.rules import Rule
from bot.loading.schema import Folder

FAR = timedelta(days=270)  # December of the year before, seen from January; not October of the same year from March

_KOREAN = "월화수목금토일"
_ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_GAP = r"\s{0,2}"  # bounded, as a long one would be tried at every length
_WEEKDAY = r"\b(?P<weekday>(?:Mon|Tues?|Wed(?:nes)?|Thu(?:r|rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?)\b\.?"
_MONTH = rf"\b(?P<month>{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in _MONTHS)}|Sept)\b\.?"
_DAY = r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
_YEAR = r"(?:,?\s+(?P<year>\d{4})\b)?"
_FORMS = (
    (
        rf"(?<!\d)(?:(?:(?P<year>\d{{4}}){_GAP}[년.\-/]{_GAP})?"
        rf"(?P<month>\d{{1,2}}){_GAP}(?(year)[월.\-/]|[월./]){_GAP}(?P<day>\d{{1,2}}){_GAP}일?\.?"
        rf"|(?P<lone_day>\d{{1,2}}){_GAP}일){_GAP}"
        rf"(?:\({_GAP}(?P<weekday>[{_KOREAN}])(?:요일)?{_GAP}\)|(?P<spelt>[{_KOREAN}])요일)"
    ),
    rf"{_WEEKDAY},?\s+(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR}",
    rf"{_WEEKDAY},?\s+{_MONTH}\s+{_DAY}{_YEAR}",
    rf"{_DAY}\s+{_MONTH}{_YEAR}\s*\(\s*{_WEEKDAY}\s*\)",
    rf"{_MONTH}\s+{_DAY}{_YEAR}\s*\(\s*{_WEEKDAY}\s*\)",
)


def check_weekdays(documents: Mapping[str, Document], content: Folder) -> Iterator[Problem]:
    """Yield a problem for each weekday in a text that is not that of the date beside it.

    A date without a year is of the seminar's year, or of the one next to it where that is far nearer; a day without a
    month is of the month of the date before it, else a day of the seminar, or none.
    """
    if not content.seminar:
        return
    for document in documents.values():
        for trail, text in list_all_texts(document):
            day: date | None = None
            for found in find_all(text, *_FORMS):
                day = _read_day(found.groupdict(), take(content.seminar.date), day)
                if day and (right := _correct(found, day)) != found[0]:
                    words = {"text": show(found[0]), "date": f"{day}", "example": right}
                    yield document.problem(trail, Rule.WRONG_WEEKDAY, **words)


def _read_day(parts: Mapping[str, str | None], days: tuple[date, ...], before: date | None) -> date | None:
    month, year = parts["month"], parts["year"]
    if lone_day := parts.get("lone_day"):
        following = [_make_date(before.year, before.month, int(lone_day))] if before else days
        return next((day for day in following if day and day.day == int(lone_day) and day > (before or date.min)), None)
    first = min(days)
    years = [int(year)] if year else [first.year, first.year - 1, first.year + 1]
    found = filter(None, (_make_date(number, _read_month(month or ""), int(parts["day"] or 0)) for number in years))
    return next((day for day in found if year or abs(day - first) < FAR), None)


def _read_month(text: str) -> int:
    return int(text) if text.isdecimal() else [name[:3] for name in _MONTHS].index(text[:3]) + 1


def _make_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _correct(found: re.Match[str], day: date) -> str:
    """Return what was found with the date's own weekday, which is written as the other was."""
    group = "weekday" if found["weekday"] else "spelt"
    written, right = found[group], _ENGLISH[day.weekday()]
    if written in _KOREAN:
        right = _KOREAN[day.weekday()]
    elif right.startswith(written):
        right = written
    elif not written.endswith("day"):
        right = right[:3]
    start, end = found.start(group) - found.start(), found.end(group) - found.start()
    return found[0][:start] + right + found[0][end:]
