"""Somebody named by the topic of their talk, of whom a body or a title is claimed: "is the wheat speaker from X?".

The body that is claimed must not pick the talk: the talk is the one that the words before it name, and what is claimed
is claimed of who gives that.
"""

from collections.abc import Iterable
from dataclasses import replace

from bot.core.grounding import find_talks
from bot.core.hosting import listed
from bot.core.knowledge import Knowledge
from bot.core.language import Part, Sense
from bot.core.other_bodies import is_told_strangely
from bot.core.parsing import Token
from bot.core.polarity import is_polar
from bot.core.reading import NAMED_ONE, Frame
from bot.core.relations import speakers_of, unsure_note

_BODIES, _TITLES = ("org", "place"), ("title", "honorific")
_TALKS = ("talk", "topic_word", "summary_word", "ordinal")
_ELSEWHERE = (
    *NAMED_ONE, "session", "kind", "room", "time", "offset", "day", "topic", "row_topic", "unannounced", "faq",
    "medium", "release", "contact", "except", "script", "department", "named_role", "reference",
)  # fmt: skip
_ASKED = frozenset({"certain", "what", "name", "title", "affiliation", "content"})
_OF_A_CLAIM = frozenset({"certain", "what", "title", "affiliation"})
_SAYING = frozenset({"ask", "smalltalk"})  # "…, right?" may also agree
_BARE = (Part.PARTICLE, Part.COPULA, Part.ENDING, Part.FILLER, Part.FILLER_STEM)
_SPEAKER, _AFFILIATION = Sense("role", "speaker"), Sense("ask", "affiliation")


def with_claimed_speaker(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame naming who gives the talk, not its topic, where a body or a title is claimed of them.

    Of a talk that nobody, or that several give, the frame asks where its speakers belong: nothing can be judged.
    """
    if frame.has(*_ELSEWHERE) or frame.moments or frame.asks - _ASKED or not is_polar(frame, knowledge):
        return frame
    claimed = _claimed(frame)
    if not claimed:
        return frame
    start = min(token.start for token in claimed)
    naming = [token for token in frame.tokens_of(*_TALKS) if token.start < start]
    if not naming or not _speaks_of_somebody(frame, start, naming, knowledge):
        return frame
    told = frame.without(*_BODIES, *_TITLES)
    talks = find_talks(told, knowledge)
    if len(talks) != 1:
        return frame
    people = [person for person in speakers_of(talks, knowledge) if not person.withheld]
    if len(people) != 1 or unsure_note(talks[0]):
        return told.without("wrong").without_ask("content").with_senses([_SPEAKER, _AFFILIATION])
    kept = tuple(pair for pair in frame.senses if pair[1].start >= start)
    place = min(naming, key=lambda token: token.start)
    return replace(frame, senses=((Sense("person", people[0].id), place), *kept))


def _claimed(frame: Frame) -> frozenset[Token]:
    """The words for bodies and titles that the question ends in, but for what says that they are claimed."""
    bodies, titles = frame.tokens_of(*_BODIES), frame.tokens_of(*_TITLES)
    found: set[Token] = set()
    for token in reversed(frame.parse.tokens):
        if token in bodies or (token in titles and len(token.typed) > 1) or _is_strange_body(token, frame):
            found.add(token)
        elif not _is_bare(token):
            break
    return frozenset(found)


def _is_bare(token: Token) -> bool:
    """Whether a word only says that something is claimed, and that it is a body or a title."""
    if token.part in _BARE:
        return True
    senses = token.word.senses if token.word else frozenset()
    asks = {sense.value for sense in senses if sense.kind == "ask"}
    return bool(asks) and asks <= _OF_A_CLAIM and {sense.kind for sense in senses} <= _SAYING


def _is_strange_body(token: Token, frame: Frame) -> bool:
    """Whether a word that nothing explains may be a body: it is one where somebody is said to belong there."""
    return is_told_strangely(token) or (token in frame.unexplained and "affiliation" in frame.asks)


def _speaks_of_somebody(frame: Frame, end: int, naming: Iterable[Token], knowledge: Knowledge) -> bool:
    """Whether the words before a place speak of somebody by the talk they give, and of nothing else."""
    before = [token for token in frame.parse.tokens if token.start < end]
    if not (frame.tokens_of(*_BODIES) & {*before}) <= {*naming}:
        return False
    somebody = listed(frame, "somebody", knowledge) | frame.tokens_meaning(_SPEAKER) | frame.tokens_of("honorific")
    return not somebody.isdisjoint(before)
