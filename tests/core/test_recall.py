"""A talk, a quotation or the reason is found by the words it is told in; what no text tells is refused."""

from datetime import datetime, timedelta

import pytest

from bot.core.answering import answer
from bot.core.reply import Context, Outcome, Reply
from tests.core.worlds import NOW, real_knowledge

BEFORE: datetime = NOW - timedelta(days=1)

TOLD = [
    # what somebody says
    ("이관후 위원은 메가시티가 왜 필요하다는 거예요?", "경제공동체"),
    ("이관후 위원은 무엇부터 선행돼야 한다고 해요?", "경제공동체"),
    ("What does Kim Eun-ran say innovation cities have done to nearby towns?", "outflow"),
    ("첫 발제가 내놓는 해법은 뭐예요", "고밀도"),
    ("행정구역 넘어서 뭘 하자는 건가요", "교통·물류"),
    # who says it
    ("원도심 살리자는 얘기는 누구 발표에 나와요", "김은란"),
    ("대학이랑 기업 엮자는 발표 몇 번이더라", "2번째"),
    ("Which speaker wants housing, industry and culture mixed in one dense district?", "Yoon"),
    ("which talk covers population draining out of towns around innovation cities?", "Innovation Cities"),
    # quotations
    ("정책화하겠다고 한 사람 이름이랑 직책", "박무익"),
    ("'창의적이고 적극적인' 이 표현 누구 입에서 나온 거죠?", "박무익"),
    ("저성장 위기라고 말한 사람 누구예요", "박무익"),
    ("국토부 멘트 두 개 다 따옴표 쳐서 보내줘", "저성장"),
    ("who promised to turn the ideas into policy?", "Park"),
    # reasons
    ("지방소멸이 이번 세미나랑 무슨 상관이에요?", "수도권 집중에 따른"),
    ("지방소멸 위기 때문에 여는 세미나라는데 맞아요?", "수도권 집중에 따른"),
    ("is the seminar held because the regions are disappearing?", "disappear"),
    ("코로나 때문에 참석자 줄였어요?", "최소한"),
    # the release, and a post that is confirmed for somebody else
    ("본문 3쪽에 참고 1쪽, 이렇게 온 거 맞나요?", "4매"),
    ("시간표에 UNH라고 적힌 기관 정체가 뭔가요", "토지주택연구원(LHI)"),
    ("국토정책과장이 장미영이라고 들었는데", "정의경"),
    ("Name of the director of the Territorial Policy Division", "Jeong"),
]
NOT_TOLD = [
    "혁신도시 인구 유출이 몇 명이나 된대요",
    "how many people left the old town centres?",
    "메가시티 만들면 일자리가 몇 개 생겨요",
    "농어촌 빈집 살리자는 얘기는 누가 하나요",
    "북극항로 얘기 꺼낸 사람 누구?",
    "부울경 관련 발제는 누가 맡았죠?",
    "who talks about nuclear power?",
    "윤정란 수석이 말하는 예산 규모는?",
    "김은란 박사가 말하는 혁신도시 개수는 몇 개예요",
]
OF_THE_PROGRAMME = [
    ("마무리말씀 하는 사람 실명 알 수 있을까요", "국토연구원"),
    ("메가시티 발표 몇 시예요", "주제발표"),
    ("혁신도시 발표는 국토연구원 사람이 하는 거 맞죠", "김은란"),
]


def ask(question: str) -> Reply:
    return answer(question, real_knowledge(), BEFORE, Context())


@pytest.mark.parametrize(("question", "told"), TOLD)
def test_what_is_told_is_found_by_its_words(question: str, told: str) -> None:
    reply = ask(question)
    assert reply.outcome is Outcome.ANSWER
    assert told in " ".join(reply.lines)


@pytest.mark.parametrize("question", NOT_TOLD)
def test_what_no_text_tells_is_refused(question: str) -> None:
    assert ask(question).outcome in (Outcome.UNKNOWN, Outcome.NOT_ANNOUNCED)


@pytest.mark.parametrize(("question", "told"), OF_THE_PROGRAMME)
def test_questions_for_the_programme_stay_such(question: str, told: str) -> None:
    assert told in " ".join(ask(question).lines)
