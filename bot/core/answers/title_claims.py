"""Which title or family name somebody has, where several are offered, and whether one is that of whom we speak of."""

from collections.abc import Iterable

from bot.core.answers.identity import tell_cards
from bot.core.answers.refusals import not_announced
from bot.core.drafts import Draft
from bot.core.grounding import find_people
from bot.core.inquiry import Inquiry
from bot.core.language import Part, Sense
from bot.core.model import Person
from bot.core.parsing import Token
from bot.core.polarity import is_polar
from bot.core.reading import NAMED_ONE
from bot.core.text import normalise
from bot.core.titles import holds_title, titles_claimed
from bot.core.verdicts import with_verdict

_BARE = (Part.PARTICLE, Part.COPULA, Part.ENDING, Part.FILLER, Part.FILLER_STEM)
_ALTERNATIVES = 2  # titles or names, of which one is to be chosen
_OF_A_NAME = frozenset({"certain", "what", "name", "title", "affiliation", "attend", "who"})
_ELSEWHERE = (
    "talk", "talks", "topic_word", "ordinal", "session", "kind", "time", "topic", "medium", "release", "wrong", "org",
    "place", "except",
)  # fmt: skip


def answer_title_claim(inquiry: Inquiry) -> Draft | None:
    """Answer which of several titles is somebody's, and whether one is that of the person spoken of: 교수예요?"""
    frame, knowledge = inquiry.frame, inquiry.knowledge
    person = _spoken_of(inquiry)
    if person is None or person.title is None or not frame.has("title", "honorific") or frame.asks - {"certain"}:
        return None
    if frame.parse.tokens[-1].part is Part.PARTICLE and not frame.has("person"):
        return None  # 실장은요? asks for another
    if not is_polar(frame, knowledge) or not all(_is_of_title(token) for token in frame.parse.tokens):
        return None
    titles = [t for t in frame.parse.tokens if _has(t, "title", "honorific", "topic") and not _is_address(t, inquiry)]
    claimed = [(sense, token) for sense, token in frame.senses if token in titles]
    held = {v for sense, _ in claimed if sense.kind in ("title", "honorific") and len(v := sense.value) > 1}
    wordings = {title for token in titles for title in titles_claimed(token, frame, person, knowledge)}
    is_so = holds_title(person, wordings, knowledge)
    is_choice = len(titles) >= _ALTERNATIVES
    if not held or (frame.has("person") and not is_choice):
        return None
    if claims_degree(inquiry, held):
        return tell_no_degree(inquiry, person)
    return with_verdict(tell_cards(inquiry, [person]), None if is_choice and is_so else is_so, inquiry.voice)


def claims_degree(inquiry: Inquiry, titles: Iterable[str]) -> bool:
    """Return whether all that is claimed is a degree, which the knowledge never holds: 박사인가요."""
    degrees = {word for speech in inquiry.knowledge.speeches.values() for word in speech.lists["degrees"]}
    return degrees.issuperset(titles)


def tell_no_degree(inquiry: Inquiry, *about: Person) -> Draft:
    """Say that a degree was not announced."""
    return not_announced(inquiry, inquiry.voice.say("not_announced_thing"), *about)


def offers_titles(inquiry: Inquiry) -> bool:
    """Return whether one of several titles or family names is to be chosen: no several questions in one message."""
    return answer_title_claim(inquiry) is not None or answer_surname_claim(inquiry) is not None


def _spoken_of(inquiry: Inquiry) -> Person | None:
    """The one person named, or, where none is, the one that the last reply was about."""
    frame, knowledge = inquiry.frame, inquiry.knowledge
    if frame.has("person"):
        named = [p for id_ in frame.values("person") if (p := knowledge.person_by_id.get(id_))]
    else:
        entries = (knowledge.entry_by_path.get(path) for path in inquiry.context.about)
        named = [entry for entry in entries if isinstance(entry, Person)] if inquiry.context.age == 0 else []
    return named[0] if len(named) == 1 and not named[0].withheld else None


def _is_address(token: Token, inquiry: Inquiry) -> bool:
    """Whether a title only follows a name: 정 과장이 …, not 정 과장인가요 nor 정 과장이 맞나요."""
    frame = inquiry.frame
    if token.start not in {other.end for sense, other in frame.senses if sense.kind == "person"}:
        return False
    after = next((t for t in frame.parse.tokens if t.start >= token.end and t.part is not Part.PARTICLE), None)
    ends = inquiry.knowledge.speeches[frame.language].word_sets["alternative_words"]
    return after is None or not (after.part is Part.COPULA or _is_certain(after) or after.typed in ends)


def _is_of_title(token: Token) -> bool:
    """Whether a word is no more than somebody, a title, or what surrounds them."""
    is_bare = token.part in _BARE or _is_certain(token) or _is_post(token)
    return is_bare or _has(token, "person", "title", "honorific", "reference")


def _is_certain(token: Token) -> bool:
    return token.word is not None and Sense("ask", "certain") in token.word.senses


def _is_post(token: Token) -> bool:
    return token.word is not None and Sense("topic", "predecessor") in token.word.senses


def _has(token: Token, *kinds: str) -> bool:
    return token.word is not None and any(sense.kind in kinds for sense in token.word.senses)


def answer_title_among(inquiry: Inquiry) -> Draft | None:
    """Answer whether somebody of a part holds a title: 발표자 중에 교수가 있어요?"""
    frame, knowledge = inquiry.frame, inquiry.knowledge
    titles = [v for v in frame.values("title", "honorific") if len(v) > 1]
    if not titles or not frame.has("role") or frame.has(*NAMED_ONE, *_ELSEWHERE):
        return None
    if frame.asks - {"certain", "attend", "count"} or frame.unexplained or not is_polar(frame, knowledge):
        return None
    roles = {token.start for sense, token in frame.senses if sense.kind == "role"}
    if all(token.start in roles for sense, token in frame.senses if sense.kind in ("title", "honorific")):
        return None
    everyone = [p for p in find_people(frame.without("title", "honorific", "quantity"), knowledge) if not p.withheld]
    if claims_degree(inquiry, titles):
        return tell_no_degree(inquiry)
    held = [p for p in everyone if p.title and any(normalise(p.title.ko).endswith(v) for v in titles)]
    if not everyone or any(p.title is None for p in everyone):
        return None
    return with_verdict(tell_cards(inquiry, held or everyone), bool(held), inquiry.voice)


def answer_surname_claim(inquiry: Inquiry) -> Draft | None:
    """Answer which family name somebody has who is meant otherwise: 2번 발제자가 김씨예요 박씨예요."""
    frame = inquiry.frame
    families = frame.values("family", "family_latin")
    if len(families) < _ALTERNATIVES or frame.has("person") or not frame.has("role", "ordinal", "title", "talk"):
        return None
    if frame.asks - _OF_A_NAME or any(len(token.typed) > 1 for token in frame.unexplained):
        return None
    meant = find_people(frame.without("family", "family_latin", "honorific"), inquiry.knowledge)
    if len(meant) != 1 or meant[0].withheld:
        return None
    return tell_cards(inquiry, meant)
