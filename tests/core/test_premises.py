"""A false premise is denied: nobody who checks a name reads a bare one as a yes."""

from datetime import datetime

import pytest

from bot.core.answering import answer
from bot.core.reply import Context, Outcome
from tests.core.worlds import SEOUL, real_knowledge


def ask(question: str, now: str = "2020-09-24T10:30") -> tuple[Outcome, str]:
    reply = answer(question, real_knowledge(), datetime.fromisoformat(now).replace(tzinfo=SEOUL), Context())
    return reply.outcome, reply.text


@pytest.mark.parametrize(
    ("question", "outcome", "fact", "not_said"),
    [
        ("발제 1은 김은란이 하죠?", "answer", "아니요. 윤정란", "네."),
        ("발제 1은 윤정란이 하죠?", "answer", "네. 윤정란", "아니요"),
        ("김현미 장관이 발제 1 하나요?", "answer", "아니요. 윤정란", "네."),
        ("박무익 실장 발제하나요?", "not_announced", "발표자 명단에 없습니다", "발제 1"),
        ("마무리말씀은 강현수 원장이 해요?", "answer", "이름은 공지되지 않았습니다", "강현수"),
        ("정의경 과장이 토론자예요?", "unconfirmed", "확인되지 않았습니다", "정의경"),
        ("토론자로 나오는 국토정책과 과장 이름", "unconfirmed", "확인되지 않았습니다", "정의경"),
        ("경남연구원장 누구예요", "not_announced", "명단에 없습니다", "강현수"),
        ("충남연구원에서 오는 사람", "unknown", "044-201-3651", "이관후"),
        ("Will President Moon attend?", "not_announced", "044-201-3651", "deputy director (5th grade)."),
        ("발제 5 제목이 뭐예요", "not_announced", "발표는 4개입니다", "초광역"),
        ("044-201-4950으로 걸면 정의경 과장이 받나요?", "answer", "국토정책과", "정의경"),
    ],
)
def test_a_false_premise_is_not_confirmed(question: str, outcome: str, fact: str, not_said: str) -> None:
    given, text = ask(question)
    assert given == outcome, text
    assert fact in text
    assert not_said not in text


@pytest.mark.parametrize(
    ("question", "now", "said"),
    [
        ("11시 정각에 인터넷에 내보내도 되나요?", "2020-09-24T10:30", "네, 그때는 보도할 수 있습니다"),
        ("인터넷 지금 내보내도 되나요?", "2020-09-24T10:30", "아직 안 됩니다"),
        ("인터넷 지금 내보내도 되나요?", "2020-09-24T11:00", "해제되어 지금 보도할 수 있습니다"),
        ("내일 아침 방송에 나가도 되나요?", "2020-09-24T10:30", "네, 그때는 보도할 수 있습니다"),
        ("신문은 오늘 실어도 돼요?", "2020-09-24T15:00", "아직 안 됩니다"),
        ("조간은 정확히 몇 시부터예요?", "2020-09-24T08:00", "몇 시인지는 공지되지 않았습니다"),
    ],
)
def test_an_embargo_is_told_for_the_moment_asked_about(question: str, now: str, said: str) -> None:
    assert said in ask(question, now)[1]
