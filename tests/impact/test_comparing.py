"""Two states asked the same: what differs, when, and whether that is right by the table."""

from dataclasses import dataclass
from datetime import datetime

import pytest

from bot.core.expectations import Fault
from bot.core.knowledge import Knowledge
from bot.core.reply import Choice, Context, Outcome, Reply
from bot.core.stages import Stage, stages_of
from bot.impact.cases import Case, make_row_cases, make_staff_cases
from bot.impact.comparing import Comparison, compare
from bot.impact.grouping import group_alike
from bot.impact.unreached import list_unreached
from bot.loading import load_questions
from tests.core.worlds import SEOUL, make_seminar
from tests.fakes import EchoDesk
from tests.impact.worlds import load, open_bot
from tests.loading.base import change

STAGES: dict[Stage, datetime] = {
    "before": datetime(2020, 9, 24, 9, tzinfo=SEOUL),
    "during": datetime(2020, 9, 25, 14, tzinfo=SEOUL),
    "after": datetime(2020, 9, 25, 20, tzinfo=SEOUL),
}
OWN = datetime(2020, 9, 25, 12, tzinfo=SEOUL)


class MomentDesk(EchoDesk):
    """A desk that says one thing whatever it is asked, and another at some stages."""

    def __init__(self, usual: Reply, **reply_by_stage: Reply) -> None:
        super().__init__()
        self._usual = usual
        self._reply_by_moment = {now: reply_by_stage[stage] for stage, now in STAGES.items() if stage in reply_by_stage}

    def ask(self, question: str, context: Context = Context(), now: datetime | None = None) -> Reply:
        """Return what is said then."""
        return self._reply_by_moment.get(now or OWN, self._usual)


def say(*lines: str, outcome: str = "answer", buttons: tuple[str, ...] = ()) -> Reply:
    choices = tuple(Choice("x", label) for label in buttons)
    return Reply(outcome=Outcome(outcome), language="ko", lines=lines, choices=choices)


def compare_one(old: MomentDesk, new: MomentDesk, at: datetime = OWN) -> Comparison:
    """Compare the answers to one question, which are right where they hold 홀."""
    case = Case("?", (), at, "here", lambda reply: None if "홀" in reply.text else Fault("lacking", "홀"))
    return compare([case], old, new, STAGES)


def test_what_stays_is_no_change() -> None:
    same = compare_one(MomentDesk(say("홀")), MomentDesk(say("홀")))
    assert (same.asked, same.changes, same.still_wrong) == (1, (), ())


def test_the_same_change_at_several_moments_is_told_once_with_the_lines_that_differ() -> None:
    old = MomentDesk(say("홀", "문의"), during=say("지금 홀"))
    (usual, during) = compare_one(old, MomentDesk(say("방", "문의"))).changes
    assert (usual.before, usual.after, usual.moments) == (("홀",), ("방",), ("own", "before", "after"))
    assert (during.before, during.after, during.moments) == (("지금 홀",), ("방", "문의"), ("during",))


@pytest.mark.parametrize(
    ("old", "new", "verdict"),
    [("홀", "방", "became_wrong"), ("방", "홀", "became_right"), ("방", "실", "still_wrong"), ("홀", "홀 2", "right")],
)
def test_a_change_is_judged_at_the_questions_own_moment_alone(old: str, new: str, verdict: str) -> None:
    found = compare_one(
        MomentDesk(say("하나"), before=say(old)), MomentDesk(say("둘"), before=say(new)), STAGES["before"]
    )
    assert [(change.moments, change.verdict) for change in found.changes] == [
        (("before",), verdict),
        (("during", "after"), "unjudged"),
    ]
    assert len(found.still_wrong) == (verdict == "still_wrong")


def test_buttons_count_where_they_are_the_answer() -> None:
    old, new = (say("어느?", outcome="choices", buttons=(label,)) for label in ("가", "나"))
    (change,) = compare_one(MomentDesk(old), MomentDesk(new)).changes
    assert (change.before, change.after) == (("[가]",), ("[나]",))
    told, retold = (say("어느?", buttons=(label,)) for label in ("가", "나"))
    assert compare_one(MomentDesk(told), MomentDesk(retold)).changes == ()


def test_another_kind_of_answer_in_the_same_words_is_a_change() -> None:
    (change,) = compare_one(MomentDesk(say("홀")), MomentDesk(say("홀", outcome="unconfirmed"))).changes
    assert (change.before, change.after) == (("홀",), ("홀",))


def test_the_same_words_swapped_beside_others_are_one_change_of_a_question() -> None:
    old = MomentDesk(say("장소: 홀"), during=say("지금 장소: 홀"))
    found = compare_one(old, MomentDesk(say("장소: 방"), during=say("지금 장소: 방")), STAGES["during"])
    (group,) = group_alike(found.changes)
    assert [(set(change.moments), change.verdict) for change in group.changes] == [(set(STAGES), "became_wrong")]


@dataclass(frozen=True)
class Edited:
    """The small folder after its room was moved, a name and the fee were mended; and what that changes."""

    knowledge: Knowledge
    comparison: Comparison


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Edited:
    changes = {
        **change("seminar.yaml", "누리홀", "은하실"),
        **change("speakers.yaml", "name: 이하늘", "name: 이하나"),
        **change("faq.yaml", "무료입니다", "유료입니다"),
    }
    place = tmp_path_factory.mktemp("edited")
    old, new = load(place / "old"), load(place / "new", changes)
    cases = make_staff_cases(load_questions(place / "new", new.facts.seminar))
    return Edited(new, compare(cases, open_bot(old), open_bot(new), stages_of(new)))


def test_edits_are_groups_of_questions_each_with_what_became_of_it(edited: Edited) -> None:
    groups = group_alike(edited.comparison.changes)
    assert [[(change.case.ask, change.verdict) for change in group.changes] for group in groups] == [
        [("두 번째 발표 누가 해요?", "became_wrong"), ("주차 되나요?", "right")],
        [("어디서 하나요?", "became_wrong")],
        [("참가비 있어요?", "became_right")],
    ]
    assert groups[1].swaps == (("누리홀입니다", "은하실입니다"),)
    assert [change.case.place for change in edited.comparison.judged("became_right")] == ["questions.yaml:8"]


def test_what_no_question_asks_about_is_listed(edited: Edited) -> None:
    unreached = set(list_unreached(edited.knowledge, edited.comparison))
    assert {"press.hope", "schedule.break", "speakers.kim_bada"} <= unreached
    assert not {"seminar.venue", "schedule.talk2", "speakers.lee_haneul", "faq.fee_question", "faq.parking"} & unreached


ROW = '{"id": "r1", "q": "?", "now": %s, "history": ["!"], "expect": "answer", "all": ["홀"], "none": [], "tags": []}'


@pytest.mark.parametrize(
    ("now", "at"),
    [
        ("null", "2020-09-24T09:00+09:00"),
        ('"2020-09-25T15:00"', "2020-09-25T15:00+09:00"),
        ('"2020-09-25T15:00Z"', "2020-09-25T15:00+00:00"),
    ],
)
def test_a_row_of_another_table_is_asked_and_judged_as_there(now: str, at: str) -> None:
    (case,) = make_row_cases([ROW % now], "table.jsonl", make_seminar())
    assert (case.ask, case.after, case.place) == ("?", ("!",), "table.jsonl r1")
    assert case.at == datetime.fromisoformat(at)
    assert case.find_fault(say("홀")) is None
    assert case.find_fault(say("방")) == Fault("unmet", "wrong")
