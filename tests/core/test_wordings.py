"""Words that people of all ages and trades type for what a seminar is asked about, and words that ask for more."""

import pytest

from bot.core.answering import answer
from bot.core.reply import Context, Outcome
from tests.core.worlds import NOW, real_knowledge

ANSWERED = [
    ("담타 언제임", "15:10"),
    ("쉬타 몇시부터", "15:10"),
    ("첫타자 누구", "윤정란"),
    ("막타 누구임", "양철수"),
    ("퍼스트 스피커 누구예요", "윤정란"),
    ("클로징 타임 알려주세요", "16:10"),
    ("스타트 타임이 언제죠", "14:00"),
    ("금번 세미나 장소를 회신하여 주시기 바랍니다", "대회의실"),
    ("좌장 성함 및 직함 송부 바람", "강현수"),
    ("담당자 연락처를 여쭙고자 합니다", "044-201-3651"),
    ("외람되오나 좌장님 존함이 어찌 되시는지요", "강현수"),
    ("토씨 하나 안 틀리게 두번째 발표 제목", "혁신도시"),
    ("띄어쓰기까지 두번째 발표 제목", "혁신도시"),
    ("어데서 하능교", "대회의실"),
    ("은제 끝난대유", "16:10"),
    ("2시 시작이던가 가물가물하네요", "14:00"),
    ("kindly do the needful and send me the venue", "main conference room"),
    ("wat tiem is the brake", "15:10"),
    ("pls lmk the moderatr", "Kang"),
    ("respected sir, who is the chairperson", "Kang"),
    ("at your earliest convenience, what is the landline number", "044-201-3651"),
]
REFUSED = [
    "좌장 별명",
    "좌장 좌우명이 뭐예요",
    "국토연구원 창립이 언제예요",
    "대회의실 천장 높이",
    "보도자료 글꼴 뭐예요",
    "토론 분위기 어때요",
    "what font is the press release in",
    "the chair's nickname",
    "is there a ceiling in the main conference room",
]


@pytest.mark.parametrize(("question", "text"), ANSWERED)
def test_a_manner_of_asking_is_understood(question: str, text: str) -> None:
    reply = answer(question, real_knowledge(), NOW, Context())
    assert reply.outcome is Outcome.ANSWER
    assert text in " ".join(reply.lines)


@pytest.mark.parametrize("question", REFUSED)
def test_what_no_seminar_tells_is_refused(question: str) -> None:
    assert answer(question, real_knowledge(), NOW, Context()).outcome is not Outcome.ANSWER
