"""Numbers, clock times, spans from now and dates in a question: each becomes a word of the line, with its meaning.

Hours without morning or afternoon are read as the seminar would mean them: 2시 is 14:00 where the programme runs in the
afternoon. All dates and times are of the seminar's own zone.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.core.language import Part, Sense, Word
from bot.core.model import Seminar
from bot.core.parsing import Edge, Line

_NATIVE = {
    "한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "네": 4, "넷": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8,
    "아홉": 9, "열한": 11, "열두": 12, "열": 10, "스무": 20,
}  # fmt: skip
_SINO = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9}
_ENGLISH = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "half an": 0.5, "an": 1, "a": 1,
}  # fmt: skip
_WEEKDAYS = "월화수목금토일"
_WEEKDAYS_EN = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS_EN = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_HOUR = r"(?P<hour>\d{1,2}|열 ?한|열 ?두|다섯|여섯|일곱|여덟|아홉|한|두|세|네|열)"
_NUMBER = r"(?P<number>\d{1,3}|(?:[이삼사오]?십)?[일이삼사오육칠팔구]?(?<=[일이삼사오육칠팔구십])|다섯|여섯|일곱|여덟|아홉|한|두|세|네|열)"
_MINUTE = r"(?P<minute>\d{1,2}|(?:[이삼사오]?십)?[일이삼사오육칠팔구]?(?<=[일이삼사오육칠팔구십]))"
_HALF_DAY = r"(?:(?P<half>오전|아침|오후|낮|저녁|밤|새벽|점심) ?)?"
_AFTER = r"(?P<after>뒤|후|있다가|있다|이따가|이따|지나|지나면|다음)"
_BEFORE = r"(?P<before>전)"


@dataclass(frozen=True, slots=True)
class _Pattern:
    expression: re.Pattern[str]
    read: Callable[[re.Match[str], datetime, Seminar], Sense | None]


def find_moments(line: Line, now: datetime, seminar: Seminar) -> Iterator[Edge]:
    """Yield an edge for every number, time, span and date of the line; ``now`` is a time of the seminar's zone.

    Senses: ``time`` HH:MM, ``offset`` minutes from now, ``day`` ISO date, ``nth`` and ``number`` for ordinals and counts.
    """
    place_by_char = {}
    for place, char in enumerate(line.source):
        place_by_char.setdefault(char, place)
    end_by_char = {char: place + 1 for place, char in enumerate(line.source)}
    for pattern in _PATTERNS:
        for found in pattern.expression.finditer(line.text):
            start, last = _bounds(found)
            sense = pattern.read(found, now, seminar)
            if sense and start in place_by_char and last in end_by_char:
                word = Word("", found[0], Part.NOUN, frozenset([sense]))
                yield Edge(place_by_char[start], end_by_char[last], word)


def _bounds(found: re.Match[str]) -> tuple[int, int]:
    stripped = found[0].strip()
    start = found.start() + found[0].index(stripped) if stripped else found.start()
    return start, start + len(stripped) - 1


def read_number(text: str) -> float:
    """Return the number a numeral names: digits, native Korean, Sino-Korean up to 99, English up to forty."""
    text = text.replace(" ", "")
    if text.isdigit():
        return int(text)
    if text in _NATIVE:
        return _NATIVE[text]
    if text in _ENGLISH:
        return _ENGLISH[text]
    tens, ten, ones = text.partition("십")
    return (_SINO.get(tens, 1) * 10 + _SINO.get(ones, 0)) if ten else _SINO.get(text, 0)


def _clock(found: re.Match[str], now: datetime, seminar: Seminar) -> Sense | None:
    del now
    groups = found.groupdict()
    hour = int(read_number(groups["hour"]))
    minute_text = groups.get("minute") or ""
    minute = 30 if groups.get("thirty") else int(read_number(minute_text)) if minute_text else 0
    if hour > 24 or minute > 59:
        return None
    return Sense("time", f"{_hour_of_day(hour, groups.get('half') or '', seminar) % 24:02}:{minute:02}")


def _hour_of_day(hour: int, half: str, seminar: Seminar) -> int:
    """The hour on the 24-hour clock: as said, else the one nearer to the programme's hours."""
    if half in ("오후", "저녁", "밤", "낮", "pm", "p.m.", "p.m") and hour < 12:
        return hour + 12
    if half in ("오전", "아침", "새벽", "am", "a.m.", "a.m"):
        return 0 if hour == 12 else hour
    if half or hour == 0 or hour > 12:
        return hour
    opening = (seminar.start or time(9)).hour
    return hour + 12 if (hour < 12 and hour < min(opening, 8) + 0) or (hour < opening <= hour + 12) else hour


def _span(found: re.Match[str], now: datetime, seminar: Seminar) -> Sense | None:
    del now, seminar
    groups = found.groupdict()
    amount = read_number(groups["number"])
    minutes = amount * (60 if groups["unit"] in ("시간", "hour", "hours", "h", "hr", "hrs") else 1)
    minutes += 30 if groups.get("thirty") else 0
    if groups.get("rest"):
        minutes += read_number(groups["rest"])
    sign = -1 if groups.get("before") else 1
    return Sense("offset", str(int(sign * minutes)))


def _date(found: re.Match[str], now: datetime, seminar: Seminar) -> Sense | None:
    groups = found.groupdict()
    month_text = groups.get("month") or ""
    month = _MONTHS_EN.index(month_text[:3]) + 1 if month_text[:3] in _MONTHS_EN else int(month_text or 0)
    near = _nearest_day(seminar, now)
    try:
        return Sense("day", date(near.year, month or near.month, int(groups["day"])).isoformat())
    except ValueError:
        return None


def _relative_day(found: re.Match[str], now: datetime, seminar: Seminar) -> Sense | None:
    del seminar
    days = {"오늘": 0, "금일": 0, "today": 0, "tonight": 0, "내일": 1, "낼": 1, "명일": 1, "tomorrow": 1, "모레": 2,
            "어제": -1, "yesterday": -1, "그제": -2, "그저께": -2, "글피": 3}  # fmt: skip
    return Sense("day", (now.date() + timedelta(days=days[found["word"]])).isoformat())


def _weekday(found: re.Match[str], now: datetime, seminar: Seminar) -> Sense | None:
    """The day of that name among the seminar's days, else the next from now."""
    name = found["name"]
    index = (
        _WEEKDAYS.index(name) if name in _WEEKDAYS else next(i for i, n in enumerate(_WEEKDAYS_EN) if n[:3] == name[:3])
    )
    for day in seminar.days:
        if day.weekday() == index:
            return Sense("day", day.isoformat())
    near = now.date() if now.date() > seminar.days[-1] else seminar.days[0] - timedelta(days=3)
    return Sense("day", (near + timedelta(days=(index - near.weekday()) % 7)).isoformat())


def _nth_day(found: re.Match[str], now: datetime, seminar: Seminar) -> Sense | None:
    del now
    words = {"첫": 1, "둘": 2, "셋": 3, "넷": 4, "이틀": 2, "사흘": 3, "첫째": 1, "둘째": 2, "셋째": 3, "마지막": len(seminar.days),
             "first": 1, "second": 2, "third": 3, "last": len(seminar.days), "final": len(seminar.days),
             "one": 1, "two": 2, "three": 3}  # fmt: skip
    nth = words.get(found["nth"]) or int(read_number(found["nth"]))
    return Sense("day", seminar.days[nth - 1].isoformat()) if 0 < nth <= len(seminar.days) else None


def _nth(found: re.Match[str], now: datetime, seminar: Seminar) -> Sense | None:
    del now, seminar
    return Sense("nth", str(int(read_number(found["number"]))))


def _count(found: re.Match[str], now: datetime, seminar: Seminar) -> Sense | None:
    del now, seminar
    return Sense("number", str(int(read_number(found["number"]))))


def _quantity(found: re.Match[str], now: datetime, seminar: Seminar) -> Sense | None:
    del now, seminar
    return Sense("quantity", found[0].replace(" ", ""))


def _nearest_day(seminar: Seminar, now: datetime) -> date:
    return min(seminar.days, key=lambda day: abs(day - now.date()))


def _pattern(expression: str, read: Callable[[re.Match[str], datetime, Seminar], Sense | None]) -> _Pattern:
    return _Pattern(re.compile(expression), read)


_PATTERNS = (
    _pattern(rf"{_HALF_DAY}{_HOUR} ?시(?! ?간)(?: ?{_MINUTE} ?분(?! ?(?:전|동안|간))| ?(?P<thirty>반))?", _clock),
    _pattern(rf"{_HALF_DAY}(?<![\d:])(?P<hour>[01]?\d|2[0-3])[:：](?P<minute>[0-5]\d)(?![\d:])(?: ?(?P<half2>pm|am))?", _clock),
    _pattern(r"(?<![\d:])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap]\.?m\b\.?)", _clock),
    _pattern(r"(?<![\d:])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))? ?o'?clock(?P<half>)", _clock),
    _pattern(r"\b(?:at|by|around|about|until|till|before|after|from) (?P<hour>\d{1,2})(?![\d:.%]|st|nd|rd|th| ?(?:min|hour|people|september|sep|pm|am|[ap]\.m))(?P<half>)", _clock),
    _pattern(r"\bnoon\b(?P<hour>)", lambda *_: Sense("time", "12:00")),
    _pattern(r"정오(?P<hour>)", lambda *_: Sense("time", "12:00")),
    _pattern(r"(?<!\d)(?P<hour>1\d|2[0-3]|0\d)(?P<minute>[0-5]\d)(?=에|쯤|경|까지|부터|시| ?hours)", _clock),
    _pattern(rf"(?<![\d가-힣]){_NUMBER} ?(?P<unit>분|시간)(?: ?(?P<thirty>반))?(?: ?(?P<rest>\d{{1,2}}|[이삼사오]?십[일이삼사오육칠팔구]?) ?분)? ?{_AFTER}", _span),
    _pattern(rf"(?<![\d가-힣]){_NUMBER} ?(?P<unit>분|시간)(?: ?(?P<thirty>반))? ?{_BEFORE}", _span),
    _pattern(r"(?:in )?(?P<number>\d{1,3}|half an|an|a|one|two|three|five|ten|fifteen|twenty|thirty|forty) ?(?P<unit>min|mins|minutes?|hours?|hrs?) (?:from now|later|time|from here)", _span),
    _pattern(r"\bin (?:about )?(?P<number>\d{1,3}|half an|an|one|two|three|five|ten|fifteen|twenty|thirty|forty) ?(?P<unit>min|mins|minutes?|hours?|hrs?)\b", _span),
    _pattern(r"(?P<number>\d{1,3}|half an|an|one|five|ten|fifteen|twenty|thirty|forty) ?(?P<unit>min|mins|minutes?|hours?|hrs?) (?P<before>ago|earlier)", _span),
    _pattern(r"(?:20\d\d[년.\-/] ?)?(?P<month>\d{1,2})(?:월| ?[./-]) ?(?P<day>\d{1,2})일?(?!\d|:)", _date),
    _pattern(r"(?<![\d:])(?P<day>[0-3]?\d)일(?!차|\d| ?동안| ?간)", _date),
    _pattern(r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?\b", _date),
    _pattern(r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*", _date),
    _pattern(r"\bon the (?P<day>\d{1,2})(?:st|nd|rd|th)\b", _date),
    _pattern(r"(?P<word>오늘|금일|내일|낼|명일|모레|어제|그제|그저께|글피)", _relative_day),
    _pattern(r"\b(?P<word>today|tonight|tomorrow|yesterday)\b", _relative_day),
    _pattern(r"(?:(?:이번|담|다음) ?주? ?)?(?P<name>[월화수목금토일])요일", _weekday),
    _pattern(r"\b(?:on )?(?P<name>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b", _weekday),
    _pattern(r"(?P<nth>첫|둘|셋|넷|이틀|사흘|마지막|첫째|둘째|셋째) ?(?:째)? ?(?:날|일)(?!정)", _nth_day),
    _pattern(r"(?P<nth>이틀|사흘)째(?: ?날)?", _nth_day),
    _pattern(r"(?<!\d)(?P<nth>\d) ?일 ?차", _nth_day),
    _pattern(r"\bday (?P<nth>\d|one|two|three)\b|\b(?:the )?(?P<nth2>first|second|third|last|final) day\b",
             lambda found, now, seminar: _nth_day_en(found, now, seminar)),
    _pattern(r"(?<!\d)(?P<number>\d{1,2}) ?(?:번째|번(?!호)|째|st\b|nd\b|rd\b|th\b|주제)", _nth),
    _pattern(r"제 ?(?P<number>\d{1,2})(?= ?(?:발제|발표|주제|강연|세션))", _nth),
    _pattern(r"(?:no\.? ?|number |#)(?P<number>\d{1,2})\b", _nth),
    _pattern(r"(?P<number>\d{1,3}) ?(?:명|분|개|건|편|가지|시간|줄|문장|사람|곳)(?! ?(?:뒤|후|전|있다|이따))", _quantity),
    _pattern(r"(?<![\d:.-])(?P<number>\d{1,2})(?![\d:.-])", _count),
)  # fmt: skip


def _nth_day_en(found: re.Match[str], now: datetime, seminar: Seminar) -> Sense | None:
    del now
    ordinal = {"first": 1, "second": 2, "third": 3, "last": len(seminar.days), "final": len(seminar.days),
               "one": 1, "two": 2, "three": 3}  # fmt: skip
    text = found["nth"] or found["nth2"]
    nth = ordinal.get(text) or int(text)
    return Sense("day", seminar.days[nth - 1].isoformat()) if 0 < nth <= len(seminar.days) else None
