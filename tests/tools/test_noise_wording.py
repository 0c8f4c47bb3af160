"""Initials, particles and endings: rows of what people do, and what holds for any question."""

from functools import partial

import pytest
from hypothesis import given

from tests.core.worlds import real_knowledge
from tests.tools.questions import draw, questions, seeds
from tools.endings import change_ending
from tools.syllables import initials_of
from tools.vocabulary import make_vocabulary
from tools.wording import abbreviate, drop_particles

NOUNS = frozenset(("누구", "어디", "뭐", "거", "좌장", "소속", "세미나", "기관", "회의", "발표자", "토론"))
VOCABULARY = make_vocabulary(real_knowledge())
MANY = 60  # seeds; enough to see every form of a row


def forms(noise: partial[str | None], question: str) -> set[str]:
    """Return every form that a noise gives a question."""
    return {noisy for seed in range(MANY) if (noisy := noise(question, draw(seed))) is not None}


@pytest.mark.parametrize(
    ("question", "noisy"),
    [
        ("발표자는 누구?", {"ㅂㅍㅈ는 누구?"}),
        ("좌장 소속이요", {"좌장 ㅅㅅ이요", "ㅈㅈ 소속이요"}),
        ("메가시티 언제", set()),
        ("발표장", set()),
    ],
)
def test_one_known_word_becomes_its_initials(question: str, noisy: set[str]) -> None:
    assert forms(partial(abbreviate, known={"발표자", "좌장", "소속", "발표"}), question) == noisy


@given(questions, seeds)
def test_initials_stand_for_a_known_word_and_nothing_else_changes(question: str, seed: int) -> None:
    noisy = abbreviate(question, draw(seed), VOCABULARY.names | VOCABULARY.shortened)
    if noisy is not None:
        places = [at for at, (a, b) in enumerate(zip(noisy, question, strict=True)) if a != b]
        word = question[places[0] : places[-1] + 1]
        assert noisy[places[0] : places[-1] + 1] == initials_of(word)
        assert word in VOCABULARY.names | VOCABULARY.shortened


@pytest.mark.parametrize(
    ("question", "noisy"),
    [
        ("좌장은 누구예요?", {"좌장 누구예요?"}),
        ("토론이 어디에서 하는 회의", {"토론 어디에서 하는 회의", "토론이 어디 하는 회의", "토론 어디 하는 회의"}),
        ("토론는 좋은 발표자을 회의", set()),
        ("세미나의", {"세미나"}),
    ],
)
def test_particles_are_dropped_after_nouns_they_fit(question: str, noisy: set[str]) -> None:
    assert forms(partial(drop_particles, nouns=NOUNS), question) == noisy


@given(questions, seeds)
def test_without_particles_the_order_of_letters_stays(question: str, seed: int) -> None:
    noisy = drop_particles(question, draw(seed), VOCABULARY.nouns)
    if noisy is not None:
        letters = iter(question)
        assert all(letter in letters for letter in noisy)
        assert len(noisy.split()) == len(question.split())
        assert len(noisy) < len(question)


@pytest.mark.parametrize(
    ("question", "some"),
    [
        (
            "좌장이 누구예요?",
            {"좌장이 누구임", "좌장이 누군가요?", "좌장이 누구냐", "좌장이 누구예여?", "좌장이 누구죠"},
        ),
        ("어느 기관인가요", {"어느 기관임?", "어느 기관이에요", "어느 기관이죠?", "어느 기관이냐"}),
        ("그게 뭔가요?", {"그게 뭐예요?", "그게 뭐임", "그게 뭐야?"}),
        (
            "언제 시작하나요?",
            {"언제 시작해요?", "언제 시작함", "언제 시작하냐?", "언제 시작하나여", "언제 시작합니까?"},
        ),
        ("언제 끝났어요", {"언제 끝났음?", "언제 끝났냐", "언제 끝났나요?"}),
        ("맞죠?", {"맞나요", "맞냐"}),
        ("이름 알려주세요", {"이름 알려줘", "이름 알려주셈"}),
        ("연락처 부탁드립니다", {"연락처 부탁드려요", "연락처 부탁드림"}),
        ("소속이요", {"소속이용", "소속이여"}),
        ("얼마나 남았어 ㅠㅠ", {"얼마나 남았나요 ㅠㅠ", "얼마나 남았음? ㅠㅠ"}),
    ],
)
def test_endings_are_exchanged_for_those_of_the_same_sense(question: str, some: set[str]) -> None:
    made = forms(partial(change_ending, nouns=NOUNS), question)
    assert some <= made
    assert question.rstrip("?") not in {form.rstrip("?") for form in made}


@pytest.mark.parametrize("question", ["내 토론 회의", "몇 명 모임", "요약해", "ㅂㅍㅈ", "", "?", "네 감사"])
def test_what_has_no_ending_to_exchange_is_left(question: str) -> None:
    assert forms(partial(change_ending, nouns=NOUNS | {"모임"}), question) == set()


@given(questions, seeds)
def test_an_ending_changes_at_the_end_alone(question: str, seed: int) -> None:
    noisy = change_ending(question, draw(seed), VOCABULARY.nouns)
    if noisy is not None:
        *before, last = question.rstrip(" ?!.~ㄱㅋㅎㅠㅜㅂㅍㅈ").split(" ")
        assert noisy != question
        assert noisy.startswith(" ".join(before))
        assert last
