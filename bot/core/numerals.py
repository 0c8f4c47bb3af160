"""Numerals as people write them: digits, native Korean (세 시), Sino-Korean (십오 분), English (twenty-five)."""

import re

_NATIVE_ONES = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "넷": 4, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7,
    "여덟": 8, "아홉": 9, "첫": 1,
}  # fmt: skip
_NATIVE_TENS = {"열": 10, "스물": 20, "스무": 20}
_SINO_ONES = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9}
_ENGLISH = {
    "a": 1, "an": 1, "one": 1, "first": 1, "a couple of": 2, "two": 2, "second": 2, "three": 3, "third": 3, "four": 4,
    "fourth": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "fifteen": 15, "quarter": 15, "twenty": 20, "twenty five": 25, "thirty": 30, "half": 30, "forty": 40,
    "forty five": 45, "fifty": 50, "ninety": 90,
}  # fmt: skip

NATIVE = r"(?:열 ?(?:한|두|세|네)|열|다섯|여섯|일곱|여덟|아홉|한|두|세|네)"
SINO = r"(?:[이삼사오]?십 ?[일이삼사오육칠팔구]?|[일삼사오육칠팔구])"  # not 이 alone: 이 분 is a person
ENGLISH_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
ENGLISH = (
    r"(?:an?|a couple of|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty(?:[ -]five)?"
    r"|thirty|forty(?:[ -]five)?|fifty|ninety)"
)


def read_number(text: str) -> int:
    """Return the whole number that a numeral names; 0 where it names none."""
    if text.isdecimal():
        return int(text)
    if (english := text.replace("-", " ")) in _ENGLISH:
        return _ENGLISH[english]
    word = text.replace(" ", "")
    for tens, value in _NATIVE_TENS.items():
        if word.startswith(tens):
            return value + _NATIVE_ONES.get(word.removeprefix(tens), 0)
    if found := re.fullmatch(r"(.?)십(.?)", word):
        return 10 * _SINO_ONES.get(found[1], 1) + _SINO_ONES.get(found[2], 0)
    return _NATIVE_ONES.get(word) or _SINO_ONES.get(word, 0)
