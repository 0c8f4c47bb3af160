"""Dates, near and named: 9월 25일, 9.25, 내일, 다음 주 금요일, 둘째 날; the 26th, Sep 25, tomorrow, day 2."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from string import digits

from bot.core.language import Sense
from bot.core.model import Seminar
from bot.core.numerals import read_number
from bot.core.patterns import find_all

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR_EN = r"(?:,? (?P<year>20\d\d)\b)?"
_YEAR = r"(?:(?P<year>20\d\d|\d\d)(?:년 ?|[./-] ?))?"
_NO_RANGE = r"(?!\d|:|[.]\d| ?(?:번|시|분|명|개|%|층|장|쪽|배|점|[a-z]))"
_NO_THING = r"(?! (?:day|talk|speaker|session|presentation|paper|lecture|one|item))"  # the 2nd talk
_DATES = (
    r"(?:(?P<year>20\d\d|\d\d)년 ?)?(?<!\d)(?P<month>1[0-2]|0?[1-9])월 ?(?P<day>[0-3]?\d)(?:일|(?!\d))",
    rf"(?<![\d.:/-]){_YEAR}(?P<month>1[0-2]|0?[1-9])[.-] ?(?P<day>[0-3]\d)일?{_NO_RANGE}",
    rf"(?<![\d.:/-])(?:(?P<year>20\d\d)/)?(?P<month>1[0-2]|0?[1-9])/(?P<day>[0-3]?\d)일?{_NO_RANGE}",
    r"(?<![\d:])(?P<day>[0-3]?\d)(?:일(?! ?차| ?째| ?동안|간|\d|정)| 일(?=[에은는이도의까부요?]|\s|$))",
    rf"\b{_MONTH} (?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!:){_YEAR_EN}",
    rf"(?:the )?\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? {_MONTH}{_YEAR_EN}",
    rf"\b(?:(?:on|until|by|before|after) )?the (?P<day>[0-3]?\d)(?:st|nd|rd|th)\b{_NO_THING}",
)  # fmt: skip


_NEAR = {
    "오늘": 0, "금일": 0, "today": 0, "tonight": 0, "내일": 1, "낼": 1, "명일": 1, "tomorrow": 1, "모레": 2,
    "내일모레": 2, "낼모레": 2, "day after tomorrow": 2, "글피": 3, "어제": -1, "yesterday": -1, "그제": -2,
    "그저께": -2, "엊그제": -2, "day before yesterday": -2,
}  # fmt: skip
_LONGEST_FIRST = sorted(_NEAR, key=len, reverse=True)
_NEAR_WORDS = (
    f"(?P<name>{'|'.join(word for word in _LONGEST_FIRST if not word.isascii())})",
    rf"\b(?:the )?(?P<name>{'|'.join(word for word in _LONGEST_FIRST if word.isascii())})\b",
)

_WEEKDAYS = "월화수목금토일"
_WEEKDAYS_EN = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKS = {"이번": 0, "금": 0, "this": 0, "다음": 1, "담": 1, "next": 1, "다다음": 2, "지난": -1, "저번": -1, "last": -1}
_WEEKDAY = (
    r"(?:(?P<week>이번|금|다다음|다음|담|지난|저번) ?주 ?)?(?P<name>[월화수목금토일])(?:요일|욜)",
    r"\b(?:(?:on )?(?:(?P<week>this|next|last) )?(?P<name>mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"|on (?P<short>mon|tue|wed|thu|fri|sat|sun))\b",
)

_ORDINAL = r"(?:첫|두|세|네) ?번째|이튿|첫째|첫|둘째|둘쨋|셋째|넷째|이틀째|사흘째|마지막|\d ?일 ?[차째]"
_NTH_DAYS = (
    rf"(?P<nth>{_ORDINAL}) ?날",
    r"(?<![\d가-힣])(?P<nth>이틀 ?째|사흘 ?째|나흘 ?째|\d ?일 ?[차째])",
    r"\bday (?P<nth>\d|one|two|three|four)\b",
    r"\b(?:on )?(?:the )?(?P<nth>first|second|third|last|final|1st|2nd|3rd) day\b",
)  # fmt: skip
_NTH_WORDS = {"이튿": 2, "둘쨋": 2, "둘째": 2, "셋째": 3, "넷째": 4, "첫째": 1, "이틀째": 2, "사흘째": 3, "나흘째": 4}
_LAST = ("마지막", "last", "final")

_DAYS_AWAY = (
    r"(?:(?<!\d)(?P<days>\d) ?일|(?P<name>하루|이틀|사흘|나흘|일주일)) ?(?:뒤|후(?!원)|있다가|(?P<before>전(?!체)))"
    r"|\bin (?P<in>\d|one|two|three|four|five|a) days?\b|\b(?P<ago>\d|one|two|three|four|five|a) days? ago\b"
)
_DAY_COUNTS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "일주일": 7}

Found = tuple[re.Match[str], Sense]


def find_dates(text: str, today: date, seminar: Seminar) -> Iterator[Found]:
    """Yield every date of a normalised text as a sense ``day`` (ISO); what it leaves open, the seminar settles."""
    for marks, expressions, read in _READERS:
        if any(mark in text for mark in marks):
            for found in find_all(text, *expressions):
                if day := read(found, today, seminar):
                    yield found, Sense("day", day.isoformat())


def _date(found: re.Match[str], today: date, seminar: Seminar) -> date | None:
    """The date as written; year and month left out are those of the seminar's day nearest to today."""
    groups = found.groupdict(default="")
    near = min(seminar.days, key=lambda day: abs(day - today))
    month = groups.get("month", "")
    number = _MONTHS.index(month[:3]) + 1 if month[:3] in _MONTHS else int(month or near.month)
    year = int(groups.get("year") or near.year) % 100 + 2000 if groups.get("year") else near.year
    try:
        return date(year, number, int(groups["day"]))
    except ValueError:
        return None


def _near(found: re.Match[str], today: date, _: Seminar) -> date:
    """The day so near to today: 내일, yesterday."""
    return today + timedelta(days=_NEAR[found["name"]])


def _days_away(found: re.Match[str], today: date, _: Seminar) -> date:
    """The day so many days from today: 사흘 뒤, 3일 전, in two days."""
    groups = found.groupdict()
    if name := groups["name"]:
        days = _DAY_COUNTS[name]
    else:
        days = read_number(groups["days"] or groups["in"] or groups["ago"])
    return today + timedelta(days=-days if groups["before"] or groups["ago"] else days)


def _weekday(found: re.Match[str], today: date, seminar: Seminar) -> date:
    """The day of that name: in the week said, else among the seminar's days, else near them, or later, the next."""
    groups = found.groupdict()
    name = groups["name"] or groups["short"]
    index = _WEEKDAYS.index(name) if name in _WEEKDAYS else _WEEKDAYS_EN.index(name[:3])
    if week := groups["week"]:
        return today + timedelta(days=index - today.weekday() + 7 * _WEEKS[week])
    of_seminar = [day for day in seminar.days if day.weekday() == index]
    if of_seminar:
        return of_seminar[0]
    first = today if today > seminar.days[-1] else seminar.days[0] - timedelta(days=3)
    return first + timedelta(days=(index - first.weekday()) % 7)


def _nth_day(found: re.Match[str], _: date, seminar: Seminar) -> date | None:
    """The nth day of the seminar; one after its last where it has fewer."""
    nth = found["nth"]
    if nth in _LAST:
        return seminar.days[-1]
    number = _NTH_WORDS.get(nth.replace(" ", "")) or read_number(re.split(r" ?(?:번째|일|(?<=\d)(?:st|nd|rd))", nth)[0])
    if not number:
        return None
    beyond = timedelta(days=max(number - len(seminar.days), 0))
    return seminar.days[min(number, len(seminar.days)) - 1] + beyond


# Each with marks of which a text holds one, if it holds such a date at all: most questions hold none.
_READERS: tuple[tuple[Iterable[str], tuple[str, ...], Callable[[re.Match[str], date, Seminar], date | None]], ...] = (
    (digits, _DATES, _date),
    (_NEAR, _NEAR_WORDS, _near),
    (("뒤", "후", "있다가", "전", "in ", "ago"), (_DAYS_AWAY,), _days_away),
    (("요일", "욜", "day", "on "), _WEEKDAY, _weekday),
    (("날", "째", "차", "day"), _NTH_DAYS, _nth_day),
)
