"""An edit of the knowledge folder, as the bot that answers from it takes it: real files, real ways of saving."""

import asyncio
import gc
import logging
import shutil
import weakref
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from bot.app import Bot, describe_edition, load_knowledge, make_clock
from bot.loading import take_snapshot
from bot.news import News
from bot.renewal import Renewal
from tests.editors import WAYS, Save
from tests.loading.base import FILES, change, write_folder

PATIENCE_SECONDS = 20
NOW = datetime(2021, 3, 4, 9, 30)
FEE, BREAK = "참가비 있나요?", "휴식 언제예요?"
BAD = FILES["faq.yaml"].replace("answer:", "anser:")


def priced(price: str) -> str:
    return change("faq.yaml", "무료입니다", f"{price}입니다")["faq.yaml"]


@dataclass
class Followed:
    """A bot whose folder is followed, and what was told of it."""

    folder: Path
    bot: Bot
    renewal: Renewal
    news: list[News] = field(default_factory=list)
    versions: list[str] = field(default_factory=list)

    def save(self, name: str, text: str) -> None:
        """Write a file at one go."""
        (self.folder / name).write_text(text, encoding="utf-8")

    async def until_told(self, times: int = 1) -> News:
        """Wait until so much was told; return the last of it."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while len(self.news) < times:
                await asyncio.sleep(0.01)
        return self.news[-1]

    async def ask_while(self, work: asyncio.Task[object], questions: Iterable[str]) -> dict[str, list[str]]:
        """Ask until the work is done; return the different answers to each question, in their order."""
        told: dict[str, list[str]] = {question: [] for question in questions}
        while True:
            for question, answers in told.items():
                answer = self.bot.ask(question, now=NOW).text
                if answer not in answers[-1:]:
                    answers.append(answer)
            if work.done():
                work.result()
                return told
            await asyncio.sleep(0.01)


@asynccontextmanager
async def following(folder: Path) -> AsyncIterator[Followed]:
    """Answer from a folder that is followed."""
    held, knowledge = take_snapshot(folder), load_knowledge(folder)
    clock = make_clock(knowledge)
    bot, news, versions = Bot(knowledge, clock, edition=describe_edition(held, knowledge)), list[News](), list[str]()
    del knowledge

    async def tell(one: News) -> None:
        news.append(one)

    renewal = Renewal(folder, bot, held, clock, lambda version, _: versions.append(version), tell)
    stop = asyncio.Event()
    run = asyncio.create_task(renewal.run(stop))
    try:
        yield Followed(folder, bot, renewal, news, versions)
    finally:
        stop.set()
        async with asyncio.timeout(PATIENCE_SECONDS):
            await run


@pytest.fixture
async def followed(tmp_path: Path) -> AsyncIterator[Followed]:
    """The small folder, followed."""
    folder = tmp_path / "knowledge"
    folder.mkdir()
    async with following(write_folder(folder)) as it:
        yield it


@pytest.mark.parametrize("save", WAYS, ids=lambda save: save.__name__)
async def test_however_a_file_is_saved_every_answer_is_the_old_one_or_the_new_one(
    save: Save, followed: Followed
) -> None:
    async def edit() -> None:
        await asyncio.to_thread(save, followed.folder / "faq.yaml", priced("만 원"))
        await followed.until_told()

    told = await followed.ask_while(asyncio.create_task(edit()), (FEE, BREAK))
    assert told == {FEE: ["무료입니다.", "만 원입니다."], BREAK: ["휴식: 3월 4일(목) 11:00–11:10"]}
    assert [(news.problems, news.changed, news.deleted) for news in followed.news] == [((), ("faq.yaml",), ())]
    assert followed.versions == [take_snapshot(followed.folder).version] == [followed.news[0].edition.version]


async def test_a_hundred_saves_in_a_second_are_one_edit(followed: Followed) -> None:
    async def edit() -> None:
        for price in range(1, 101):
            followed.save("faq.yaml", priced(f"{price}원"))
            await asyncio.sleep(0.01)
        await followed.until_told()

    told = await followed.ask_while(asyncio.create_task(edit()), (FEE,))
    assert told[FEE][0] == "무료입니다."
    assert told[FEE][-1] == "100원입니다."
    assert len(told[FEE]) == len(followed.news) + 1 <= 3  # a busy machine may pause between two of them


async def test_a_bad_edit_leaves_the_last_good_one_answering_and_is_told_once_until_it_is_mended(
    followed: Followed, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    before = dict(followed.renewal.state)
    followed.save("faq.yaml", BAD)
    refused = await followed.until_told()
    followed.save("schedule.yaml", FILES["schedule.yaml"] + "\n")  # nothing of what is wrong has changed
    await asyncio.sleep(1.5)
    assert followed.bot.ask(FEE).text == "무료입니다."
    assert [problem for problem in refused.problems if not problem.startswith("faq.yaml:")] == []
    assert followed.renewal.state == {**before, "problems": ["faq.yaml:5:5"]}
    (warning,) = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert [said for said in (*refused.problems, str(before["version"])) if said not in warning] == []
    followed.save("faq.yaml", priced("만 원"))
    mended = await followed.until_told(2)
    assert (mended.problems, mended.changed) == ((), ("faq.yaml", "schedule.yaml"))
    assert followed.bot.ask(FEE).text == "만 원입니다."
    assert followed.renewal.state["problems"] == []


async def test_an_edit_that_is_taken_back_is_told_and_changes_nothing(followed: Followed) -> None:
    knowledge = followed.bot.knowledge
    followed.save("faq.yaml", BAD)
    await followed.until_told()
    followed.save("faq.yaml", FILES["faq.yaml"])
    news = await followed.until_told(2)
    assert (news.problems, news.changed, news.deleted) == ((), (), ())
    assert followed.bot.knowledge is knowledge
    assert followed.renewal.state["problems"] == []


def touch(folder: Path) -> None:
    (folder / "faq.yaml").touch()


def save_unchanged(folder: Path) -> None:
    (folder / "faq.yaml").write_text(FILES["faq.yaml"], encoding="utf-8")


def leave_files_beside(folder: Path) -> None:
    for name in (".faq.yaml.swp", "faq.yaml~", "4913", "#faq.yaml#", "notes.txt", ".faq.yaml"):
        (folder / name).write_bytes(b"b0VIM 8.2\0")
    (folder / ".#faq.yaml").symlink_to("somebody@somewhere.1234")


@pytest.mark.parametrize("act", [touch, save_unchanged, leave_files_beside])
async def test_what_changes_no_knowledge_is_no_edit(act: Callable[[Path], None], followed: Followed) -> None:
    knowledge = followed.bot.knowledge
    act(followed.folder)
    await asyncio.sleep(1.5)
    assert (followed.bot.knowledge is knowledge, followed.news) == (True, [])


async def test_a_file_deleted_for_good_is_an_edit_as_well(followed: Followed) -> None:
    (followed.folder / "faq.yaml").unlink()
    news = await followed.until_told()
    assert (news.problems, news.changed, news.deleted) == ((), (), ("faq.yaml",))
    assert "무료" not in followed.bot.ask(FEE).text
    assert followed.bot.ask(BREAK, now=NOW).text.startswith("휴식")


async def test_a_folder_that_goes_and_comes_back_is_followed_on(followed: Followed) -> None:
    async def edit() -> None:
        away = followed.folder.with_name("away")
        followed.folder.replace(away)
        refused = await followed.until_told()
        assert "폴더가 아닙니다" in refused.problems[0]
        assert followed.renewal.state["problems"] == ["knowledge"]
        shutil.copytree(away, followed.folder)
        await followed.until_told(2)
        followed.save("faq.yaml", priced("만 원"))
        await followed.until_told(3)

    told = await followed.ask_while(asyncio.create_task(edit()), (FEE, BREAK))
    assert told == {FEE: ["무료입니다.", "만 원입니다."], BREAK: ["휴식: 3월 4일(목) 11:00–11:10"]}


async def test_a_link_that_is_pointed_elsewhere_is_an_edit_and_followed_on(tmp_path: Path) -> None:
    folder = tmp_path / "knowledge"
    for release, price in (("old", "무료"), ("new", "만 원"), ("newest", "이만 원")):
        (tmp_path / release).mkdir()
        write_folder(tmp_path / release, {"faq.yaml": priced(price)})
    folder.symlink_to("old")
    async with following(folder) as followed:
        for times, release in enumerate(("new", "newest"), 1):
            (tmp_path / "link").symlink_to(release)
            (tmp_path / "link").replace(folder)
            assert (await followed.until_told(times)).changed == ("faq.yaml",)
        assert followed.bot.ask(FEE).text == "이만 원입니다."
        followed.save("faq.yaml", priced("삼만 원"))
        await followed.until_told(3)
        assert followed.bot.ask(FEE).text == "삼만 원입니다."


async def test_two_files_that_belong_together_are_never_answered_from_by_halves(followed: Followed) -> None:
    async def edit() -> None:
        followed.save("faq.yaml", priced("만 원"))
        while gc.isenabled():  # as it is but while knowledge is loaded
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.2)  # the files have been read by now
        followed.save("schedule.yaml", FILES["schedule.yaml"].replace("11:10", "11:20"))
        await followed.until_told()

    task = asyncio.create_task(edit())
    seen = set()
    while not task.done():
        seen.add((followed.bot.ask(FEE, now=NOW).text, followed.bot.ask(BREAK, now=NOW).text[-5:]))
        await asyncio.sleep(0.01)
    await task
    seen.add((followed.bot.ask(FEE, now=NOW).text, followed.bot.ask(BREAK, now=NOW).text[-5:]))
    assert seen == {("무료입니다.", "11:10"), ("만 원입니다.", "11:20")}


async def test_the_zone_follows_and_the_old_knowledge_leaves_no_trace(followed: Followed) -> None:
    old = weakref.ref(followed.bot.knowledge)
    gc.disable()  # so that it goes by itself, or not at all: what is frozen is never searched
    try:
        followed.save("seminar.yaml", FILES["seminar.yaml"] + "timezone: Europe/Berlin\n")
        await followed.until_told()
        gc.disable()  # loading has enabled it
        assert followed.bot.now().tzinfo == followed.bot.knowledge.facts.seminar.zone
        assert str(followed.bot.now().tzinfo) == "Europe/Berlin"
        async with asyncio.timeout(PATIENCE_SECONDS):
            while old() is not None:
                await asyncio.sleep(0.01)
    finally:
        gc.enable()


TABLE = (
    "questions:\n- {{ ask: '{fee}', answer: 무료 }}\n- {{ ask: '{at_break}', at: 2021-03-04 09:30, answer: '11:00' }}\n"
)


async def test_the_status_tells_the_version_its_edit_and_what_share_of_the_table_it_passes(tmp_path: Path) -> None:
    table = TABLE.format(fee=FEE, at_break=BREAK)
    (write_folder(tmp_path) / "questions.yaml").write_text(table, encoding="utf-8")
    async with following(tmp_path) as followed:
        await until_status(followed, "2개 중 2개", "100%", take_snapshot(tmp_path).version)
        followed.save("faq.yaml", priced("만 원"))
        await followed.until_told()
        await until_status(followed, "2개 중 1개", "50%", take_snapshot(tmp_path).version)


async def until_status(followed: Followed, *words: str) -> None:
    """Wait until the page of the status holds these words."""
    text = ""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not all(word in text for word in words):
            await asyncio.sleep(0.01)
            text = followed.bot.show("status", "ko").text


@pytest.mark.parametrize("table", ["questions: 7\n", "questions: [{ ask: x }]\n", "- [\n"])
async def test_a_table_with_mistakes_is_a_warning_and_keeps_nobody_from_an_answer(
    table: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (write_folder(tmp_path) / "questions.yaml").write_text(table, encoding="utf-8")
    async with following(tmp_path) as followed:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not followed.renewal.state["table_problems"]:
                await asyncio.sleep(0.01)
        assert "tell" not in followed.bot.show("status", "en").text
        assert (followed.news, followed.renewal.state["problems"]) == ([], [])
    (record,) = caplog.records
    assert (record.levelname, "questions.yaml:" in record.getMessage()) == ("WARNING", True)


@dataclass(frozen=True)
class Told:
    """What an edit leads to: the start of the mistakes told of the table, the questions told, where /readyz points."""

    problems: tuple[str, ...] = ()
    newly_wrong: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


GOOD_TABLE = TABLE.format(fee=FEE, at_break=BREAK)
BAD_TABLE = GOOD_TABLE.replace("answer: 무료", "anser: 무료")
DEARER = {"faq.yaml": priced("만 원")}
WRONG = (f"{FEE} (questions.yaml:2)",)
MISTAKEN = Told(("questions.yaml:2:",), (), ("questions.yaml:2:",))


@pytest.mark.parametrize(
    "steps",
    [
        [({"questions.yaml": BAD_TABLE}, MISTAKEN), ({"questions.yaml": GOOD_TABLE}, Told())],
        [(DEARER, Told((), WRONG)), ({"press.yaml": "{}\n"}, Told())],
        [({"questions.yaml": GOOD_TABLE.replace("무료", "유료")}, Told((), WRONG))],
        [({"questions.yaml": GOOD_TABLE + "- { ask: '몇 층?', answer: 9층 }\n"}, Told())],
        [
            ({"questions.yaml": BAD_TABLE}, MISTAKEN),
            (DEARER, MISTAKEN),
            ({"questions.yaml": GOOD_TABLE}, Told((), WRONG)),
        ],
    ],
    ids=["mistake", "wrong once", "other answer wanted", "new and wrong", "wrong meanwhile"],
)
async def test_what_the_table_says_of_an_edit_is_told_with_it(
    steps: list[tuple[Mapping[str, str], Told]], tmp_path: Path
) -> None:
    (write_folder(tmp_path) / "questions.yaml").write_text(GOOD_TABLE, encoding="utf-8")
    async with following(tmp_path) as followed:
        await until_status(followed, "2개 중 2개")
        for number, (files, told) in enumerate(steps, 1):
            for name, text in files.items():
                followed.save(name, text)
            news = await followed.until_told(number)
            assert (news.problems, news.changed, news.newly_wrong) == ((), tuple(files), told.newly_wrong)
            assert_start(news.table_problems, told.problems)
            assert_start(followed.renewal.state["table_problems"], told.places)


def assert_start(found: object, starts: tuple[str, ...]) -> None:
    """Assert that these are so many texts that start so."""
    assert isinstance(found, Sequence)
    assert [str(text)[: len(start)] for text, start in zip(found, starts, strict=True)] == [*starts]
