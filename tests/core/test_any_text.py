"""Whatever people send, a reply comes back: never an error, never an empty one."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.answering import answer
from bot.core.knowledge import Knowledge
from bot.core.model import Language
from bot.core.reply import Context, Outcome, Reply
from tests.core.worlds import NOW, real_knowledge, words_alone

ODDITIES = {
    "nothing": "",
    "spaces": " \t\n\u3000\u00a0 ",
    "NUL": "언제\x00해요",
    "NUL alone": "\x00",
    "lone surrogate": "발표자 \ud83d 누구",
    "surrogates alone": "\udfff\ud800",
    "one letter 4,096 times": "a" * 4096,
    "one syllable 4,096 times": "가" * 4096,
    "one digit 4,096 times": "1" * 4096,
    "one jamo 4,096 times": "ㅋ" * 4096,
    "one consonant 4,096 times": "ㄱ" * 4096,
    "one emoji 4,096 times": "🎉" * 4096,
    "a question 100 times": "발표자 누구예요? " * 100,
    "a misspelt question 300 times": "발펴자누긍예오 " * 300,
    "lone jamo": "ㅂㅍㅈ ㅏㅑ ㄳ",
    "vowels": "ㅏㅓㅗㅜ",
    "conjoining jamo": "\u1107\u1161\u11af \u1161 \u11af \u1100",
    "right to left": "\u202eمتى تبدأ الندوة\u202c",
    "zero width": "발\u200b표\u200d자\ufeff 누\u2060구",
    "combining marks": "발\u0301표\u0336자 n\u0303o\u0308w" + "\u0301" * 200,
    "markup": "{}%s<script>alert(1)</script>",
    "a blank to fill": "{title} {0} {speaker.__class__}",
    "a path": "../../etc/passwd",
    "SQL": "'; DROP TABLE questions; --",
    "emoji": "🎤👨‍👩‍👧🇰🇷❤️",
    "punctuation": "?!.,;:()[]{}…ㆍ·—",
    "full width": "ＫＴＸ １５：１５　어디",
    "Thai and Hindi digits": "๑๕:๑๕ १५ ١٥시",
    "superscript digits": "발표 ² ① ⅷ ½ 번째",
    "Chinese numerals": "三번째 发表者",
    "old Hangul": "ᄒᆞᆫ글 ㆍ ㅿ",
    "a great number": "9" * 30 + "번째 발표",
    "impossible times": "99시 99분, 25:61, 0시 0분, 13월 45일, 0월 0일, 99일 뒤",
    "far away": "999시간 뒤 999분 전",
    "a command": "/start@seminar_bot",
    "Turkish and German letters": "İSTANBUL ẞ ﬁn",
}
HISTORIES: tuple[Context, ...] = (
    Context(),
    Context(about=("speakers.lee_kwanhu",), asked=("who",)),
    Context(about=("schedule.break", "gone.entry"), asked=("when", "nonsense"), age=1),
    Context(about=("seminar",), asked=(), age=99),
)


def ask(text: str, knowledge: Knowledge, context: Context = HISTORIES[0], now: datetime = NOW) -> Reply:
    return answer(text, knowledge, now, context)


def says_something(reply: Reply) -> bool:
    return bool(reply.text.strip()) and reply.outcome in Outcome and reply.language in ("ko", "en")


@pytest.mark.parametrize("text", ODDITIES.values(), ids=ODDITIES)
def test_oddities_get_a_reply(text: str) -> None:
    assert says_something(ask(text, real_knowledge()))
    assert says_something(ask(text, words_alone()))


@pytest.mark.parametrize("context", HISTORIES)
def test_any_history_is_taken(context: Context) -> None:
    assert all(
        says_something(ask(text, real_knowledge(), context)) for text in ("직함은?", "and then?", "그 다음은", "?")
    )


WORDS: dict[Language, tuple[str, ...]] = {
    "ko": (
        "발표자",
        "언제",
        "다음",
        "그분",
        "소속은",
        "3시",
        "10분 뒤",
        "내일",
        "휴식",
        "이관후",
        "발펴",
        "ㅈㅈ",
        "?",
        "첫 번째",
        "말고",
    ),
    "en": (
        "speaker",
        "when",
        "next",
        "her",
        "title",
        "at 3",
        "in 10 min",
        "tomorrow",
        "break",
        "Kim",
        "spekaer",
        "?",
        "2nd",
        "not",
    ),
}
letters = st.characters()
questions = st.one_of(
    st.text(letters, max_size=40),
    *(st.lists(st.sampled_from(words), max_size=8).map(" ".join) for words in WORDS.values()),
    st.lists(st.sampled_from([*WORDS["ko"], *WORDS["en"], "\x00", "\ud800", "(", "9", "시"]), max_size=8).map("".join),
)


@settings(deadline=None, max_examples=150)
@given(st.lists(questions, min_size=1, max_size=3))
def test_any_conversation_gets_replies(conversation: list[str]) -> None:
    context = Context()
    for text in conversation:
        reply = ask(text, real_knowledge(), context)
        assert says_something(reply), text
        context = reply.context


@settings(deadline=None, max_examples=50)
@given(questions, st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)))
def test_any_time_gets_a_reply(text: str, now: datetime) -> None:
    assert says_something(ask(text, real_knowledge(), now=now))
    assert says_something(ask(text, words_alone(), now=now))
