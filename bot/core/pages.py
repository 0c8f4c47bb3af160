"""The fixed pages that commands lead to, and what a pressed button answers."""

from collections.abc import Iterator
from datetime import datetime

from bot.core.answering import answer, in_zone
from bot.core.choices import language_of, menu, question_of
from bot.core.edition import Edition
from bot.core.knowledge import Knowledge
from bot.core.model import Language
from bot.core.reply import Context, Outcome, Reply
from bot.core.voice import Voice

_ASKED = {"now": "now", "schedule": "timetable", "speakers": "speakers", "press": "embargo", "contact": "contact"}


def show(
    page: str,
    knowledge: Knowledge,
    language: Language,
    now: datetime,
    kept_days: int = 30,
    edition: Edition | None = None,
) -> Reply:
    """Return the page a command leads to: a fixed text, or the answer to the question it stands for.

    ``kept_days`` is for how long questions are kept, as the page on privacy says, ``edition`` what is told of the
    knowledge on the page of its status.
    """
    voice = Voice(knowledge, language, in_zone(now, knowledge))
    if page in _ASKED:
        return answer(voice.say(f"menu_{_ASKED[page]}"), knowledge, now, Context())
    line = voice.say(page, title=voice.text(knowledge.facts.seminar.title), days=kept_days)
    lines = (line, *_describe(edition, voice)) if page == "status" and edition else (line,)
    choices = menu(voice) if page in ("start", "help") else ()
    return Reply(outcome=Outcome.SMALLTALK, language=language, lines=lines, choices=choices)


def _describe(edition: Edition, voice: Voice) -> Iterator[str]:
    """Yield the version, when it was edited, and how much of the staff's table it passes, where there is one."""
    edited_at = in_zone(edition.edited_at, voice.knowledge)
    date, time = voice.full_date(edited_at.date()), voice.time(edited_at)
    yield voice.say("status_edition", version=edition.version, date=date, time=time)
    if edition.asked:
        percent = 100 * edition.passed // edition.asked  # never 100 while one fails
        yield voice.say("status_share", passed=edition.passed, asked=edition.asked, percent=percent)


def choose(choice_id: str, knowledge: Knowledge, now: datetime, context: Context) -> Reply:
    """Return the reply to a pressed button; to one that the knowledge no longer knows, that it is gone."""
    language = language_of(choice_id, knowledge)
    voice = Voice(knowledge, language, in_zone(now, knowledge))
    question = question_of(choice_id, voice)
    if question is None:
        line = voice.say("gone")
        return Reply(
            outcome=Outcome.UNKNOWN, language=language, lines=(line,), choices=menu(voice)[:3], context=context
        )
    return answer(question, knowledge, now, context)
