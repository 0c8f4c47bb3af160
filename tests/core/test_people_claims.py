"""What is asked about people is what is told of them: in the right script, of the right row, without those left out."""

from dataclasses import replace
from datetime import datetime
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from bot.core.answering import answer
from bot.core.knowledge import Knowledge
from bot.core.model import Text
from bot.core.reply import Context
from bot.loading.folder import load_facts
from bot.loading.languages import load_speeches, load_topics
from tests.core.worlds import SEOUL, real_knowledge

DATA = Path(__file__).parents[1] / "data"


@cache
def knowledge_of(folder: str) -> Knowledge:
    return Knowledge(load_facts(DATA / folder, load_topics()), load_speeches()) if folder else real_knowledge()


def tell(*questions: str, folder: str = "") -> tuple[str, str]:
    """The outcome and the text of the last of several questions, asked the day before."""
    now, context = datetime(2020, 9, 24, 15, tzinfo=SEOUL), Context()
    for question in questions:
        reply = answer(question, knowledge_of(folder), now, context)
        context = reply.context
    return reply.outcome, reply.text


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("강현수 원장님 영문 이름 철자 부탁드려요", "Kang Hyun-soo", "토론 좌장"),
        ("윤정란 씨 한자 표기 알려주세요", "尹貞蘭", "발제"),
        ("How is Park Moo-ik written in Hangul?", "박무익", "Deputy Minister for Territorial and Urban Policy, Min"),
        ("문수빈 사무관 이름 한자로 어떻게 써요?", "한자 표기는 공지되지 않았습니다", "국토정책과)"),
        ("좌장 누구인지 영어로 알려줘", "강현수", "영문 표기"),
    ],
)
def test_a_name_is_told_in_the_script_asked_for(question: str, said: str, not_said: str) -> None:
    text = tell(question)[1]
    assert said in text
    assert not_said not in text


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (("2번 발제자가 김씨예요 박씨예요?",), "김은란"),
        (("강현수가 원장이에요 부원장이에요?",), "강현수의 직함은 원장"),
        (("좌장이 누구예요", "원장이요 부원장이요?"), "강현수의 직함은 원장"),
        (("좌장이 누구예요", "교수예요?"), "아니요. 강현수 원장"),
        (("발표자들 중에 교수가 있어요?",), "아니요."),
        (("국토정책과 연락처 알려줘", "거기 부서장은 누구예요"), "정의경 과장"),
        (
            ("보도자료에 적힌 담당 공무원 세 사람 직급이랑 이름 알려주세요",),
            "정의경 과장, 김기훈 서기관, 문수빈 사무관",
        ),
        (("김은란 연구위원은 원장인가요",), "아니요. 김은란 연구위원"),
        (("국토정책과장 성함이요",), "정의경"),
    ],
)
def test_a_title_or_a_name_is_chosen(questions: tuple[str, ...], said: str) -> None:
    outcome, text = tell(*questions)
    assert outcome == "answer", text
    assert said in text


@pytest.mark.parametrize(
    "question",
    [
        "장관이 축사를 하나 안 하나",
        "국토도시실장님이 기조강연 하시죠?",
        "국토부 전 장관은 누구였어요?",
        "김은란 박사는 어느 대학 나왔어요?",
        "발표자 중에 제일 젊은 사람은 누구예요",
        "강현수 원장 전 원장은 누구였나요",
        "발제자 네 명 다 박사예요?",
        "윤정란 수석연구원은 박사인가요?",
        "실장님도 축사하시나요",
        "박무익 실장 이번 세미나 챙기시나요",
        "What is President Kang's middle name?",
    ],
)
def test_what_is_not_held_of_somebody_is_no_card(question: str) -> None:
    outcome, text = tell(question)
    assert outcome in ("not_announced", "unknown"), text


@pytest.mark.parametrize(
    ("folder", "question", "said", "not_said"),
    [
        ("", "윤정란 씨 빼고 나머지 발표자 알려줘요", ("김은란", "이관후", "양철수"), "윤정란"),
        ("", "Who takes part in the discussion other than the ministry?", ("KRIHS", "Regional Policy"), "MOLIT)"),
        ("medical_workshop", "백승아 회장 말고 토론에 누가 나와요", ("고은비", "임도균", "Whitfield"), "백승아"),
        ("developer_conference", "배지훈 편집장 말고 패널 누구예요", ("한유리", "조민석", "임소희"), "배지훈"),
        ("another_seminar", "한서연 원장 말고 다른 분과 좌장은요", ("서동욱",), "축사"),
    ],
)
def test_who_is_left_out_is_not_told(folder: str, question: str, said: tuple[str, ...], not_said: str) -> None:
    text = tell(question, folder=folder)[1]
    assert all(name in text for name in said), text
    assert not_said not in text


@pytest.mark.parametrize(
    ("folder", "question", "said"),
    [
        ("medical_workshop", "선우담 대표는 2부에 발표하죠?", "네."),
        ("medical_workshop", "남지우 교수가 2부에서 발표하나요", "아니요."),
        ("medical_workshop", "Is Dr Whitfield on the panel?", "Yes."),
        ("developer_conference", "한유리 교수가 발표도 하나요", "아니요."),
        ("another_seminar", "Is Kim Tae-young speaking on the second day?", "No."),
        ("another_seminar", "김씨 성 가진 연사 두 분 이름이요", "김태영"),
        ("another_seminar", "서동욱 회장이 좌장 보는 데 전부 알려줘", "질의응답"),
    ],
)
def test_a_part_is_judged_by_the_programme(folder: str, question: str, said: str) -> None:
    assert said in tell(question, folder=folder)[1]


@pytest.mark.parametrize(
    ("folder", "question", "said", "not_said"),
    [
        ("", "혁신도시 얘기하는 분이 LH분인가요?", ("아니요. 김은란", "국토연구원 소속"), "LHI"),
        ("", "혁신도시 발표자 LH 소속인가요?", ("아니요. 김은란", "국토연구원 소속"), "LHI"),
        ("", "메가시티 발표하는 분이 LH분인가요?", ("아니요. 이관후", "경남연구원 소속"), "LHI"),
        ("", "혁신도시 얘기하는 분이 경남연구원 분인가요?", ("아니요. 김은란", "국토연구원 소속"), "이관후"),
        ("", "메가시티 얘기하는 분이 경남연구원 분인가요?", ("네. 이관후", "경남연구원 소속"), "발제"),
        ("", "두 번째 발표자 LH 소속인가요?", ("아니요. 김은란",), "LHI"),
        ("", "달빛동맹 발표하시는 분 국토연구원 사람 맞죠?", ("아니요. 양철수", "광주전남연구원 소속"), "김은란"),
        ("", "메가시티 발표자는 원장인가요?", ("아니요. 이관후 연구위원",), "강현수"),
        ("", "혁신공간 발표자가 LH분이죠?", ("‘LH’가 아니라 토지주택연구원(LHI)", "윤정란"), "아니요"),
        ("", "LH에서 오신 분 누구예요?", ("윤정란",), "아니요"),
        ("", "Is the innovation city speaker from LH?", ("No. Kim Eun-ran", "KRIHS"), "LHI"),
        ("", "the megacity speaker is from Gyeongnam Institute, right?", ("Yes. Lee Kwan-hu",), "Talk"),
        ("railway_seminar", "졸음 발표하는 분이 가온철도공사 분인가요?", ("아니요. 방기원", "한밭"), "남궁솔"),
        ("railway_seminar", "살수차 얘기하시는 분 달구벌도시철도 소속이죠?", ("네. 편지우",), "살수차"),
        ("railway_seminar", "손목시계 발표자 미르대 교수인가요?", ("아니요. 방기원", "한밭"), "도예린"),
        ("railway_seminar", "무인 점검차 발표하는 분이 가온철도 분인가요?", ("공지되지 않았습니다",), "남궁솔"),
        ("railway_seminar", "Is the speaker on tunnel dust from Gaon Rail?", ("No. Pyeon Ji-u",), "Namgung"),
        ("railway_seminar", "Does the wristwatch speaker work for Cheongram Electric?", ("No. Bang Gi-won",), "Yuk"),
    ],
)
def test_a_body_claimed_of_a_speaker_is_judged_of_who_gives_the_talk_named(
    folder: str, question: str, said: tuple[str, ...], not_said: str
) -> None:
    text = tell(question, folder=folder)[1]
    assert all(fact in text for fact in said), text
    assert not_said not in text, text


@pytest.mark.parametrize(
    ("folder", "question", "said"),
    [
        ("", "이관후 경남대 교수 맞나요?", "아니요. 이관후 연구위원: 경남연구원"),
        ("", "이관후 경남대 소속인가요", "아니요. 이관후 연구위원: 경남연구원"),
        ("", "이관후 경남 대학교 소속인가요", "아니요. 이관후 연구위원: 경남연구원"),
        ("", "이관후 위원은 경남도청 공무원인가요", "아니요. 이관후 연구위원: 경남연구원"),
        ("", "이관후 창원시청 소속인가요", "아니요. 이관후 연구위원: 경남연구원"),
        ("", "이관후 연구위원 경남은행 소속 맞죠", "아니요. 이관후 연구위원: 경남연구원"),
        ("", "이관후 경남신문 기자인가요", "아니요. 이관후 연구위원: 경남연구원"),
        ("", "이관후 연구위원 경남연구소 소속 맞죠", "아니요. 이관후 연구위원: 경남연구원"),
        ("", "양철수 광주대 교수 맞죠", "아니요. 양철수 책임연구위원: 광주전남연구원"),
        ("", "양철수 광주연구원 맞나요", "아니요. 양철수 책임연구위원: 광주전남연구원"),
        ("", "양철수 전남대 교수 맞죠", "아니요. 양철수 책임연구위원: 광주전남연구원"),
        ("", "김은란 서울대 교수 맞나요", "아니요. 김은란 연구위원: 국토연구원"),
        ("", "메가시티 발표자 경남대 교수 맞나요", "아니요. 이관후 연구위원: 경남연구원"),
        ("", "이관후 경남연구원 교수 맞나요", "아니요. 이관후 연구위원: 경남연구원"),
        ("", "김은란 국토연구원 책임연구위원 맞죠", "아니요. 김은란 연구위원: 국토연구원"),
        ("", "이관후 경남연구원 소속 맞나요", "네. 이관후 연구위원: 경남연구원"),
        ("", "이관후 경남 소속인가요", "네. 이관후 연구위원: 경남연구원"),
        ("", "김은란 국토연 소속이죠", "네. 김은란 연구위원: 국토연구원"),
        ("", "is Lee Kwan-hu from Gyeongnam University?", "No. Lee Kwan-hu"),
        ("", "is Lee Kwan-hu from Gyeongnam?", "Yes. Lee Kwan-hu"),
        ("", "이관후 경남대 교수 발표 몇번째임?", "‘경남대 교수’가 아니라 이관후 연구위원 (경남연구원)"),
        ("", "이관후 경남대 교수 발표 몇번째임?", "3번째"),
        ("", "경남대 이관후 교수 발표 언제예요", "14:10"),
        ("", "when does Professor Lee Kwan-hu of Gyeongnam University speak?", "14:10"),
        ("railway_seminar", "방기원 교수 한밭시청 소속 맞나요", "아니요. 방기원"),
    ],
)
def test_a_body_of_another_kind_is_never_the_known_one(folder: str, question: str, said: str) -> None:
    assert said in tell(question, folder=folder)[1]


def test_a_body_of_another_kind_names_nobody() -> None:
    assert tell("경남대에서도 발표하나요")[0] == "unknown"


def test_a_paper_of_a_region_asks_for_its_embargo() -> None:
    assert tell("경남신문 기자인데 엠바고 언제 풀려요?")[1].startswith("신문: 9월 25일")


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("이관후 교수 맞나요", "아니요. 이관후 연구위원"),
        ("이관후 교수예요?", "아니요. 이관후 연구위원"),
        ("이관후 교수님?", "이관후 연구위원"),
        ("이관후 박사님 맞나요", "이관후 연구위원"),
        ("양철수 위원 맞나요", "양철수 책임연구위원"),
        ("박무익 실장 맞나요", "네. 박무익 국토도시실장"),
        ("정의경 국토정책과장 맞나요", "네. 정의경 과장"),
        ("김은란 책임 연구위원 맞나요", "아니요. 김은란 연구위원"),
        ("이관후 연구위원이 맞나요 선임연구위원이 맞나요", "이관후 연구위원"),
        ("is Park Moo-ik minister?", "No. Park Moo-ik"),
        ("is Park Moo-ik deputy minister?", "Yes. Park Moo-ik"),
        ("is Kim Ki-hoon deputy director?", "Yes. Kim Ki-hoon"),
        ("is Kang Hyun-soo the president of KRIHS?", "Yes. Kang Hyun-soo"),
        ("is Kang Hyun-soo the vice president of KRIHS?", "No. Kang Hyun-soo"),
        ("is Yang Chul-soo a research fellow at the Gwangju Jeonnam Institute?", "No. Yang Chul-soo"),
        ("김은란 박사가 국토연구원 연구위원인가요 책임연구위원인가요", "김은란 연구위원"),
        ("is Kim Ki-hoon director?", "No. Kim Ki-hoon"),
        ("Is Lee Kwan-hu a research fellow or a senior research fellow?", "Lee Kwan-hu"),
    ],
)
def test_a_title_is_judged_as_a_whole(question: str, opening: str) -> None:
    assert tell(question)[1].startswith(opening)


def test_everybody_holds_their_own_title_and_nobody_that_of_another() -> None:
    people = [person for person in knowledge_of("").facts.people if person.title and not person.withheld]
    for person, other in product(people, people):
        assert person.title
        assert other.title
        is_so = person.title == other.title
        korean = f"{person.name.ko} {other.title.ko} 맞나요"
        english = f"is {person.name.en} {(other.title.en or '').partition(' (')[0]}?"
        is_alike = (person.title.en or "").partition(" (")[0] == (other.title.en or "").partition(" (")[0]
        assert tell(korean)[1].startswith("네." if is_so else "아니요."), korean
        assert tell(english)[1].startswith("Yes." if is_alike else "No."), english


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("이관후 박사 연구위원 맞죠?", "아니요. 이관후 선임연구위원"),
        ("이관후 선임연구위원 맞죠?", "네. 이관후 선임연구위원"),
        ("is Lee Kwan-hu a research fellow?", "No. Lee Kwan-hu"),
        ("is Lee Kwan-hu a senior fellow?", "Yes. Lee Kwan-hu"),
        ("이관후 연구위원이 맞나요 선임연구위원이 맞나요", "이관후 선임연구위원"),
    ],
)
def test_a_title_that_a_rank_has_changed_is_another(question: str, opening: str) -> None:
    facts = knowledge_of("").facts
    title = Text("선임연구위원", "senior fellow")
    people = tuple(replace(p, title=title) if p.name.ko == "이관후" else p for p in facts.people)
    knowledge = Knowledge(replace(facts, people=people), load_speeches())
    now = datetime(2020, 9, 24, 15, tzinfo=SEOUL)
    assert answer(question, knowledge, now, Context()).text.startswith(opening)


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        (
            "LH 윤정란 수석연구원이라고 쓰면 됨?",
            ("‘LH’가 아니라 토지주택", "윤정란 수석연구원: 토지주택"),
        ),
        (
            "LH 윤정란 책임연구원이라고 쓰면 됨?",
            ("‘LH’가 아니라 토지주택", "아니요. 윤정란 수석연구원"),
        ),
        ("토지주택연구원 윤정란 수석연구원으로 표기하면 되나요", ("네. 윤정란 수석연구원 (토지주택연구원",)),
        ("국토연구원 윤정란 수석연구원이라고 쓰면 되나요", ("아니요. 윤정란 수석연구원: 토지주택연구원",)),
        ("경남대 이관후 교수라고 쓰면 되나요", ("아니요. 이관후 연구위원: 경남연구원",)),
        ("공정연 수석연구원이라고 쓰면 되나요", ("‘공정연’은 잘못된 표기", "윤정란 수석연구원")),
    ],
)
def test_what_may_be_printed_of_somebody_is_put_right(question: str, lines: tuple[str, ...]) -> None:
    text = tell(question)[1]
    assert all(told.startswith(line) for told, line in zip(text.split("\n"), lines, strict=False)), text


def test_an_address_is_no_claim() -> None:
    assert not tell("문수빈 사무관님이 현장에 나오시나요")[1].startswith("네.")
    assert not tell("Is President Kang going to answer questions from reporters?")[1].startswith("Yes")
