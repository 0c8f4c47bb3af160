"""The fixed pages that commands lead to, and what a pressed button answers."""

from datetime import datetime

from bot.core.answering import answer, in_zone
from bot.core.choices import language_of, menu, question_of
from bot.core.knowledge import Knowledge
from bot.core.model import Language
from bot.core.reply import Context, Outcome, Reply
from bot.core.voice import Voice

_ASKED = {"now": "now", "schedule": "timetable", "speakers": "speakers", "press": "embargo", "contact": "contact"}


def show(page: str, knowledge: Knowledge, language: Language, now: datetime, kept_days: int = 30) -> Reply:
    """Return the page a command leads to: a fixed text, or the answer to the question it stands for.

    ``kept_days`` is for how long questions are kept, as the page on privacy says.
    """
    voice = Voice(knowledge, language, in_zone(now, knowledge))
    if page in _ASKED:
        return answer(voice.say(f"menu_{_ASKED[page]}"), knowledge, now, Context())
    line = voice.say(page, title=voice.text(knowledge.facts.seminar.title), days=kept_days)
    choices = menu(voice) if page in ("start", "help") else ()
    return Reply(outcome=Outcome.SMALLTALK, language=language, lines=(line,), choices=choices)


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
