"""Clock times and spans from now: 두 시 반, 15:15, quarter past three; 20분 있다가, half an hour ago.

Hours without morning or afternoon are read as the seminar would mean them: 2시 is 14:00 where the programme runs in the
afternoon.
"""

import re
from collections.abc import Iterator
from datetime import time

from bot.core.language import Sense
from bot.core.model import Seminar
from bot.core.numerals import ENGLISH, ENGLISH_HOUR, NATIVE, SINO, read_number
from bot.core.patterns import find_all

_HALF_DAY = r"(?:(?P<half>오전|아침|오후|낮|저녁|밤|새벽) ?)?"
_HALF_DAY_EN = r"(?: ?(?P<half>[ap])\.? ?m(?![a-z0-9])\.?| in the (?P<part>morning|afternoon|evening))"
_NO_HOUR = r"(?!간|작|각|점|상식|스템|설|민)"  # 3시간, 발제 3 시작, 3 시상식
_AT_END = (
    r"(?=\s?[반에애쯤경까부이가은는의로도면엔요만인정땡딱전후죠지예맞]|\s?\d|[일이삼사오육칠팔구십]+ ?분|[^가-힣]|$)"
)
_SHARP = r"(?: ?(?:정각|땡))?"
_MINUTES = rf"(?: ?(?:(?P<minute>[0-5]?\d|{SINO}) ?분(?! ?(?:전(?!에)|동안|간))|(?P<thirty>반)))?"
_NO_COUNT = (
    r"(?!\d|[:.]\d|%|/|-\d| ?(?:st|nd|rd|th|min|hour|hr|h\b|people|person|talk|speaker|day|session|[ap]\.? ?m\b))"
)
_SMALL_HOUR = rf"(?P<hour>1[0-2]|[1-9]|{ENGLISH_HOUR})"

_CLOCKS = (
    rf"{_HALF_DAY}(?<!\d)(?<!\d[.:])(?P<hour>\d{{1,2}})시{_NO_HOUR}{_MINUTES}{_SHARP}",
    rf"{_HALF_DAY}(?<!\d)(?<!\d[.:])(?P<hour>\d{{1,2}}) 시{_NO_HOUR}{_AT_END}{_MINUTES}{_SHARP}",
    rf"{_HALF_DAY}(?P<hour>{NATIVE}|이?십 ?[일이삼사오육칠팔구]?) ?시{_NO_HOUR}{_AT_END}{_MINUTES}{_SHARP}",
    rf"{_HALF_DAY}(?<![\d:.])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\d:])",
    rf"(?<![\d:])\b(?P<hour>\d{{1,2}}|{ENGLISH_HOUR})(?:[:.](?P<minute>[0-5]\d))?{_HALF_DAY_EN}",
    rf"(?<![\d:])\b(?P<hour>\d{{1,2}}|{ENGLISH_HOUR}) ?o'? ?clock(?: in the (?P<part>morning|afternoon|evening))?",
    rf"\b(?:at|by|around|until|till|before|after|from|since) (?:about |around )?(?P<hour>1\d|2[0-3]|\d){_NO_COUNT}",
    rf"\bbetween (?P<hour>1\d|2[0-3]|\d){_NO_COUNT}",
    rf"\b(?:at|by|around|until|till|past) (?:about |around )?(?P<hour>{ENGLISH_HOUR}){_NO_COUNT}(?! (?:a|of|time)\b)",
    r"\b(?:at|by|from|until) (?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\b",
    r"(?<!\d)(?!20[12]\d)(?P<hour>1\d|2[0-3]|0\d)(?P<minute>[0-5]\d)(?=에|쯤|경|까지|부터|시\b| ?hours)",
)  # fmt: skip
_STEP = r"(?P<number>quarter|half|ten|five|twenty(?:[ -]five)?|[12]?[05])(?: min(?:ute)?s?)?"
_PAST = rf"(?:a )?\b{_STEP} past {_SMALL_HOUR}\b"
_TO = rf"(?<!from )(?:a )?\b(?!half){_STEP} to {_SMALL_HOUR}\b"
_KOREAN_TO = rf"{_HALF_DAY}(?P<hour>(?<!\d)\d{{1,2}}|{NATIVE}) ?시 ?(?P<number>[0-5]?\d|{SINO}) ?분 ?전(?!에)"
_NAMED = r"(?P<noon>정오|\b(?:noon|midday)\b)|(?:자정|\bmidnight\b)"

_AFTER = r"(?:뒤|후(?!원|보)|있다가?|있으면|이따가?|지나면?|지나서)"
_BEFORE = r"(?P<before>전(?!체|부(?!터)|화|문|국|략))"
_ABOUT = r"(?: ?(?:쯤|정도|가량))?(?: ?더)?"
# 시작 5분 전 is not counted from now.
_NOT_OF_EVENT = r"(?<!시작)(?<!시작 )(?<!종료 )(?<!끝 )(?<!하기 )(?<!나기 )(?<!하고 )(?<!나고 )"
_KOREAN_SPAN = (
    rf"{_NOT_OF_EVENT}(?:(?:(?P<hours>(?<!\d)\d{{1,2}}|(?<![가-힣]){NATIVE})|(?P<half>(?<![가-힣])반)) ?시간"
    rf"(?: ?(?P<thirty>반))?(?: ?(?P<rest>\d{{1,2}}|{SINO}) ?분)?"
    rf"|(?P<minutes>(?<!\d)\d{{1,3}}|(?<![가-힣]){SINO}) ?분){_ABOUT} ?"
)
_ENGLISH_SPAN = (
    r"\b(?:(?P<half>half an hour)"
    rf"|(?P<hours>\d{{1,2}}|{ENGLISH})(?:(?P<thirty> and a half|[.]5))? ?(?:hours?|hrs?|h)\b"
    rf"(?P<and_half> and a half)?(?:,? ?(?:and )?(?P<rest>\d{{1,2}}|{ENGLISH}) ?min(?:ute)?s?)?"
    rf"|(?P<minutes>\d{{1,3}}|{ENGLISH}) ?min(?:ute)?s?)\b"
)
_LATE = rf"{_ENGLISH_SPAN}(?= (?:late|behind|in\b))"  # 20 minutes late
_D_DAY = r"(?<![a-z])d ?- ?(?:\d{1,3}(?!\d)|day)"
_HOURS = rf"(?:\d{{1,2}}|{NATIVE}) ?시간(?: ?반| ?\d{{1,2}} ?분)?"
_HOURS_EN = rf"(?:\d{{1,2}}|{ENGLISH})(?: and a half|[.]5)? ?(?:hours?|hrs?)\b"
_MORE_THAN = (
    rf"(?<![\d가-힣]){_HOURS} ?(?:은|도|이|을)? ?(?:더 ?)?(?:넘(?:게|어서?)?|이상|이내|안쪽|안 되|안에 끝)",
    r"(?<!\d)\d{1,3} ?분 ?(?:은|도|이|을)? ?(?:더 ?)?(?:넘(?:게|어서?)?|이상)(?! ?(?:늦|지각|기다))",
    rf"\b(?:(?:go|run|last|take|be)(?:es|s)? )?(?:over|(?:more|less|longer) than|under|at least) {_HOURS_EN}",
)  # fmt: skip
# 지금 출발하면 30분 걸리는데
_SETTING_OUT = r"(?:지금 ?)?(?:바로 ?)?(?:출발|나가|나서|떠나)[가-힣]{0,3} ?(?:한 ?)?"
_SETTING_OUT_EN = r"(?:leav(?:e|ing)|set(?:ting)? off)(?: right)? now(?: and|,)? (?:it(?:'ll| will)? takes?|i need) "
_SPANS = (
    _KOREAN_SPAN + _AFTER,
    _KOREAN_SPAN + _BEFORE,
    rf"\bin (?:about |around )?{_ENGLISH_SPAN}",
    _SETTING_OUT + _KOREAN_SPAN + r"(?:걸리|걸려|걸릴|걸린|이면|안에)",
    rf"{_SETTING_OUT_EN}(?:about |around )?{_ENGLISH_SPAN}",
    rf"{_ENGLISH_SPAN} (?:from now|later|from here)",
    rf"{_ENGLISH_SPAN} (?P<before>ago|earlier)",
)  # fmt: skip

# Most questions hold none of these: the long expressions need not be tried on them.
_MAY_HOLD_CLOCK = re.compile(rf"\d|시|정오|자정|noon|midday|midnight|{ENGLISH_HOUR}")
_MAY_HOLD_LENGTH = re.compile(r"\d|분|시간|hour|\bhr|\bmin|(?<![a-z])d ?-")

_ADDS_TWELVE = {
    "오후": range(1, 12), "p": range(1, 12), "afternoon": range(1, 12), "evening": range(1, 12), "저녁": range(4, 12),
    "밤": range(6, 12), "낮": range(1, 6),
}  # fmt: skip
_TWELVE_IS_MIDNIGHT = ("오전", "새벽", "밤", "a", "morning")
_USUAL_HOURS = (time(9), time(18))  # where the seminar's own were not announced
_WAKING_MINUTES = range(7 * 60, 20 * 60)
_NIGHT_PENALTY_MINUTES = 180


def find_clocks(text: str, seminar: Seminar) -> Iterator[tuple[re.Match[str], Sense]]:
    """Yield every clock time of a normalised text as a sense ``time`` (HH:MM)."""
    if not _MAY_HOLD_CLOCK.search(text):
        return
    for found in find_all(text, *_CLOCKS):
        groups = found.groupdict()
        minute = 30 if groups.get("thirty") else read_number(groups.get("minute") or "0")
        yield from _clock(found, minute, seminar)
    for found in find_all(text, _PAST):
        yield from _clock(found, read_number(found["number"]), seminar)
    for found in find_all(text, _TO, _KOREAN_TO):
        yield from _clock(found, -read_number(found["number"]), seminar)
    for found in find_all(text, _NAMED):
        yield found, Sense("time", "12:00" if found["noon"] else "00:00")


def _clock(found: re.Match[str], minute: int, seminar: Seminar) -> Iterator[tuple[re.Match[str], Sense]]:
    groups = found.groupdict()
    hour = read_number(groups["hour"])
    if hour > 24 or minute > 59:
        return
    total = _minutes_of_day(hour, minute, groups.get("half") or groups.get("part") or "", seminar)
    hours, minutes = divmod(total % (24 * 60), 60)
    yield found, Sense("time", f"{hours:02}:{minutes:02}")


def _minutes_of_day(hour: int, minute: int, half: str, seminar: Seminar) -> int:
    """Minutes after midnight; ``half`` is the half of the day as said, or nothing."""
    if half:
        if hour == 12 and half in _TWELVE_IS_MIDNIGHT:
            hour = 0
        return (hour + 12 * (hour in _ADDS_TWELVE.get(half, ()))) * 60 + minute
    morning = hour * 60 + minute
    if not 0 < hour < 12:
        return morning
    return min((morning, morning + 12 * 60), key=lambda minutes: _strangeness(minutes, seminar))


def _strangeness(minutes: int, seminar: Seminar) -> int:
    """How far a time of day lies outside the programme, in minutes; a time of the night counts as farther off."""
    start, end = seminar.start or _USUAL_HOURS[0], seminar.end or _USUAL_HOURS[1]
    outside = max(start.hour * 60 + start.minute - minutes, minutes - end.hour * 60 - end.minute, 0)
    return outside + (_NIGHT_PENALTY_MINUTES if minutes not in _WAKING_MINUTES and outside else 0)


def find_lengths(text: str) -> Iterator[tuple[re.Match[str], Sense]]:
    """Yield what is said of lengths: how late somebody is, and hours that something is thought to last or exceed."""
    if not _MAY_HOLD_LENGTH.search(text):
        return
    for found in find_all(text, _LATE):
        yield found, Sense("quantity", f"{_minutes_of(found)}분")
    for found in find_all(text, *_MORE_THAN):
        yield found, Sense("ask", "duration")
    for found in find_all(text, _D_DAY):
        yield found, Sense("ask", "remaining")


def _minutes_of(found: re.Match[str]) -> int:
    groups = found.groupdict(default="")
    minutes = 60 * read_number(groups["hours"]) if groups["hours"] else 0
    minutes += 30 * sum(1 for key in ("half", "thirty", "and_half") if groups.get(key))
    return minutes + sum(read_number(groups[key]) for key in ("minutes", "rest") if groups[key])


def find_spans(text: str) -> Iterator[tuple[re.Match[str], Sense]]:
    """Yield every span from now as a sense ``offset`` (minutes, negative for the past)."""
    if not _MAY_HOLD_LENGTH.search(text):
        return
    for found in find_all(text, *_SPANS):
        minutes = _minutes_of(found)
        yield found, Sense("offset", str(-minutes if found.groupdict().get("before") else minutes))
