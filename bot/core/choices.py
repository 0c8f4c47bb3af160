"""Buttons: a choice's id says what to answer, its label is a question that gives the same reply."""

from collections.abc import Mapping

from bot.core.knowledge import Knowledge
from bot.core.model import Entry, Facts, Language, Person, Session, Talk
from bot.core.reply import Choice
from bot.core.voice import Voice

MENU = ("timetable", "speakers", "where", "embargo", "contact")
SUGGESTED = ("when", "speakers", "where")
ASKS: Mapping[type, tuple[str, ...]] = {
    Talk: ("when", "who", "content", "heading"),
    Session: ("when", "who"),
    Person: ("who",),
}


def menu(voice: Voice) -> tuple[Choice, ...]:
    """Return the buttons of the main menu; without an embargo, none for it."""
    facts = voice.knowledge.facts
    return tuple(menu_choice(voice, name) for name in MENU if _is_offered(name, facts))


def suggestions(voice: Voice) -> tuple[Choice, ...]:
    """Return up to three things that can be asked."""
    return tuple(menu_choice(voice, name) for name in SUGGESTED if _is_offered(name, voice.knowledge.facts))


def _is_offered(name: str, facts: Facts) -> bool:
    held: dict[str, object] = {
        "embargo": facts.embargoes,
        "contact": facts.contacts,
        "speakers": any(talk.speakers for talk in facts.talks),
        "timetable": facts.sessions or any(talk.start for talk in facts.talks),
        "where": facts.seminar.venue,
    }
    return bool(held.get(name, True))


def menu_choice(voice: Voice, name: str) -> Choice:
    """Return the button for one of the menu's questions."""
    return Choice(f"{voice.language}:menu:{name}", voice.say(f"menu_{name}"))


def entry_choice(voice: Voice, ask: str, entry: Entry) -> Choice:
    """Return the button that asks something (one of ``ASKS``) about an entry. Raises ValueError for any other."""
    label = _label(voice, ask, entry)
    if label is None:
        raise ValueError(f"no button asks {ask!r} about {entry.path}")
    return Choice(f"{voice.language}:{ask}:{entry.path}", label)


def _label(voice: Voice, ask: str, entry: Entry | None) -> str | None:
    """The question a button asks; None where there is no such button."""
    if ask not in ASKS.get(type(entry), ()):
        return None
    match entry:
        case Talk():
            return voice.say(f"choice_{ask}_talk", order=entry.order)
        case Session():
            return voice.say(f"choice_{ask}_session", title=voice.text(entry.title))
        case Person():
            return voice.say("choice_person", name=entry.name.to(voice.language), title=voice.text(entry.title)).strip()
    return None


def question_of(choice_id: str, voice: Voice) -> str | None:
    """Return the question a pressed button asks; None where the knowledge no longer holds what it is about."""
    language, _, rest = choice_id.partition(":")
    ask, _, about = rest.partition(":")
    if language != voice.language:
        return None
    if ask == "menu":
        return voice.speech.sentences.get(f"menu_{about}")
    return _label(voice, ask, voice.knowledge.entry_by_path.get(about))


def language_of(choice_id: str, knowledge: Knowledge) -> Language:
    """Return the language a button was made in."""
    code = choice_id.partition(":")[0]
    return next((language for language in knowledge.speeches if language == code), "ko")
