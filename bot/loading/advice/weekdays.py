"""Dates in texts that stand beside the weekday of another date: 9월 25일(목), Thursday 25 September."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from bot.loading.entries import list_all_texts
from bot.loading.nodes import Document
from bot.loading.problems import Problem, show
from bot.loading.rules import Rule
from bot.loading.schema import Folder

_KOREAN = "월화수목금토일"
_ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_WEEKDAY = r"\b(?P<weekday>(?:Mon|Tues?|Wed(?:nes)?|Thu(?:r|rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?)\b\.?"
_MONTH = rf"\b(?P<month>(?:{'|'.join(month.title() for month in _MONTHS)})[a-z]*)\b\.?"
_DAY = r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
_YEAR = r"(?:,?\s+(?P<year>\d{4})\b)?"
_FORMS = (
    re.compile(
        r"(?<!\d)(?:(?:(?P<year>\d{4})\s*[년.\-/]\s*)?(?P<month>\d{1,2})\s*[월.\-/]\s*(?P<day>\d{1,2})\s*일?\.?"
        rf"|(?P<lone_day>\d{{1,2}})\s*일)\s*(?:\(\s*(?P<weekday>[{_KOREAN}])(?:요일)?\s*\)|(?P<spelt>[{_KOREAN}])요일)"
    ),
    re.compile(rf"{_WEEKDAY},?\s+(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR}"),
    re.compile(rf"{_WEEKDAY},?\s+{_MONTH}\s+{_DAY}{_YEAR}"),
    re.compile(rf"{_DAY}\s+{_MONTH}{_YEAR}\s*\(\s*{_WEEKDAY}\s*\)"),
    re.compile(rf"{_MONTH}\s+{_DAY}{_YEAR}\s*\(\s*{_WEEKDAY}\s*\)"),
)


def check_weekdays(documents: Mapping[str, Document], content: Folder) -> Iterator[Problem]:
    """Yield a problem for each weekday in a text that is not that of the date beside it.

    A date without a year is the one nearest to the seminar; one without a month is a day of the seminar, or none.
    """
    if not content.seminar:
        return
    for document in documents.values():
        for trail, text in list_all_texts(document):
            for found in (match for form in _FORMS for match in form.finditer(text)):
                day = _read_day(found.groupdict(), content.seminar.date)
                if day and (right := _correct(found, day)) != found[0]:
                    words = {"text": show(found[0]), "date": f"{day}", "example": right}
                    yield document.problem(trail, Rule.WRONG_WEEKDAY, **words)


def _read_day(parts: Mapping[str, str | None], days: tuple[date, ...]) -> date | None:
    lone_day, month, year = parts.get("lone_day"), parts["month"], parts["year"]
    if lone_day:
        return next((day for day in days if day.day == int(lone_day)), None)
    first = min(days)
    number = int(month or 0) if (month or "").isdigit() else _MONTHS.index((month or "")[:3].lower()) + 1
    years = [int(year)] if year else [first.year - 1, first.year, first.year + 1]
    found = filter(None, (_make_date(year, number, int(parts["day"] or 0)) for year in years))
    return min(found, key=lambda day: abs(day - first), default=None)


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
