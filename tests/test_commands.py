"""The command line: what can be typed, what comes out, and the exit status."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from bot.app import Bot, make_clock
from bot.commands import run
from bot.settings import Settings, read_settings
from tests.core.worlds import real_knowledge
from tests.loading.base import FILES, write_folder

KEYS = ["id", "outcome", "text", "facts", "choices", "ms"]
DAY_BEFORE = "2020-09-24T15:00"
DURING = "2020-09-25T14:22"
HISTORY = ["3번째 발표자 누구예요?", "발표 제목은?"]


def open_real(settings: Settings) -> Bot:
    """Open the bot on the project's own folder, read once per process."""
    return Bot(real_knowledge(), make_clock(real_knowledge(), settings.pretend_now))


def type_in(*arguments: str, pretend_now: str = DAY_BEFORE, knowledge_dir: str = "") -> int:
    settings = read_settings({"PRETEND_NOW": pretend_now, "KNOWLEDGE_DIR": knowledge_dir})
    return run(arguments, settings, open_real)


def run_process(
    *arguments: str, given: bytes | None = None, environ: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own."""
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.run(command, input=given, capture_output=True, env={**clean(), **(environ or {})}, check=False)


def clean() -> dict[str, str]:
    """Return this process's environment without the bot's settings."""
    return {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "SYSTEMROOT")}


def batch(path: Path, *rows: Mapping[str, object]) -> str:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def answers(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2020-09-25T14:07", "인사말씀"),
        ("2020-09-25T15:12", "휴식"),
        ("2020-09-25T15:12:00+09:00", "휴식"),
        ("2020-09-25T06:12:00Z", "휴식"),
        ("2020-09-25T02:12:00-04:00", "휴식"),
        ("2020-09-24", "25일"),
    ],
)
def test_a_time_is_of_the_seminars_zone_unless_it_names_another(
    now: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert type_in("ask", "지금 뭐 해요?", "--now", now) == 0
    assert words in capsys.readouterr().out


def test_the_pretended_time_counts_where_none_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    type_in("ask", "지금 뭐 해요?", pretend_now="2020-09-25T15:12")
    type_in("ask", "지금 뭐 해요?", "--now", "2020-09-25T14:07", pretend_now="2020-09-25T15:12")
    pretended, given = capsys.readouterr().out.splitlines()
    assert "휴식" in pretended
    assert "인사말씀" in given


def test_history_is_what_was_asked_before(capsys: pytest.CaptureFixture[str]) -> None:
    earlier = [argument for question in HISTORY for argument in ("--history", question)]
    assert type_in("ask", "그 사람 직함은?", *earlier) == 0
    assert "연구위원" in capsys.readouterr().out


@pytest.mark.parametrize("question", ["어디서 하나요?", "발표자", "안녕하세요", "", "--", "-1", "KTX 요금은?"])
def test_json_is_one_object_of_the_contract(question: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert type_in("ask", "--json", "--", question) == 0
    (answered,) = answers(capsys.readouterr().out)
    assert list(answered) == KEYS


def test_an_explanation_stands_before_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert type_in("ask", "--explain", "휴식 언제예요?") == 0
    out = capsys.readouterr().out
    assert out.startswith("read as: ")
    assert "kind=break" in out
    assert "15:10–15:20" in out.splitlines()[-1]


def test_a_batch_is_answered_in_order_each_line_for_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows: Sequence[Mapping[str, object]] = [
        {"id": "b", "q": "지금 뭐 해요?", "now": DURING},
        {"id": "a", "q": "3번째 발표자 누구예요?", "lang": "ko", "expect": ["passed over"]},
        {"id": "c", "q": "그 사람 직함은?"},
        {"id": "d", "q": "그 사람 직함은?", "history": HISTORY},
        {"id": "e", "q": "지금 뭐 해요?"},
        {"id": "a", "q": "3번째 발표자 누구예요?"},
    ]
    assert type_in("ask", "--batch", batch(tmp_path / "questions.jsonl", *rows)) == 0
    answered = answers(capsys.readouterr().out)
    assert [row["id"] for row in answered] == [row["id"] for row in rows]
    assert all(list(row) == KEYS for row in answered)
    during, third, nobody, title, pretended, again = (str(row["text"]) for row in answered)
    assert "주제발표" in during
    assert "25일" in pretended
    assert "연구위원" in title
    assert nobody != title
    assert third == again


def test_a_malformed_line_ends_a_batch_and_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "questions.jsonl"
    table.write_bytes('{"id": "1", "q": "어디?"}\n\n{"id": "2", "q": \n{"id": "3", "q": "어디?"}\n'.encode())
    assert type_in("ask", "--batch", str(table)) == 2
    out, err = capsys.readouterr()
    assert [row["id"] for row in answers(out)] == ["1"]
    assert err.startswith("line 3: ")
    assert err.count("\n") == 1


def test_a_batch_from_standard_input_is_utf8_whatever_the_terminal_is() -> None:
    lines = (
        '\ufeff{"id": "가", "q": "어디서 하나요?"}\n'.encode() + b'{"id": "2", "q": "\xbe\xee\xb5\xf0"}\n{"q": "?"}\n'
    )
    done = run_process("ask", "--batch", "-", given=lines, environ={"PYTHONIOENCODING": "ascii"})
    (answered,) = answers(done.stdout.decode("utf-8"))
    assert (done.returncode, answered["id"], answered["outcome"]) == (2, "가", "answer")
    assert "대회의실" in done.stdout.decode("utf-8")
    assert done.stderr.startswith(b"line 2: is not UTF-8")


@pytest.mark.parametrize("command", [["ask", "--batch"], ["evaluate"]])
@pytest.mark.parametrize("name", ["absent.jsonl", "."])
def test_a_file_that_cannot_be_read_is_named(
    command: list[str], name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    assert type_in(*command, str(path)) == 2
    assert capsys.readouterr().err.startswith(f"{path}: ")


def test_a_check_names_every_problem_by_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_folder(tmp_path, {"contacts.yaml": "contacts: no\n", "faq.yaml": "faq:\n  a: {}\n  a: {}\n"})
    assert type_in("check", str(tmp_path)) == 1
    out, err = capsys.readouterr()
    assert f"{tmp_path}/contacts.yaml:1:1 'contacts': 이 아래에 쓸 항목들이 없습니다." in out
    assert f"{tmp_path}/faq.yaml:3:3 " in out
    assert err == ""


def test_a_check_tells_in_english_if_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_folder(tmp_path, {"contacts.yaml": "contacts: no\n"})
    assert type_in("check", "--lang", "en", str(tmp_path)) == 1
    assert "contacts.yaml:1:1 'contacts': holds no fields; " in capsys.readouterr().out


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_sound_folder_has_no_problems(language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(write_folder(tmp_path))
    assert type_in("check", folder, "--lang", language) == type_in("check", "--lang", language, knowledge_dir=folder)
    told = {"ko": "문제가 없습니다", "en": "no problems"}[language]
    assert capsys.readouterr().out == f"{folder}: {told}\n" * 2


@pytest.mark.parametrize("folder", ["knowledge", "tests/data/another_seminar"])
def test_warnings_alone_are_no_failure(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert type_in("check", folder) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("오류 0개, 경고 ")


def test_a_check_for_editors_is_json_in_utf8_whatever_the_terminal_is(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {"contacts.yaml": "contacts: no\n"})
    done = run_process("check", "--format", "json", str(folder), environ={"PYTHONIOENCODING": "ascii"})
    (problem,) = json.loads(done.stdout.decode("utf-8"))
    assert (done.returncode, problem["message"]) == (1, "이 아래에 쓸 항목들이 없습니다")


def test_a_folder_that_is_none_is_a_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert type_in("check", str(tmp_path / "absent")) == 1
    assert "absent" in capsys.readouterr().out


def test_an_evaluation_prints_the_score_and_the_misses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {"q": "어디서 하나요?", "expect": "answer", "none": [], "tags": []}
    table = batch(
        tmp_path / "t.jsonl", {**row, "id": "held", "all": ["대회의실"]}, {**row, "id": "not", "all": ["온실"]}
    )
    assert type_in("evaluate", table) == 0
    out = capsys.readouterr().out
    assert "correct 1/2 = 50.0%" in out
    assert "[wrong] not" in out
    assert "held" not in out


@pytest.mark.parametrize(
    ("answer", "score", "status"), [("은하실", "1개 중 0개", 1), ("누리홀", "1개 중 1개", 0)], ids=["fails", "passes"]
)
def test_the_staffs_own_table_is_evaluated_and_checked(
    answer: str, score: str, status: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = f"questions:\n  - ask: 어디서 하나요?\n    answer: {answer}\n"
    folder = str(write_folder(tmp_path, {"questions.yaml": table}))
    assert type_in("evaluate", knowledge_dir=folder) == 0
    assert score in capsys.readouterr().out
    assert (type_in("check", folder), type_in("check", "--deep", folder)) == (0, status)
    out = capsys.readouterr().out
    assert out.startswith(f"{folder}: 문제가 없습니다\n")
    assert ("questions.yaml:2:5 '어디서 하나요?': 답에 ‘은하실’ 없음" in out) == bool(status)


def test_a_table_that_cannot_be_judged_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert type_in("evaluate", batch(tmp_path / "t.jsonl", {"id": "1", "q": "?"})) == 2
    assert capsys.readouterr().err.startswith("line 1: lacks expect")


@pytest.mark.parametrize(
    "arguments",
    [[], ["serv"], ["ask", "--nwo", "x"], ["ask", "a", "b"], ["ask", "?", "--now", "noon"], ["evaluate", "--show"]],
)
def test_what_is_no_command_gets_the_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        type_in(*arguments)
    assert ended.value.code == 2
    assert "usage: python -m bot" in capsys.readouterr().err


def test_asking_nothing_says_how_to_ask(capsys: pytest.CaptureFixture[str]) -> None:
    assert type_in("ask") == 2
    assert "make ask" in capsys.readouterr().err


def test_another_folder_is_another_seminar(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {"seminar.yaml": FILES["seminar.yaml"].replace("누리홀", "은하실")})
    done = run_process("ask", "어디서 하나요?", environ={"KNOWLEDGE_DIR": str(folder)})
    assert (done.returncode, "은하실" in done.stdout.decode()) == (0, True)


def test_a_broken_folder_answers_nothing(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {"contacts.yaml": "contacts: no\n"})
    done = run_process("ask", "어디서 하나요?", environ={"KNOWLEDGE_DIR": str(folder)})
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"contacts.yaml:1:1")


def test_a_setting_that_cannot_be_used_is_one_line() -> None:
    done = run_process("check", environ={"PORT": "eighty"})
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert done.stderr.startswith(b"PORT='eighty'")


@pytest.mark.parametrize("arguments", [["--help"], ["evaluate", "tests/data/questions.jsonl"]])
def test_a_reader_who_leaves_is_no_error(arguments: list[str]) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    command = [sys.executable, "-m", "bot", *arguments]
    done = subprocess.run(command, stdout=write_end, stderr=subprocess.PIPE, env=clean(), check=False)
    os.close(write_end)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_conversation_leaves_no_trace(number: signal.Signals) -> None:
    command = [sys.executable, "-m", "bot", "chat"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=clean()) as chat:
        assert chat.stdout
        assert chat.stdout.readline()
        time.sleep(0.05)
        chat.send_signal(number)
        _, err = chat.communicate(timeout=10)
    assert (chat.returncode, err) == (128 + number, b"")
