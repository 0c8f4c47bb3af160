"""Which words an edit swaps."""

import pytest

from bot.impact.swaps import Swap, find_swaps, without_endings


@pytest.mark.parametrize(
    ("before", "after", "swaps"),
    [
        (["국토연구원 대회의실입니다."], ["국토연구원 소회의실입니다."], (("대회의실입니다", "소회의실입니다"),)),
        (["휴식: 15:10–15:20"], ["휴식: 15:10–15:30"], (("15:20", "15:30"),)),
        (["☎ 044-201-3651"], ["☎ 044-201-3652"], (("044-201-3651", "044-201-3652"),)),
        (["휴식 –15:20 뒤", "15:20 토론"], ["휴식 –15:30 뒤", "15:30 토론"], (("15:20", "15:30"),)),
        (["4명: 가, 나, 다, 라"], ["3명: 가, 나, 다"], (("4명", "3명"), (", 라", ""))),
        (
            ["지침에 따라 최소한의 인원만 참석"],
            ["지침에 따라 최소한의 인원(50명)만 참석"],
            (("인원만", "인원(50명)만"),),
        ),
        (["김가람 (나라) — 「바다 숲」"], ["김가람 (나라)"], (("— 「바다 숲」", ""),)),
        (["가 나 다"], ["모릅니다."], ()),
        (["가 나 다", "라"], ["가 나 다"], ()),
        (["가 1 나 2 다 3 라 4 마 바"], ["가 5 나 6 다 7 라 8 마 바"], ()),
    ],
)
def test_words_that_are_swapped_are_told_once(before: list[str], after: list[str], swaps: tuple[Swap, ...]) -> None:
    assert find_swaps(before, after) == swaps


@pytest.mark.parametrize(
    ("swap", "bare"),
    [
        (("누리홀에서", "은하실에서"), ("누리홀", "은하실")),
        (("이관후", "이관우"), ("이관후", "이관우")),
        (("라", ""), ("라", "")),
        (("3651", "3652"), ("3651", "3652")),
    ],
)
def test_an_ending_makes_no_other_swap(swap: Swap, bare: Swap) -> None:
    assert without_endings(swap) == bare
