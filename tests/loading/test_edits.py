"""One field set in place: its lines differ, no other byte does, and what it was is written beside it."""

import threading
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from difflib import ndiff
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.loading.edits import Edit, EditError, set_field
from bot.loading.hints import PathError
from bot.loading.nodes import read_document
from bot.loading.saving import save
from bot.loading.scalars import write_flow, write_scalar
from bot.loading.spans import SpannedText
from tests.loading.base import FILES, list_errors, write_folder

SHIPPED = sorted(Path("knowledge").glob("*.yaml"))
NOW = datetime(2021, 3, 4, 13, 2)
RECORDED = "status: changed, was: {}, since: 2021-03-04 13:02 }}"
COMMENTED = """\
# 시간표
items:   # 줄

  talks:
    title:  '발표'   # 따옴표
    start: "10:00"\t# 탭
    end: 11:00
    room: { ko: 누리홀,   en: "Nuri, Hall" } # 방
    # 사람
    chair:
      value: 김바다   # 이름
      status: unconfirmed
    speaker:
      - kim_bada
      - lee_haneul
    summary: >
      여러 줄에 걸친
      요약입니다.
    spellings: [발표 시간]
  break: { title: 휴식, start: 11:00, end: 11:10 }
  discussion:
    title:
      ko: 토론
      en: Discussion
    start: { value: 11:20, status: changed, was: 11:10, since: 2021-03-04 09:00 }
    end:
      value: 12:00
      changed: { was: 11:50, at: 2021-03-03 09:00 }   # 어제
talks:
  talk1:
    title: { ko: 바다숲, en: Land, Sea and Air }
    order: 1"""


def edit(
    folder: Path, path: str, value: str, english: str | None = None, since: datetime | None = NOW, end: str = "\n"
) -> tuple[list[str], Edit]:
    """Return the lines that setting a field takes away and adds, and the edit; the file's lines end in ``end``."""
    write_folder(folder, {"schedule.yaml": COMMENTED})
    (folder / "schedule.yaml").write_bytes(COMMENTED.replace("\n", end).encode())
    made = set_field(folder, path, value, english, since)
    before, after = (data.decode().replace(end, "\n").split("\n") for data in (made.before, made.after))
    assert made.after.decode().replace(end, "").count("\n") == 0
    return [line for line in ndiff(before, after) if line[0] in "-+"], made


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("path", "value", "english", "taken", "added"),
    [
        (
            "schedule.talks.start", "10:10", None,
            ['    start: "10:00"\t# 탭'],
            ["    start: { value: 10:10, " + RECORDED.format("10:00") + "\t# 탭"],
        ),
        (
            "schedule.talks.room", "은하실, 3층", "Room 3",
            ['    room: { ko: 누리홀,   en: "Nuri, Hall" } # 방'],
            ['    room: { value: { ko: "은하실, 3층", en: Room 3 }, '
             + RECORDED.format('{ ko: 누리홀, en: "Nuri, Hall" }') + " # 방"],
        ),
        (
            "schedule.talks.room", "은하실", None,
            ['    room: { ko: 누리홀,   en: "Nuri, Hall" } # 방'],
            ["    room: { value: 은하실, " + RECORDED.format('{ ko: 누리홀, en: "Nuri, Hall" }') + " # 방"],
        ),
        (
            "schedule.talks.speaker", "lee_haneul", None,
            ["    speaker:", "      - kim_bada", "      - lee_haneul"],
            ["    speaker: { value: [lee_haneul], " + RECORDED.format('"kim_bada, lee_haneul"')],
        ),
        (
            "schedule.discussion.start", "11:30", None,  # what was told first that day
            ["    start: { value: 11:20, status: changed, was: 11:10, since: 2021-03-04 09:00 }"],
            ["    start: { value: 11:30, status: changed, was: 11:10, since: 2021-03-04 13:02 }"],
        ),
        (
            "schedule.discussion.start", "11:10", None,  # back again
            ["    start: { value: 11:20, status: changed, was: 11:10, since: 2021-03-04 09:00 }"],
            ["    start: { value: 11:10, status: changed, was: 11:20, since: 2021-03-04 13:02 }"],
        ),
        (
            "schedule.discussion.end", "12:10", None,  # changed on another day, in the other spelling
            ["      value: 12:00", "      changed: { was: 11:50, at: 2021-03-03 09:00 }   # 어제"],
            ["      value: 12:10", "      changed: { was: 12:00, at: 2021-03-04 13:02 }   # 어제"],
        ),
        ("schedule.talks.title", "강연", None, ["    title:  '발표'   # 따옴표"], ["    title:  '강연'   # 따옴표"]),
        ("schedule.talks.spellings", "강연, 특강", None, ["    spellings: [발표 시간]"],
         ["    spellings: [강연, 특강]"]),
        (
            "schedule.talks.summary", "요약: 한 줄", None,
            ["    summary: >", "      여러 줄에 걸친", "      요약입니다."], ['    summary: "요약: 한 줄"'],
        ),
        (
            "schedule.break.title", "쉬는 시간", "Break",
            ["  break: { title: 휴식, start: 11:00, end: 11:10 }"],
            ["  break: { title: { ko: 쉬는 시간, en: Break }, start: 11:00, end: 11:10 }"],
        ),
        (
            "schedule.break.kind", "break", None,  # absent: nothing was told before
            ["  break: { title: 휴식, start: 11:00, end: 11:10 }"],
            ["  break: { title: 휴식, start: 11:00, end: 11:10, kind: break }"],
        ),
        (
            "schedule.break.room", "로비", None,  # absent: it was in the venue's room
            ["  break: { title: 휴식, start: 11:00, end: 11:10 }"],
            ["  break: { title: 휴식, start: 11:00, end: 11:10, room: { value: 로비, "
             + RECORDED.format("누리홀") + " }"],
        ),
        ("schedule.break.room", "누리홀", None, ["  break: { title: 휴식, start: 11:00, end: 11:10 }"],
         ["  break: { title: 휴식, start: 11:00, end: 11:10, room: 누리홀 }"]),
        ("schedule.talk1.room", "로비", None, [], ["    room: { value: 로비, " + RECORDED.format("누리홀")]),
        ("schedule.talks.date", "2021-03-05", None, [],
         ["    date: { value: 2021-03-05, " + RECORDED.format("2021-03-04")]),
        ("schedule.talk1.title", "숲", "Woods, Sea", ["    title: { ko: 바다숲, en: Land, Sea and Air }"],
         ['    title: { ko: 숲, en: "Woods, Sea" }']),
        ("schedule.talks.kind", "talks", None, [], ["    kind: talks"]),
        (
            "schedule.talk1.status", "cancelled", None, [],
            ["    status: cancelled", "    since: 2021-03-04 13:02"],
        ),
        ("schedule.discussion.title", "종합토론", "Panel", ["      ko: 토론", "      en: Discussion"],
         ["      ko: 종합토론", "      en: Panel"]),
    ],
)  # fmt: skip
def test_a_field_is_set_in_place(
    path: str, value: str, english: str | None, taken: list[str], added: list[str], end: str, tmp_path: Path
) -> None:
    lines, made = edit(tmp_path, path, value, english, end=end)
    assert [line[2:] for line in lines if line[0] == "-"] == taken
    assert [line[2:] for line in lines if line[0] == "+"] == added
    made.path.write_bytes(made.after)
    assert list_errors(tmp_path) == []


@pytest.mark.parametrize(
    ("path", "value", "english", "added"),
    [
        ("schedule.talks.start", "10:05", None, '    start: "10:05"\t# 탭'),
        ("schedule.talks.room", "누리관", None, '    room: { ko: 누리관,   en: "Nuri, Hall" } # 방'),
        ("schedule.talks.room", "누리관", "", "    room: 누리관 # 방"),
        ("schedule.discussion.title", "토의", None, "      ko: 토의"),
        ("schedule.talk1.title", "숲", None, "    title: { ko: 숲, en: Land, Sea and Air }"),
        ("schedule.discussion.end", "12:05", None, "      value: 12:05"),
        ("schedule.talks.chair", "김바달", None, "      value: 김바달   # 이름"),
    ],
)
def test_a_correction_announces_nothing(path: str, value: str, english: str | None, added: str, tmp_path: Path) -> None:
    lines, made = edit(tmp_path, path, value, english, since=None)
    assert [line[2:] for line in lines if line[0] == "+"] == [added]
    assert made.notices in ((), ("english_stays",))


@pytest.mark.parametrize(
    ("path", "value", "notices"),
    [
        ("schedule.talks.start", "10:10", ("recorded",)),
        ("schedule.talks.room", "은하실", ("recorded", "english_lost")),
        ("schedule.talks.title", "강연", ("cannot_record",)),
        ("schedule.talk1.room", "로비", ("recorded",)),
        ("schedule.talk1.room", "누리홀", ("not_recorded",)),
        ("schedule.break.summary", "쉽니다", ("not_recorded",)),
    ],
)
def test_an_edit_tells_what_is_to_be_said(path: str, value: str, notices: tuple[str, ...], tmp_path: Path) -> None:
    assert edit(tmp_path, path, value)[1].notices == notices


ROOM = "room: { ko: 대회의실, en: Main hall }"
MOVED = (
    "room: { value: { ko: 소회의실, en: Room 3 }, status: changed, was: { ko: 대회의실, en: Main hall }, since: %s }"
)
THAT_DAY, LATER = MOVED % "2021-03-04 09:00", "2021-03-04 13:02"


@pytest.mark.parametrize(
    ("held", "value", "english", "since", "written", "notices"),
    [
        (  # back again, with the English it had
            THAT_DAY, "대회의실", None, NOW,
            f"room: {{ value: {{ ko: 대회의실, en: Main hall }}, status: changed, "
            f"was: {{ ko: 소회의실, en: Room 3 }}, since: {LATER} }}", ("recorded",),
        ),
        (  # the same on another day, and in other words
            MOVED % "2021-03-03 09:00", "대회의실", "Great hall", NOW,
            f"room: {{ value: {{ ko: 대회의실, en: Great hall }}, status: changed, "
            f"was: {{ ko: 소회의실, en: Room 3 }}, since: {LATER} }}", ("recorded",),
        ),
        (THAT_DAY, "대회의실", None, None, ROOM, ()),  # it has never changed
        (THAT_DAY, "대회의실", "Great hall", None, ROOM.replace("Main", "Great"), ()),
        (
            "room: { value: 소회의실, changed: { was: 대회의실, at: 2021-03-04 09:00 } }", "대회의실", None, None,
            "room: 대회의실", (),
        ),
        (ROOM, "소회의실", None, None, "room: { ko: 소회의실, en: Main hall }", ("english_stays",)),
        (ROOM, "대회의실", "Great hall", NOW, ROOM.replace("Main", "Great"), ("english_alone",)),
        (ROOM, "대회의실", "Great hall", None, ROOM.replace("Main", "Great"), ()),
        (ROOM, "대회의실", "", None, "room: 대회의실", ()),
        (THAT_DAY, "소회의실", "Hall 3", NOW, THAT_DAY.replace("Room 3", "Hall 3"), ("english_alone",)),
    ],
)  # fmt: skip
def test_what_is_the_same_in_korean_has_not_changed(
    held: str, value: str, english: str | None, since: datetime | None, written: str, notices: tuple[str, ...],
    tmp_path: Path,
) -> None:  # fmt: skip
    write_folder(tmp_path, {"seminar.yaml": FILES["seminar.yaml"].replace("room: 누리홀", held)})
    made = set_field(tmp_path, "seminar.venue.room", value, english, since)
    assert made.after.decode() == FILES["seminar.yaml"].replace("room: 누리홀", written)
    assert made.notices == notices


@pytest.mark.parametrize("value", ["대회의실", " 대회의실 ", unicodedata.normalize("NFD", "대회의실")])
@pytest.mark.parametrize("since", [NOW, None])
def test_the_same_korean_keeps_its_english(value: str, since: datetime | None, tmp_path: Path) -> None:
    write_folder(tmp_path, {"seminar.yaml": FILES["seminar.yaml"].replace("room: 누리홀", ROOM)})
    with pytest.raises(EditError) as refused:
        set_field(tmp_path, "seminar.venue.room", value, None, since)
    assert refused.value.reason == "same_value"


SESSION = "    end: 11:00\n    room: 은하실"


@pytest.mark.parametrize(
    ("session", "was"),
    [
        ("    end: 11:00", "누리홀"),
        (SESSION, "은하실"),
        ("    end: 11:00\n    room: { value: 은하실, changed: { was: 별실 } }", "은하실"),
        ("    end: 11:00\n    room: { value: 은하실, status: unconfirmed }", None),
    ],
)
def test_a_talk_was_in_the_room_of_its_session(session: str, was: str | None, tmp_path: Path) -> None:
    write_folder(tmp_path, {"schedule.yaml": FILES["schedule.yaml"].replace("    end: 11:00", session)})
    made = set_field(tmp_path, "schedule.talk1.room", "로비", None, NOW)
    told = f"    room: {{ value: 로비, status: changed, was: {was}, since: {LATER} }}\n" if was else "    room: 로비\n"
    assert told in made.after.decode()
    assert made.notices == ("recorded" if was else "not_recorded",)


def test_a_row_was_in_the_room_of_the_venue_in_both_languages(tmp_path: Path) -> None:
    write_folder(tmp_path, {"seminar.yaml": FILES["seminar.yaml"].replace("room: 누리홀", ROOM)})
    moved = set_field(tmp_path, "schedule.discussion.room", "로비", None, NOW).after.decode()
    assert "room: { value: 로비, status: changed, was: { ko: 대회의실, en: Main hall }, since:" in moved
    assert "    room: 로비\n" in set_field(tmp_path, "schedule.discussion.room", "로비", None, None).after.decode()


def test_what_was_not_confirmed_is_announced_not_changed(tmp_path: Path) -> None:
    write_folder(tmp_path, {"schedule.yaml": COMMENTED.replace("   # 이름", "")})
    made = set_field(tmp_path, "schedule.talks.chair", "kim_bada", None, NOW)
    assert "    chair: kim_bada\n    speaker:" in made.after.decode()
    assert made.notices == ("not_recorded",)


def test_a_cancelled_row_is_taken_up_again(tmp_path: Path) -> None:
    made = edit(tmp_path, "schedule.talk1.status", "cancelled")[1]
    made.path.write_bytes(made.after)
    again = set_field(tmp_path, "schedule.talk1.status", "confirmed", None, NOW)
    assert again.after == made.before + b"\n"


@pytest.mark.parametrize(
    ("path", "value", "english", "reason"),
    [
        ("schedule.talks.chair", "kim_bada", None, "cannot_edit"),  # a comment would be lost
        ("schedule.talks.start", "10:00", None, "same_value"),
        ("schedule.talks.start", "10:10", "ten past ten", "no_english"),
    ],
)
def test_an_edit_that_would_do_harm_is_refused(
    path: str, value: str, english: str | None, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(EditError) as refused:
        edit(tmp_path, path, value, english)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("path", "nearest", "field"),
    [
        ("schedule.talks.speeker", "schedule.talks.speaker", "room"),
        ("schedule.talk.start", "schedule.talks.start", ""),
        ("schedule.talks", None, "chair"),
        ("seminar.venue.rom", "seminar.venue.room", "name"),
        ("venue.room", "seminar.venue.room", ""),
        ("seminar.venue", None, "room"),
        ("seminar.room", "seminar.venue.room", ""),
        ("seminar", None, "venue.room"),
        ("theme", "seminar.theme", ""),
        ("discussion.start", "schedule.discussion.start", ""),
        ("schedule.토론.start", "schedule.discussion.start", ""),
        ("토론.strat", "schedule.discussion.start", "chair"),
        ("토론", "schedule.discussion", "chair"),
        ("Discussion.end", "schedule.discussion.end", ""),
        ("speakers.김바다.title", "speakers.kim_bada.title", ""),
        ("schedul.discusion.start", "schedule.discussion.start", ""),
        ("schedule.discussion.xyz", None, "chair"),
        ("schedule.discusion.xyz", "schedule.discussion", "chair"),
        ("schedule.talk5.status", None, ""),  # a digit is no slip
        ("schedule.강연.start", None, ""),
        ("room", None, ""),  # of several
        ("장소", None, ""),
    ],
)
def test_a_wrong_path_gets_the_nearest_and_the_fields(
    path: str, nearest: str | None, field: str, tmp_path: Path
) -> None:
    with pytest.raises(PathError) as refused:
        edit(tmp_path, path, "x")
    assert refused.value.nearest == nearest
    assert (field in refused.value.fields) or not (field or refused.value.fields)


@pytest.mark.parametrize(
    ("path", "place", "entries"),
    [
        ("schedule.talk5.status", "schedule", ["talks 발표", "break 휴식", "discussion 토론", "talk1 바다숲"]),
        ("schedule", "schedule", ["talks 발표", "break 휴식", "discussion 토론", "talk1 바다숲"]),
        ("contacts.phones", "", []),
        ("faq.wifi", "faq", ["fee_question 참가비"]),
        ("speakers.x.title", "speakers", ["mof 해양수산부", "kim_bada 김바다", "lee_haneul 이하늘"]),
        ("장소", "", []),
    ],
)
def test_a_wrong_path_gets_the_entries_that_there_are(
    path: str, place: str, entries: list[str], tmp_path: Path
) -> None:
    with pytest.raises(PathError) as refused:
        edit(tmp_path, path, "x")
    assert (refused.value.place, list(refused.value.entries)) == (place, entries)


def _is_nothing(node: yaml.Node) -> bool:
    """Whether YAML takes a field for one without a value: what follows a comma in a text in braces."""
    return isinstance(node, yaml.ScalarNode) and node.value == ""


def leaves(node: yaml.Node, trail: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], yaml.Node]]:
    """Yield the texts that stand in mappings, with their trails."""
    if isinstance(node, yaml.MappingNode) and not any(_is_nothing(value) for _, value in node.value):
        for key, value in node.value:
            if isinstance(value, yaml.ScalarNode):
                yield (*trail, key.value), value
            yield from leaves(value, (*trail, key.value))
    if isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from leaves(value, (*trail, index))


@pytest.mark.parametrize("file", SHIPPED, ids=lambda path: path.name)
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_what_is_put_back_leaves_every_byte_and_what_is_put_anew_its_own_lines(file: Path, data: st.DataObject) -> None:
    source = file.read_text(encoding="utf-8")
    root = yaml.compose(source, Loader=yaml.CSafeLoader)
    assert root
    found = list(leaves(root))
    chosen = data.draw(st.lists(st.sampled_from(found), unique_by=lambda leaf: leaf[0], max_size=5))
    same, other = SpannedText(source), SpannedText(source)
    for trail, node in chosen:
        same.put(trail, source[node.start_mark.index : node.end_mark.index])
        other.put(trail, "새 값")
    assert same.edited() == source
    lines = {node.start_mark.line for _, node in chosen}
    before, after = source.splitlines(keepends=True), other.edited().splitlines(keepends=True)
    assert {number for number, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]} == lines


@settings(deadline=None)
@example("=")
@example("<<")
@given(st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufeff\u200b\u2028\u2029\x85")))
def test_any_text_is_read_as_it_was_written(text: str) -> None:
    plain = " ".join(text.split())
    for written in (write_scalar(plain), write_scalar(plain, "'"), write_scalar(plain, '"')):
        assert yaml.safe_load(f"a: {{ b: {written}, c: [{written}] }}") is not None
        document, problems = read_document("x", f"a: {{ b: {written} }}\nc: {written}\n".encode())
        assert (problems, document.tree["a"]) == ((), {"b": document.tree["c"]})
    assert write_flow({"a": [plain]}).startswith("{ a: [")


def shipped_edit(folder: Path) -> Edit:
    return set_field(write_folder(folder), "schedule.discussion.start", "11:20", None, NOW)


def test_a_file_is_replaced_whole_with_its_permissions(tmp_path: Path) -> None:
    made = shipped_edit(tmp_path)
    made.path.chmod(0o640)
    save(made)
    assert made.path.read_bytes() == made.after
    assert made.path.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(FILES)


def test_a_link_stays_one(tmp_path: Path) -> None:
    write_folder(tmp_path)
    (tmp_path / "schedule.yaml").rename(tmp_path / "kept")
    (tmp_path / "schedule.yaml").symlink_to("kept")
    made = set_field(tmp_path, "schedule.discussion.start", "11:20", None, NOW)
    save(made)
    assert made.path.is_symlink()
    assert (tmp_path / "kept").read_bytes() == made.after


def test_what_somebody_else_has_written_meanwhile_stays(tmp_path: Path) -> None:
    made = shipped_edit(tmp_path)
    made.path.write_bytes(b"items: {}\n")
    with pytest.raises(EditError) as refused:
        save(made)
    assert refused.value.reason == "changed_meanwhile"
    assert made.path.read_bytes() == b"items: {}\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(FILES)


def test_a_file_that_is_gone_is_not_written(tmp_path: Path) -> None:
    made = shipped_edit(tmp_path)
    made.path.unlink()
    with pytest.raises(EditError) as refused:
        save(made)
    assert (refused.value.reason, made.path.exists()) == ("cannot_write", False)


def test_a_reader_sees_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    made = shipped_edit(tmp_path)
    back = Edit(made.path, made.after, made.before, ())
    seen: set[bytes] = set()
    is_done = threading.Event()

    def read_on() -> None:
        while not is_done.is_set():
            seen.add(made.path.read_bytes())

    reader = threading.Thread(target=read_on)
    reader.start()
    for _ in range(40):
        save(made)
        save(back)
    is_done.set()
    reader.join()
    assert seen <= {made.before, made.after}
    assert made.path.read_bytes() == made.before
