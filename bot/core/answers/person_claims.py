"""Whether it is so, of a person: their part, post, title or affiliation is confirmed or denied, with what is so."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.answers import people
from bot.core.answers.identity import tell_affiliation, tell_cards
from bot.core.answers.title_claims import claims_degree, tell_no_degree
from bot.core.drafts import Basis, Draft
from bot.core.grounding import find_people, find_sessions
from bot.core.inquiry import Inquiry
from bot.core.language import Part, Sense
from bot.core.model import Person
from bot.core.other_bodies import STRANGE_BODY, is_told_strangely
from bot.core.parsing import Token
from bot.core.patterns import find_all
from bot.core.polarity import is_polar, tells_more
from bot.core.reading import NAMED_ONE, Frame, word_around
from bot.core.titles import holds_title, titles_claimed
from bot.core.verdicts import with_verdict

_ASKED = frozenset({"certain", "what", "name", "title", "affiliation", "attend", "who"})
_BARE = (Part.PARTICLE, Part.COPULA, Part.ENDING, Part.FILLER, Part.FILLER_STEM)
_LEADING_ROLES = ("chair", "mc")
_ELSEWHERE = (
    "talk", "talks", "topic_word", "ordinal", "session", "kind", "time", "topic", "medium", "release", "wrong",
)  # fmt: skip
_ELSEWHERE_THAN_TALKS = tuple(kind for kind in _ELSEWHERE if kind not in ("talks", "talk", "topic_word"))


def answer_person_claim(inquiry: Inquiry) -> Draft | None:
    """Answer a question that wants a yes or a no about one person's part, post, title or affiliation."""
    frame = inquiry.frame
    if frame.has("script", "except", "day"):
        return None
    if not frame.has(*NAMED_ONE) or frame.asks - _ASKED or not is_polar(frame, inquiry.knowledge):
        return None
    if frame.moments - {"now"}:
        return None
    is_label = _asks_what_to_write(inquiry)
    if frame.has("contact") and not frame.has("department"):
        return None
    if tells_more(frame, inquiry.knowledge) and not is_label:
        return None
    named = find_people(frame, inquiry.knowledge)
    if len(named) != 1 or named[0].withheld:
        return None
    if is_label and frame.unexplained:
        return tell_cards(inquiry, named)
    lasting = (_judge_post, _judge_title)  # also asked of now: 지금도 과장 맞아요
    others = () if frame.unexplained else lasting if frame.moments else (_judge_part, *lasting)
    judges = (_judge_affiliation, *others)
    made = next((made for judge in judges if (made := judge(inquiry, named[0]))), None)
    return made or (tell_cards(inquiry, named) if is_label and frame.has("wrong") else None)


def answer_claim_of_all(inquiry: Inquiry) -> Draft | None:
    """Answer whether all who have a part are of the body named: "발표자 넷 다 한빛연구원 사람이에요?"."""
    frame, knowledge = inquiry.frame, inquiry.knowledge
    bodies = set(frame.values("org", "place"))
    of_all = knowledge.speeches[frame.language].lists["all_words"]
    if len(bodies) != 1 or frame.has(*NAMED_ONE, *_ELSEWHERE_THAN_TALKS) or frame.unexplained:
        return None
    if not any(find_all(frame.parse.line.text, *of_all)):
        return None
    if frame.asks - _ASKED - {"count"} or not is_polar(frame, knowledge):
        return None
    asked = frame if frame.has("role") else frame.with_senses([Sense("role", "speaker")])
    people = [p for p in find_people(asked.without("org", "place"), knowledge) if not p.withheld]
    if len(people) < 2 or any(person.organisation is None for person in people):
        return None
    is_so = all(person.organisation in bodies for person in people)
    return with_verdict(tell_affiliation(inquiry, people), is_so, inquiry.voice)


def _asks_what_to_write(inquiry: Inquiry) -> bool:
    """Whether it is asked if somebody may be called so in print: "…을 사무관이라고 쓰면 되죠"."""
    patterns = inquiry.knowledge.speeches[inquiry.frame.language].lists["label_asks"]
    return any(find_all(inquiry.frame.parse.line.text, *patterns))


def _judge_part(inquiry: Inquiry, person: Person) -> Draft | None:
    """Whether somebody chairs or presents, here or in the row named."""
    frame = inquiry.frame
    roles = set(frame.values("role"))
    if not roles & set(_LEADING_ROLES) or frame.has("talk", "talks", "topic_word", "ordinal", "topic", "wrong"):
        return None
    if any(note.field == "chair" for row in find_sessions(frame, inquiry.knowledge) for note in row.notes):
        return None
    asked = frame.without(*NAMED_ONE, "org", "place", "title", "honorific").with_senses([Sense("ask", "who")])
    holders = find_people(asked, inquiry.knowledge)
    if not holders or any(holder.withheld for holder in holders):
        return None
    return with_verdict(people.describe(replace(inquiry, frame=asked), holders), person in holders, inquiry.voice)


def _judge_post(inquiry: Inquiry, person: Person) -> Draft | None:
    """Whether somebody holds the post that stands before the name: 국토정책과장이 …인가요."""
    frame = inquiry.frame
    if frame.has(*_ELSEWHERE, "role") or not _comes_first(frame, "title", NAMED_ONE):
        return None
    if "title" in frame.asks:  # is … the right job title for them
        return None
    asked = frame.without(*NAMED_ONE, "honorific")
    holders = find_people(asked, inquiry.knowledge)
    if not holders or len(holders) > 2:
        return None
    return with_verdict(tell_cards(inquiry, holders), person in holders, inquiry.voice)


def _comes_first(frame: Frame, kind: str, others: Sequence[str]) -> bool:
    """Whether a word of a kind stands before those of others, not right at them: "과장이 …", not "과장 …"."""
    first = [token for sense, token in frame.senses if sense.kind == kind]
    rest = [token for sense, token in frame.senses if sense.kind in others]
    return bool(first and rest) and first[0].end < rest[0].start


def _judge_title(inquiry: Inquiry, person: Person) -> Draft | None:
    """Whether the title somebody is given is theirs; one that is only an address right after the name is no claim."""
    frame = inquiry.frame
    if frame.has(*_ELSEWHERE, "role", "org", "place") or person.title is None or "attend" in frame.asks:
        return None
    tokens = _title_tokens(inquiry)
    if not tokens:
        return None
    if claims_degree(inquiry, {sense.value for sense, token in frame.senses if token in tokens and sense.value}):
        return tell_no_degree(inquiry, person)
    return with_verdict(tell_cards(inquiry, [person]), _holds(inquiry, person, tokens), inquiry.voice)


def _title_tokens(inquiry: Inquiry) -> tuple[Token, ...]:
    """The words by which a title is claimed."""
    found = dict.fromkeys(token for sense, token in inquiry.frame.senses if sense.kind in ("title", "honorific"))
    return tuple(token for token in found if _is_claim(inquiry, token))


def _holds(inquiry: Inquiry, person: Person, tokens: Sequence[Token]) -> bool | None:
    """Whether the person holds the titles claimed by these words."""
    claimed = {title for token in tokens for title in titles_claimed(token, inquiry.frame, person, inquiry.knowledge)}
    return holds_title(person, claimed, inquiry.knowledge)


def _is_claim(inquiry: Inquiry, token: Token) -> bool:
    """Whether a title is claimed: right after the name, only as the predicate; what merely addresses, never there."""
    if len(token.typed) < 2:
        return False
    names = [other for sense, other in inquiry.frame.senses if sense.kind in NAMED_ONE]
    if token in names:
        return False  # president Kang
    is_address = any(token.start <= other.end and other.start <= token.end for other in names)
    if not is_address:
        return True
    title, lists = token.typed.removesuffix("님"), inquiry.knowledge.speeches[inquiry.frame.language].lists
    if title in {*lists["addresses"], *lists["degrees"]} or not _is_predicate(token, inquiry.frame):
        return False
    is_courtesy = any(sense.kind == "courtesy" for sense in inquiry.knowledge.senses_of(title))
    return not is_courtesy or token.end < inquiry.frame.parse.tokens[-1].end  # "김 교수님?" calls


def _is_predicate(token: Token, frame: Frame) -> bool:
    """Whether nothing but endings and a plain "right?" follows: 과장이에요, not 과장님이 오나요."""
    after = [other for other in frame.parse.tokens if other.start >= token.end]
    return all(other.part in _BARE or (other.word and Sense("ask", "certain") in other.word.senses) for other in after)


def _judge_affiliation(inquiry: Inquiry, person: Person) -> Draft | None:
    """Whether somebody belongs to the body named, or to one that the knowledge does not name."""
    frame = inquiry.frame
    strange = _strange_bodies(frame)
    known = set(frame.values("org", "place"))
    others = {*_ELSEWHERE} - ({"topic_word"} if strange else set()) - ({"wrong"} if known else set())
    if not (known or strange) or frame.has(*others, "role") or person.organisation is None:
        return None
    if any(token not in strange for token in frame.unexplained):
        return None
    is_so: bool | None = person.organisation in known and not strange
    is_wrong = bool(is_so) and frame.has("wrong")  # "LH 소속이죠": neither yes nor no, but what it is called
    if is_wrong and not _asks_what_to_write(inquiry):
        return None
    made = tell_affiliation(inquiry, [person])
    if person.title and (tokens := _title_tokens(inquiry)):
        is_so = is_so and _holds(inquiry, person, tokens)
        is_so = None if is_so and len(tokens) > 1 else is_so  # which of them is to be told
        made = replace(made, rests_on=(*made.rests_on, Basis(person, "title")))
    return with_verdict(made, None if is_wrong and is_so else is_so, inquiry.voice)


def _strange_bodies(frame: Frame) -> list[Token]:
    """The unexplained words that name a body: 대구경북연구원, the Busan institute, …대 소속."""
    is_affiliation = "affiliation" in frame.asks
    strange = [token for token in frame.tokens_of(STRANGE_BODY) if token not in frame.unexplained]
    return strange + [
        token
        for token in frame.unexplained
        if is_affiliation
        or is_told_strangely(token)
        or any(_names_bodies(other) for other in word_around(token, frame.parse))
    ]


def _names_bodies(token: Token) -> bool:
    return token.word is not None and any(sense.kind == "organisation_noun" for sense in token.word.senses)
