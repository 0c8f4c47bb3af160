"""Endings of questions, taken for one another: 누구예요? 누구임 누구냐 누군가요; 하나요? 함 하냐 하죠."""

import re
from collections.abc import Callable, Collection, Iterator
from random import Random

from tools.syllables import HANGUL, final_of, with_final

_TAIL = re.compile(r"[\s?!.~ㄱ-ㅣ]+$")
_LAST_WORD = re.compile(r"[가-힣]+$")
_ASKS = re.compile(r"\?|누구|누가|언제|어디|뭐|뭘|무슨|무엇|몇|며칠|얼마|어떻게|어느|왜")
_AFTER_NOUN = (
    "이에요",
    "예요",
    "에요",
    "이예요",
    "인가요",
    "입니까",
    "인지요",
    "이죠",
    "이냐",
    "이야",
    "임",
    "죠",
    "냐",
    "야",
)
_AFTER_STEM = ("는지요", "나요", "냐", "죠", "습니까")
_FULL_STEMS = "하되시오가주보"  # last syllables after which ㅁ makes a noun and ㅂ니까 a question
_PAST = ("어요", "어여", "어", "음")  # 했어요, 없음
_PAST_FINALS = ("ㅆ", "ㅄ")
_CONTRACTED = {"하": "해", "되": "돼"}
_REQUESTS = ("주세요", "줘요", "줘", "주십시오", "주라")
_OTHER_REQUESTS = ("주세요", "줘요", "줘", "주세여", "줘여", "주셈", "주십쇼")
_STATEMENTS = {
    "드립니다": ("드려요", "드림", "드려여"),
    "합니다": ("해요", "함", "해여"),
    "입니다": ("이에요", "임", "이에여"),
}
_CHAT = ("여", "용", "욤", "염")  # for 요


def change_ending(question: str, random: Random, nouns: Collection[str]) -> str | None:
    """Return ``question`` with another ending of the same sense, with or without a question mark.

    None where its ending is none that people exchange. ``nouns`` tell whether an ending follows a noun or a verb.
    """
    body = _TAIL.sub("", question)
    asks = bool(_ASKS.search(question))
    others = sorted(set(_other_endings(body, asks, nouns)) - {body})
    if not others:
        return None
    rest = question[len(body) :].replace("?", "").rstrip(".")
    return random.choice(others) + random.choice(("?", "") if asks else ("",)) + rest


def _other_endings(body: str, asks: bool, nouns: Collection[str]) -> list[str]:
    """Every body of the first kind of ending that this one is."""
    kinds: tuple[Callable[[], Iterator[str]], ...] = (
        lambda: _nouns_endings(body, nouns),
        lambda: _requests(body),
        lambda: _stems_endings(_asking_stem(body) or (_plain_stem(body) if asks else None)),
        lambda: (body[: -len(end)] + new for end, news in _STATEMENTS.items() if body.endswith(end) for new in news),
        lambda: (body[:-1] + new for new in _CHAT if body.endswith("요")),
    )
    return next((found for kind in kinds if (found := list(kind()))), [])


def _nouns_endings(body: str, nouns: Collection[str]) -> Iterator[str]:
    """Other endings after a noun: 예요, 임, 냐, 인가요 …"""
    noun = _ended_noun(body, nouns)
    if noun is None:
        return
    link = "이" if final_of(noun) else ""
    yield from (noun + ending for ending in ("임", "인가요", "입니까"))
    yield from (noun + link + ending for ending in ("죠", "냐", "야"))
    yield from (noun + ending for ending in (("이에요", "이에여") if link else ("예요", "에요", "예여")))
    if not link and HANGUL.fullmatch(noun[-1]):
        yield f"{noun[:-1]}{with_final(noun[-1], 'ㄴ')}가요"


def _ended_noun(body: str, nouns: Collection[str]) -> str | None:
    """What stands before an ending that follows nouns; None where no noun does, or no such ending."""
    word = _LAST_WORD.search(body)
    if word is None or word[0] in nouns:
        return None
    ends = [body[: -len(ending)] for ending in _AFTER_NOUN if body.endswith(ending)]
    if body.endswith("가요") and final_of(body[:-2]) == "ㄴ":
        ends.append(body[:-3] + with_final(body[-3], ""))
    return next((noun for noun in ends if _ends_in_noun(noun[word.start() :], nouns)), None)


def _ends_in_noun(text: str, nouns: Collection[str]) -> bool:
    return any(text[at:] in nouns for at in range(len(text)))


def _requests(body: str) -> Iterator[str]:
    """Other ways of asking to be told: 알려 주세요, 알려줘, 알려주셈."""
    ending = next((ending for ending in _REQUESTS if body.endswith(ending)), None)
    if ending:
        yield from (body[: -len(ending)] + other for other in _OTHER_REQUESTS)


def _stems_endings(stem: str | None) -> Iterator[str]:
    """Other endings of a verb: 나요, 냐, 죠, 함 …"""
    if stem is None:
        return
    yield from (stem + ending for ending in ("나요", "나여", "냐", "죠", "는지요"))
    last = stem[-1]
    if last in _FULL_STEMS:
        yield stem[:-1] + with_final(last, "ㅁ")
        yield f"{stem[:-1]}{with_final(last, 'ㅂ')}니까"
    if last in _CONTRACTED:
        yield from (stem[:-1] + _CONTRACTED[last] + ending for ending in ("", "요", "여"))
    if final_of(last) in _PAST_FINALS:
        yield from (stem + ending for ending in ("음", "습니까", "어요", "어여", "어"))


def _asking_stem(body: str) -> str | None:
    """The stem before an ending that asks whatever stands before it; None where there is none."""
    for ending in _AFTER_STEM:
        if body.endswith(ending) and HANGUL.fullmatch(body[: -len(ending)][-1:]):
            return body[: -len(ending)]
    if body.endswith("니까") and final_of(body[:-2]) == "ㅂ":
        return body[:-3] + with_final(body[-3], "")
    return None


def _plain_stem(body: str) -> str | None:
    """The stem before an ending that also states or requests (해, 있어요, 됨); None where there is none."""
    for ending in _PAST:
        if body.endswith(ending) and final_of(body[: -len(ending)]) in _PAST_FINALS:
            return body[: -len(ending)]
    for full, short in _CONTRACTED.items():
        for form in (f"{short}요", f"{short}여", short, with_final(full, "ㅁ")):
            if body.endswith(form):
                return body[: -len(form)] + full
    return None
