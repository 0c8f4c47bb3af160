"""A question is covered by known words, however it is spaced, and what nothing explains stays visible."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.language import Part, Sense, Word, make_words
from bot.core.lattice import Edge, Lattice
from bot.core.lexicon import Lexicon
from bot.core.line import make_line
from bot.core.moments import find_moments
from bot.core.parsing import Parse, parse
from bot.core.repair import understand
from bot.core.text import normalise
from tests.core.worlds import NOW, real_knowledge

KNOWLEDGE = real_knowledge()
SEMINAR = KNOWLEDGE.facts.seminar


def understood(question: str) -> Parse:
    return understand(question, KNOWLEDGE.lexicon, lambda line: find_moments(line, NOW, SEMINAR)).parse


def content(question: str) -> str:
    """The words that carry meaning, as they are written, and in brackets what nothing explains."""
    tokens = [token for token in understood(question).tokens if token.part in (Part.NOUN, Part.STEM, Part.UNKNOWN)]
    return " ".join(token.word.text if token.word else f"[{token.typed}]" for token in tokens)


WORDS = [
    ("발표자 누구예요?", "발표자 누구"),
    ("발표자누구예요", "발표자 누구"),
    ("발 표 자 누 구", "발표자 누구"),
    ("세미나언제해요", "세미나 언제"),
    ("좌장님이누구신가요", "좌장님 누구"),
    ("이관후직함은", "이관후 직함"),
    ("국토 연구원 원장", "국토연구원 원장"),
    ("세미나장소가어디에요", "세미나 장소 어디"),
    ("휴식시간몇시", "휴식시간 몇 시"),
    ("Who are the speakers?", "who speakers"),
    ("megacity", "megacity"),
    ("좌쟝", "좌장"),  # slips
    ("류식", "휴식"),
    ("발펴자", "발표자"),
    ("윤정난", "윤정란"),
    ("메가시디", "메가시티"),
    ("spekaer", "speaker"),
    ("scheduel", "schedule"),
    ("megacty", "megacity"),
    ("어누 분이 발표해요", "어느 분이 발표하"),  # a slip in one word of several
    ("발푯하는 사람", "발표하는 사람"),
    ("몇 쉬에 시작해요", "몇 시에 시작하"),
    ("몃시 시작", "몇 시 시작"),
    ("두쉬 반에 뭐 해요", "두 시 반 뭐하"),
    ("2싱 발표자", "2시 발표자"),
    ("30푼 뒤에", "30분 뒤"),
    ("끝나는 쉬간", "끝나는 시간"),  # read as pieces
    ("둘째날 점신", "둘째날 점심"),
    ("뭐쬬", "뭐"),
    ("내잏 세미나", "내일 세미나"),
    ("2시바에 누구", "2시반 누구"),
    ("15시 30뿐쯤", "15시 30분"),
    ("따음 세미나", "다음 세미나"),  # no 음 follows a vowel
    ("클로지 멘트", "클로징 멘트"),  # crumbs of one syllable
    ("몇 증에 있어요", "몇 층"),
    ("주졔 한 문장", "주제 한 문장"),
    ("전채 시간표", "전체 시간표"),  # of two as near, what is asked more often
    ("멕아시티 발재자 누규", "메가시티 발제자 누구"),  # as it is heard
    ("정산 언제", "정산 언제"),  # ordinary words stay themselves
    ("기분", "기분"),
    ("마취 언제", "마취 언제"),
    ("내시경 언제", "내시경 언제"),
    ("전제 조건", "전제조건"),
    ("몇 반", "몇 반"),
    ("두 씨앗", "[두] 씨앗"),
    ("2부", "[2부]"),
    ("3층", "[3층]"),
    ("ㅂㅍㅈ", "발표자"),  # initial consonants
    ("양철수 ㅈㄱ", "양철수 직급"),
    ("ㅈㄱ 발표", "지금 발표"),
    ("세미나 ㅈㅈ", "세미나 주제"),
    ("이 ㅎㅅ 길이", "이 행사 길이"),
    ("ㅁㄱㅅㅌ", "메가시티"),
    ("ㅈㅈ", "좌장"),
    ("ㅅㄱㅍ", "시간표"),
    ("qkfvywk", "발표자"),  # the other layout
    ("QKFVYWK", "발표자"),
    ("졷ㄱㄷ", "where"),
    ("쀍뚫이 발표자", "[쀍뚫] 발표자"),
    ("발표자 xyzzy", "발표자 [xyzzy]"),
    ("쿼카", "[쿼카]"),
    ("", ""),
    ("?!", ""),
]


@pytest.mark.parametrize(("question", "words"), WORDS)
def test_a_question_is_understood_as_its_words(question: str, words: str) -> None:
    assert content(question) == words


def test_a_repaired_word_costs_more_than_the_right_one() -> None:
    assert understood("발표자").cost < understood("발펴자").cost < understood("쿼카").cost


def make_lexicon(**part_by_word: Part) -> Lexicon:
    return Lexicon(
        word
        for wording, part in part_by_word.items()
        for word in make_words(wording.replace("_", "-"), part, Sense("test", wording))
    )


def test_the_longer_of_two_explanations_wins() -> None:
    lexicon = make_lexicon(국토=Part.NOUN, 연구원=Part.NOUN, 국토연구원=Part.NOUN)
    assert [token.typed for token in parse(Lattice(make_line("국토연구원"), lexicon)).tokens] == ["국토연구원"]
    assert [token.typed for token in parse(Lattice(make_line("국토 연구원"), lexicon)).tokens] == ["국토 연구원"]


def test_a_further_word_may_stand_where_the_lexicon_has_none() -> None:
    edge = Edge(0, 3, Word("", "15시", Part.NOUN, frozenset([Sense("time", "15:00")])))
    line = make_line("15시")
    assert len(line.jamo) == 4
    assert parse(Lattice(line, Lexicon(())), [edge]).unknown
    assert not parse(Lattice(line, Lexicon(())), [Edge(0, 4, edge.word)]).unknown


def test_neighbouring_unknown_syllables_are_one_word() -> None:
    assert [token.typed for token in parse(Lattice(make_line("쿼카 뷁"), Lexicon(()))).unknown] == ["쿼카", "뷁"]


def test_a_corrected_word_tells_what_was_typed() -> None:
    tokens = [(token.mistyped, token.typed) for token in understood("윤정난 발표").tokens]
    assert tokens == [("윤정난", "윤정란"), ("", "발표")]


pieces = st.one_of(
    st.sampled_from(
        [
            "발표자",
            "누구",
            "발펴자",
            "ㅂㅍㅈ",
            "시작",
            "했",
            "ㄴ",
            "가",
            "speakers",
            "qkf",
            "15",
            "시",
            " ",
            "?",
            "\u119e",
        ]
    ),
    st.text(st.characters(), max_size=4),
)


@settings(deadline=None)
@given(st.lists(pieces, max_size=10).map("".join))
def test_every_jamo_is_covered_once_and_in_order(text: str) -> None:
    line = make_line(normalise(text))
    places = [
        (token.start, token.end)
        for token in parse(Lattice(line, KNOWLEDGE.lexicon), find_moments(line, NOW, SEMINAR)).tokens
    ]
    assert [start for start, _ in places] == [0, *(end for _, end in places)][: len(places)]
    assert all(start < end for start, end in places)
    assert (places[-1][1] if places else 0) == len(line.jamo)


@settings(deadline=None)
@given(st.lists(pieces, max_size=8).map("".join))
def test_a_repaired_reading_is_a_cover_as_well(text: str) -> None:
    reading = understood(text)
    assert sum(token.end - token.start for token in reading.tokens) == len(reading.line.jamo)
