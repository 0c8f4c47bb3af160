"""What a changed answer is taken apart into, and which changes are told as one."""

from datetime import datetime

import pytest

from bot.core.reply import Reply
from bot.impact.cases import Case
from bot.impact.comparing import Change, Lines, Moment, Verdict
from bot.impact.grouping import group_alike
from bot.impact.pieces import list_lone, take_apart
from tests.core.worlds import SEOUL

NOTE, DATED_NOTE = "장소가 바뀌었습니다(13:02): 방. 이전: 홀", "장소가 바뀌었습니다(9월 25일(금) 13:02): 방. 이전: 홀"
REFUSAL = ("층수는 공지되지 않았습니다.", "문의: 국토정책과")


def _find_nothing(reply: Reply) -> None:
    """Find no fault."""


def change(
    ask: str, before: Lines, after: Lines, moments: tuple[Moment, ...] = ("before",), verdict: Verdict = "unjudged"
) -> Change:
    case = Case(ask, (), datetime(2020, 9, 24, 9, tzinfo=SEOUL), "questions.yaml:1", _find_nothing)
    return Change(case, moments, before, after, verdict, None)


GAINED = change("언제?", (), (NOTE,))


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        (("홀입니다.",), ("방입니다.",), [(("홀입니다.",), ("방입니다.",))]),
        (("홀입니다.",), ("방입니다.", DATED_NOTE), [(("홀입니다.",), ("방입니다.",)), ((), (DATED_NOTE,))]),
        (REFUSAL, ("방입니다.", NOTE), [(REFUSAL, ("방입니다.",)), ((), (NOTE,))]),
        (("홀입니다.",), ("방입니다.", "또 다른 말"), [(("홀입니다.",), ("방입니다.", "또 다른 말"))]),
        ((NOTE,), (), [((NOTE,), ())]),
        (("홀",), ("홀",), [(("홀",), ("홀",))]),
    ],
    ids=["swapped", "swapped and gained", "told at last", "nobody gains that alone", "lost", "of another kind"],
)
def test_a_line_that_some_answer_gains_alone_is_a_piece_of_every_other(
    before: Lines, after: Lines, pieces: list[tuple[Lines, Lines]]
) -> None:
    found = take_apart(change("어디?", before, after), list_lone([GAINED]))
    assert [(piece.before, piece.after) for piece in found] == pieces


@pytest.mark.parametrize(
    ("one", "other", "are_alike"),
    [
        (((), (NOTE,)), ((), (DATED_NOTE,)), True),
        (((), (NOTE,)), ((NOTE,), ()), False),
        (((), (NOTE,)), ((), (NOTE.replace("방", "실"),)), False),
        ((("홀에서 합니다",), ("방에서 합니다",)), (("장소: 홀",), ("장소: 방",)), True),
        ((("문의(1)",), ("문의(2)", "가")), (("문의(1)",), ("문의(3)", "가")), True),
        ((("가(1)", "나"), ("가(2)", "나")), (("가(1)", "나"), ("가(3)", "나")), False),
    ],
    ids=["aside", "the other way", "another room", "endings", "aside beside more", "nothing but an aside"],
)
def test_pieces_are_alike_by_their_lines_or_the_words_swapped(
    one: tuple[Lines, Lines], other: tuple[Lines, Lines], are_alike: bool
) -> None:
    groups = group_alike([change("가?", *one), change("나?", *other)])
    assert (len(groups) == 1) is are_alike


def test_a_room_moved_is_told_once_for_each_piece_and_what_became_wrong_whole_and_first() -> None:
    swap = (("홀입니다.",), ("방입니다.",))
    asked: list[tuple[str, Verdict]] = [("어디서?", "became_wrong"), ("장소는?", "right")]
    changes = [
        *(change(f"언제 {number}?", (), (DATED_NOTE,)) for number in range(3)),
        *(change(f"언제 {number}?", (), (NOTE,), ("during",)) for number in range(3)),
    ]
    for ask, verdict in asked:
        changes += [
            change(ask, swap[0], (*swap[1], DATED_NOTE), ("before",), verdict),
            change(ask, swap[0], (*swap[1], NOTE), ("during",)),
            change(ask, *swap, ("after",)),
        ]
    changes.append(change("층은?", REFUSAL, (*swap[1], NOTE), ("during",), "became_right"))
    wrong, right, noted, swapped = group_alike(changes)
    assert [(each.case.ask, each.after) for each in wrong.judged] == [("어디서?", ("방입니다.", DATED_NOTE))]
    assert [(each.case.ask, each.before) for each in right.judged] == [("층은?", REFUSAL)]
    assert [each.case.ask for each in noted.changes] == ["언제 0?", "언제 1?", "언제 2?", "장소는?"]
    assert noted.example.after == (NOTE,)
    assert noted.moments == {"before", "during"}
    assert [(each.case.ask, each.moments) for each in swapped.changes] == [("장소는?", ("before", "during", "after"))]


def test_an_answer_that_is_judged_by_the_one_piece_it_has_stands_with_the_others() -> None:
    swap = (("15:20 토론",), ("15:30 토론",))
    (group,) = group_alike([change("끝은?", *swap), change("시작은?", *swap, verdict="became_wrong")])
    assert [each.case.ask for each in group.judged] == ["시작은?"]
    assert [each.case.ask for each in group.others] == ["끝은?"]
