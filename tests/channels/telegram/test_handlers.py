"""Through the real application: an update comes in, and this is what would be sent."""

import json
from datetime import datetime
from typing import Any

import pytest

from bot.core.model import Language
from bot.core.reply import Choice, Context, Outcome, Reply
from tests.channels.telegram.stage import ANNA, GROUP, ME, PRIVATE, Json, mention, message, on_stage, press, refusal
from tests.fakes import EchoDesk

JOHN = {**ANNA, "id": 6, "language_code": "en-GB"}
NOBODY_KNOWS = {key: value for key, value in ANNA.items() if key != "language_code"}
OTHER_BOT: Json = {"id": 77, "is_bot": True, "first_name": "Other", "username": "OtherBot"}
ANONYMOUS: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
PHOTO: Json = {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]}
STICKER: Json = {
    "sticker": {
        **{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1},
        **{"is_animated": False, "is_video": False, "type": "regular"},
    }
}
VOICE: Json = {"voice": {"file_id": "f", "file_unique_id": "u", "duration": 1}}
PLACE: Json = {"location": {"latitude": 37.5, "longitude": 127.0}}
OWN: Json = {"reply_to_message": {"message_id": 3, "date": 1, "chat": GROUP, "from": ME, "text": "답"}}
OTHERS: Json = {"reply_to_message": {"message_id": 3, "date": 1, "chat": GROUP, "from": JOHN, "text": "글"}}
HIDDEN: Json = {"type": "hidden_user", "date": 1, "sender_user_name": "x"}
AT_START: Json = {"type": "mention", "offset": 0, "length": 11}
FRESH = Context()


def in_group(text: str | None = None, **fields: Any) -> Json:
    return message(text, **{"chat": GROUP, **fields})


@pytest.mark.parametrize(
    ("incoming", "texts"),
    [
        (message("몇 시에 시작하나요?"), ["asked: 몇 시에 시작하나요?"]),
        (message("  where?  "), ["asked: where?"]),
        (message("a < b & c"), ["asked: a &lt; b &amp; c"]),
        (message("/start"), ["page: start"]),
        (message("/start from_a_poster"), ["page: start"]),
        (message("/help"), ["page: help"]),
        (message("/now"), ["page: now"]),
        (message("/NOW"), ["page: now"]),
        (message("/now@seminarbot"), ["page: now"]),
        (message("/schedule 내일"), ["page: schedule"]),
        (message("/speakers"), ["page: speakers"]),
        (message("/press"), ["page: press"]),
        (message("/contact"), ["page: contact"]),
        (message("/privacy"), ["page: privacy"]),
        (message("/status"), ["page: status"]),
        (message("/forget"), ["page: forgotten"]),
        (message("/forget@OtherBot"), []),
        (message("/now@OtherBot"), []),
        (message("/text_only"), ["asked: text only"]),
        (message("/where_is_it exactly"), ["asked: where is it exactly"]),
        (message("/ now"), ["asked: / now"]),
        (message("@SeminarBot 어디?", entities=[AT_START]), ["asked: 어디?"]),
        (message(**PHOTO), ["page: text_only"]),
        (message(**STICKER), ["page: text_only"]),
        (message(**VOICE), ["page: text_only"]),
        (message(**PLACE), ["page: text_only"]),
        (message(**PHOTO, caption="이 사람 누구?"), ["asked: 이 사람 누구?"]),
        (
            message("퍼온 글", forward_origin=HIDDEN),
            ["asked: 퍼온 글"],
        ),
        (message("안녕", via_bot=OTHER_BOT), []),
        (message("안녕", author=OTHER_BOT), []),
        (message(new_chat_members=[ANNA]), []),
        (message(pinned_message=message("옛 글")), []),
    ],
)
async def test_in_a_private_chat_every_text_is_answered(incoming: Json, texts: list[str]) -> None:
    async with on_stage(EchoDesk()) as stage:
        await stage.receive(message=incoming)
        assert stage.connection.texts == texts


@pytest.mark.parametrize(
    ("incoming", "texts"),
    [
        (in_group("점심 먹었어요?"), []),
        (in_group("/now"), ["page: now"]),
        (in_group("/now@SeminarBot"), ["page: now"]),
        (in_group("/now@OtherBot"), []),
        (in_group("/weather"), []),
        (in_group("/where@SeminarBot 어디"), ["asked: where 어디"]),
        (mention("@SeminarBot 몇 시 시작?"), ["asked: 몇 시 시작?"]),
        (mention("@seminarbot 몇 시?", name="@seminarbot"), ["asked: 몇 시?"]),
        (mention("😀😀 발표자 누구? @SeminarBot"), ["asked: 😀😀 발표자 누구?"]),
        (mention("@SeminarBot"), ["page: start"]),
        (mention("@OtherBot 몇 시?", name="@OtherBot"), []),
        (in_group("내 주소는 x@SeminarBot"), []),
        (in_group("그 사람 직함은?", **OWN), ["asked: 그 사람 직함은?"]),
        (in_group("그래요", **OTHERS), []),
        (in_group(**PHOTO), []),
        (in_group(**STICKER, **OWN), []),
        (in_group(**PHOTO, caption="누구?"), []),
        (
            in_group(**PHOTO, caption="@SeminarBot 누구?", caption_entities=[AT_START]),
            ["asked: 누구?"],
        ),
        (mention("@SeminarBot 몇 시?", author=OTHER_BOT), []),
        (mention("@SeminarBot 몇 시?", author=ANONYMOUS, sender_chat=GROUP), ["asked: 몇 시?"]),
        (in_group("공지", is_automatic_forward=True, **OWN), []),
        (in_group(left_chat_member=ANNA), []),
    ],
)
async def test_in_a_group_only_what_is_meant_for_the_bot_is_answered(incoming: Json, texts: list[str]) -> None:
    async with on_stage(EchoDesk()) as stage:
        await stage.receive(message=incoming)
        assert stage.connection.texts == texts


@pytest.mark.parametrize("kind", ["channel_post", "edited_channel_post"])
async def test_channel_posts_are_passed_over(kind: str) -> None:
    async with on_stage(EchoDesk()) as stage:
        await stage.receive(**{kind: message("/now", chat={"id": -30, "type": "channel", "title": "공지"})})
        assert stage.connection.calls == []


@pytest.mark.parametrize(("user", "language"), [(ANNA, "ko"), (JOHN, "en"), (NOBODY_KNOWS, "ko")])
async def test_a_page_speaks_the_language_of_the_users_telegram(user: Json, language: Language) -> None:
    async with on_stage(EchoDesk()) as stage:
        await stage.receive(message=message("/start", author=user))
        (sent,) = stage.connection.sent()
        rows = json.loads(sent["reply_markup"]) if isinstance(sent["reply_markup"], str) else sent["reply_markup"]
        assert rows["inline_keyboard"][0][0]["callback_data"] == f"{language}:when:seminar"


@pytest.mark.parametrize(
    ("incoming", "expected"),
    [
        (message("몇 시?"), {}),
        (in_group("/now"), {"reply_parameters": {"message_id": 7, "allow_sending_without_reply": True}}),
        (
            in_group("/now", is_topic_message=True, message_thread_id=4),
            {"message_thread_id": 4, "reply_parameters": {"message_id": 7, "allow_sending_without_reply": True}},
        ),
    ],
)
async def test_a_group_sees_which_message_is_answered(incoming: Json, expected: Json) -> None:
    async with on_stage(EchoDesk()) as stage:
        await stage.receive(message=incoming)
        (sent,) = stage.connection.sent()
        assert sent["parse_mode"] == "HTML"
        assert {key: sent[key] for key in ("message_thread_id", "reply_parameters") if key in sent} == expected


async def test_previews_are_forbidden_only_where_one_could_appear() -> None:
    async with on_stage(EchoDesk()) as stage:
        await stage.receive(message=message("molit.go.kr"))
        await stage.receive(message=message("장소"))
        with_link, without = stage.connection.sent()
        assert with_link["link_preview_options"] == {"is_disabled": True}
        assert "link_preview_options" not in without


async def test_an_album_gets_one_line() -> None:
    async with on_stage(EchoDesk()) as stage:
        for _ in range(3):
            await stage.receive(message=message(**PHOTO, media_group_id="album"))
        assert stage.connection.texts == ["page: text_only"]


class CountingDesk(EchoDesk):
    """A desk whose replies tell how many questions came before in the conversation."""

    def ask(self, question: str, context: Context = FRESH, now: datetime | None = None) -> Reply:
        """Return a reply with a button that tells the question and the context's age."""
        return self._count(question, context, now)

    def choose(self, choice_id: str, context: Context = FRESH, now: datetime | None = None) -> Reply:
        """Return the same for a choice."""
        return self._count(choice_id, context, now)

    def _count(self, text: str, context: Context, now: datetime | None) -> Reply:
        assert now is None, "the bot answers by the clock"
        return Reply(
            outcome=Outcome.ANSWER,
            language="ko",
            lines=(f"{text} after {context.age}",),
            choices=(Choice("more", "더"),),
            context=Context(age=context.age + 1),
        )


async def test_each_person_in_each_chat_has_a_conversation_of_their_own() -> None:
    async with on_stage(CountingDesk()) as stage:
        await stage.receive(message=message("one"))
        await stage.receive(message=message("two"))
        await stage.receive(message=message(**STICKER))
        await stage.receive(message=mention("@SeminarBot three"))
        await stage.receive(message=mention("@SeminarBot four", author=JOHN))
        await stage.receive(callback_query=press("five"))
        texts = [*stage.connection.texts, *(edit["text"] for edit in stage.connection.sent("editMessageText"))]
        assert texts == [
            *("one after 0", "two after 1", "page: text_only", "three after 0", "four after 0", "five after 2"),
        ]


async def test_a_pressed_button_is_answered_in_the_place_of_its_message() -> None:
    async with on_stage(EchoDesk()) as stage:
        await stage.receive(callback_query=press("when:seminar"))
        names = [name for name, _ in stage.connection.calls]
        (edit,) = stage.connection.sent("editMessageText")
        assert names == ["answerCallbackQuery", "editMessageText"]
        assert (edit["chat_id"], edit["message_id"], edit["text"]) == (5, 50, "chose: when:seminar")


@pytest.mark.parametrize(
    ("description", "texts"),
    [
        ("Bad Request: message can't be edited", ["chose: when"]),
        ("Bad Request: message to edit not found", ["chose: when"]),
        ("Bad Request: message is not modified: specified new message content …", []),
    ],
)
async def test_a_message_that_cannot_be_edited_is_followed_by_a_new_one(description: str, texts: list[str]) -> None:
    async with on_stage(EchoDesk()) as stage:
        stage.connection.answers["editMessageText"] = [refusal(400, description)]
        await stage.receive(callback_query=press("when"))
        assert stage.connection.texts == texts


@pytest.mark.parametrize(
    ("under", "names"),
    [
        ({"message_id": 50, "date": 0, "chat": PRIVATE}, ["answerCallbackQuery", "sendMessage"]),
        (None, ["answerCallbackQuery"]),
    ],
)
async def test_a_button_of_a_message_out_of_reach_is_answered_too(under: Json | None, names: list[str]) -> None:
    async with on_stage(EchoDesk()) as stage:
        await stage.receive(callback_query=press("when", message=under))
        assert [name for name, _ in stage.connection.calls] == names
        if under is None:
            assert stage.connection.sent("answerCallbackQuery")[0]["text"] == "chose: when"


async def test_a_press_too_old_to_acknowledge_is_answered_all_the_same() -> None:
    async with on_stage(EchoDesk()) as stage:
        stage.connection.answers["answerCallbackQuery"] = [refusal(400, "Bad Request: query is too old")]
        await stage.receive(callback_query=press("when"))
        assert [edit["text"] for edit in stage.connection.sent("editMessageText")] == ["chose: when"]


async def test_a_press_without_data_asks_nothing() -> None:
    async with on_stage(EchoDesk()) as stage:
        await stage.receive(callback_query={**press(""), "data": None, "game_short_name": "g"})
        assert stage.connection.calls == []


async def test_a_long_reply_to_a_press_goes_on_in_new_messages() -> None:
    async with on_stage(EchoDesk()) as stage:
        await stage.receive(callback_query=press("x" * 5000))
        assert [edit["text"] for edit in stage.connection.sent("editMessageText")] == ["chose: " + "x" * 4089]
        assert stage.connection.texts == ["x" * 911]


async def test_an_edited_question_changes_the_former_reply() -> None:
    async with on_stage(CountingDesk()) as stage:
        await stage.receive(message=message("어디써?"))
        await stage.receive(edited_message=message("어디서?", edit_date=2))
        (edit,) = stage.connection.sent("editMessageText")
        assert stage.connection.texts == ["어디써? after 0"]
        assert (edit["message_id"], edit["text"]) == (1001, "어디서? after 0")


async def test_an_edited_question_not_remembered_gets_a_reply_that_names_it() -> None:
    async with on_stage(EchoDesk()) as stage:
        await stage.receive(edited_message=message("어디서?", edit_date=2))
        (sent,) = stage.connection.sent()
        assert sent["text"] == "asked: 어디서?"
        assert sent["reply_parameters"]["message_id"] == 7


@pytest.mark.parametrize(
    "edited",
    [message("어디서?"), message(**PLACE), message(**PHOTO), in_group("어디서?")],
    ids=["same words", "moving location", "photo", "group"],
)
async def test_an_edit_that_changes_no_question_is_passed_over(edited: Json) -> None:
    async with on_stage(EchoDesk()) as stage:
        await stage.receive(message=message("어디서?"))
        await stage.receive(edited_message={**edited, "edit_date": 2})
        assert [name for name, _ in stage.connection.calls] == ["sendMessage"]


async def test_a_long_edited_reply_is_sent_anew() -> None:
    async with on_stage(EchoDesk()) as stage:
        await stage.receive(message=message("y" * 4090))
        await stage.receive(edited_message=message("어디서?", edit_date=2))
        assert stage.connection.sent("editMessageText") == []
        assert stage.connection.texts[-1] == "asked: 어디서?"
