"""The pictures of the pages: each is there, and what they show still happens."""

import re
from pathlib import Path

import pytest

from tools.pictures.drawing import mark_up
from tools.pictures.rehearsal import Edit, environment_of, open_rehearsal
from tools.pictures.scenes import TERMINAL_SCENES, VISITS, play
from tools.pictures.terminal import fold, type_in

PAGES = (Path("README.md"), *sorted(Path("docs").glob("*.md")))
FOLDER = Path("docs/pictures")
MOST_BYTES = 100_000
PICTURE = re.compile(r'!\[(?P<alt>[^\]]*)\]\((?P<path>[^)]+)\)|<img src="(?P<src>[^"]+)"[^>]* alt="(?P<text>[^"]*)"')
SCENE_BY_NAME = {scene.name: scene for scene in TERMINAL_SCENES}
VISIT_BY_NAME = {visit.name: visit for visit in VISITS}


def pictures_of(page: Path) -> dict[Path, str]:
    """Return what each picture that a page names tells those who do not see it."""
    found = PICTURE.finditer(page.read_text(encoding="utf-8"))
    return {(page.parent / (each["path"] or each["src"])): each["alt"] or each["text"] or "" for each in found}


def test_the_pages_name_the_pictures_that_are_there() -> None:
    named = {path: alt for page in PAGES for path, alt in pictures_of(page).items()}
    drawn = {FOLDER / f"{name}.png" for name in (*SCENE_BY_NAME, *VISIT_BY_NAME)}
    assert set(named) == set(FOLDER.iterdir()) == drawn
    assert [path for path, alt in named.items() if len(alt) < 10] == []
    assert [path for path in named if path.stat().st_size > MOST_BYTES] == []


@pytest.mark.parametrize("name", SCENE_BY_NAME)
def test_what_a_picture_types_can_be_copied_from_its_page(name: str) -> None:
    assert SCENE_BY_NAME[name].typed in Path("docs/staff.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "check",
            ("$ make check", "        speeker: kim_eunran", "        ^ 오류: unknown_field", "오류 2개, 경고 1개"),
        ),
        ("set", ("seminar.yaml:22", "  -   room: { ko: 대회의실, en: main conference room }", "⋮", "쓸까요? [y/N] y")),
        (
            "impact",
            ("질문 60개 중 6개의 답이 바뀝니다. 4개는 질문표와 어긋나게 됩니다(✗).", " · 참석 규모가 어떻게 되나요?"),
        ),
    ],
)
def test_the_terminal_shows_what_the_picture_is_about(name: str, told: tuple[str, ...]) -> None:
    lines = play(SCENE_BY_NAME[name])
    assert [line for line in told if line not in lines] == []


def test_visitors_read_of_the_change() -> None:
    visit = VISIT_BY_NAME["changed"]
    with open_rehearsal(visit.edits, visit.typed) as folder:
        asked = f'.venv/bin/python -m bot ask "{visit.questions[0]}"'
        assert "장소가 바뀌었습니다(13:02): " in type_in(asked, folder, environment_of(folder, visit.now))


def test_an_edit_of_what_is_not_there_is_said() -> None:
    rehearsal = open_rehearsal([Edit("schedule.yaml", "nobody", "somebody")])
    with pytest.raises(ValueError, match=r"schedule\.yaml does not hold 'nobody' once"), rehearsal:
        pass


@pytest.mark.parametrize(
    ("line", "rows"),
    [("", [""]), ("abcd", ["abcd"]), ("abcde", ["abcd", "e"]), ("가나다", ["가나", "다"]), ("abc가", ["abc", "가"])],
)
def test_a_terminal_folds_where_no_letter_fits_any_more(line: str, rows: list[str]) -> None:
    assert list(fold(line, columns=4)) == rows


def test_a_wide_letter_has_an_element_of_its_own() -> None:
    assert mark_up(["$ x", "a <가나>"]) == "<pre><b>$ x</b>\na &lt;<i>가</i><i>나</i>&gt;</pre>"
