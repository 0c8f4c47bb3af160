"""Whether a question asks for an amount, and whether a text holds one of that kind: "몇 도나", "how many workers"."""

import re
from dataclasses import dataclass

_KOREAN = re.compile(r"몇 ?(퍼센트|프로|[가-힣])|(비율|비중|얼마)")
_LATIN = re.compile(r"\bhow many (\w+)|\b(how much|percentage|proportion|what share|what percent)\b")
_SAME = (
    ("곳", "군"),
    ("명", "사", "인"),
    ("%", "퍼센트", "프로", "비율", "비중", "절반", "분의"),
    ("달", "개월"),
    ("미", "m"),
    ("킬", "km"),
)
_NOT_TOLD = "시번회"  # of the clock, of the order
_NUMERAL = (
    r"(?:\d[\d,.]*\s?[만천백]?|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열"
    r"|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔|수십|십|백|천)\s?"
)
_LATIN_NUMERAL = (
    r"(?:\d[\d,.]*%?|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred|dozen)"
)
_ANY = re.compile(r"\d|절반|분의|\bhalf\b|\bhalved\b|\bthird\b|\btwice\b|\btimes\b")
_MONEY = re.compile(r"\d[\d,.]*\s?[만천백억조]?\s?원|\bwon\b|[$€£]")
_REACH = 3  # words between a number and what it counts in English


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount that is asked for: its counter (명, 도, workers), or nothing where any number will do.

    ``start`` and ``end`` tell where in the question it is asked for.
    """

    counter: str
    start: int = 0
    end: int = 0

    @property
    def is_named(self) -> bool:
        """Whether what is counted is named by a word of its own: workers."""
        return self.counter.isascii() and self.counter.isalpha()

    def is_in(self, text: str) -> bool:
        """Return whether a text holds a number of this kind."""
        if not self.counter:
            return _ANY.search(text) is not None
        if self.is_named:
            stem = re.escape(self.counter.rstrip("s"))
            return re.search(rf"\b{_LATIN_NUMERAL}(?: (?!\w+s\b)\S+){{0,{_REACH}}} {stem}", text.lower()) is not None
        same = next((group for group in _SAME if self.counter in group), (self.counter,))
        if "%" in same:
            return re.search(r"\d ?(?:%|퍼센트|프로)|절반|분의|\bhalf|\bthird", text) is not None
        return any(re.search(_NUMERAL + re.escape(counter), text) for counter in same)


MONEY = Amount("원")


def asked_amount(text: str) -> Amount | None:
    """Return the amount a normalised question asks for; None where it asks for none."""
    if found := _KOREAN.search(text):
        counter = found[1] or found[2]
        counter = "" if counter == "얼마" else counter
        return None if counter and counter in _NOT_TOLD else Amount(counter, *found.span())
    if found := _LATIN.search(text):
        return Amount(found[1] or ("" if found[2] == "how much" else "%"), *found.span())
    return None
