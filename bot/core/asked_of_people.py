"""What is asked of somebody: the title they hold, not that of their talk; who they are."""

from dataclasses import replace

from bot.core.hosting import listed
from bot.core.knowledge import Knowledge
from bot.core.language import Part, Sense
from bot.core.parsing import Token
from bot.core.reading import NAMED_ONE, SUBJECTS, Frame
from bot.core.relations import members, takes_part

_THINGS_TITLED = ("talks", "talk", "kind", "session", "release", "seminar", "ordinal")
_ERRANDS = {"interview", "photos", "backstage"}
_HEADING, _TITLE, _CONTENT = Sense("ask", "heading"), Sense("ask", "title"), Sense("ask", "content")


def with_own_title(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame asking for the title somebody holds: "what is Kim's title", "title of whoever gives talk 1"."""
    titles = listed(frame, "own_titles", knowledge)
    asking = frame.tokens_meaning(_HEADING)
    if not asking or not asking <= titles:
        return frame
    people = frame.tokens_of(*NAMED_ONE)
    is_claim = frame.has("title") and "certain" in frame.asks
    is_theirs = not frame.has(*_THINGS_TITLED) and any(
        is_claim or _follows(frame, person, title) or _follows(frame, title, person)
        for person in people
        for title in asking
    )
    somebody = listed(frame, "somebody", knowledge) | frame.tokens_of("role")
    if not is_theirs and not any(_follows(frame, title, one) for one in somebody for title in asking):
        return frame
    return frame.with_swapped(_HEADING, _TITLE)


def with_heading(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame asking for a talk's title, where "exact title" is that of one: "exact title of Kim's talk"."""
    titles = listed(frame, "any_titles", knowledge)
    asking = frame.tokens_meaning(_TITLE)
    if not asking or not asking <= titles or frame.has("role", "honorific") or not frame.has("talks", "talk"):
        return frame
    if listed(frame, "somebody", knowledge):
        return frame
    return frame.with_swapped(_TITLE, _HEADING)


def with_identity(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame asking who somebody is, where one wants to hear about them: "tell me about Kim"."""
    del knowledge
    people = frame.tokens_of(*NAMED_ONE)
    if frame.has(*(kind for kind in _THINGS_TITLED if kind != "kind"), "role", "topic_word") or not people:
        return frame
    if set(frame.values("kind")) == {"introduction"} and not frame.asks:
        return frame.without("kind").with_senses([Sense("ask", "who")])  # a short introduction of Kim
    asking = frame.tokens_meaning(_CONTENT)
    if frame.language != "en" or frame.asks - {"content", "what"} or frame.has("kind"):
        return frame
    if not any(_follows(frame, about, person) for about in asking for person in people):
        return frame
    return frame.without_ask("content").with_senses([Sense("ask", "who")])


def with_post(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame asking for the post somebody holds, not for leave to post: "what post does Kim have"."""
    del knowledge
    if "permission" not in frame.asks:
        return frame
    posts, leaves = frame.tokens_meaning(_TITLE), frame.tokens_meaning(Sense("ask", "permission"))
    is_written = frame.has(*NAMED_ONE) and frame.has("title", "honorific") and bool(posts)  # may I write this title
    if not leaves or not (leaves <= posts or is_written) or not frame.has(*NAMED_ONE, "role", "title"):
        return frame
    return frame.without_ask("permission")


def without_errand(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame without what one needs it for, where somebody's number or title is asked."""
    del knowledge
    asked = frame.asks & {"phone", "contact", "title", "affiliation"}
    if not asked or not frame.has(*NAMED_ONE) or not set(frame.values("topic")) <= _ERRANDS:
        return frame
    return frame.without("topic")


def with_members(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame asking how many of a body have a part, not how many attend: "한빛연구원에서 몇 명 와요"."""
    bodies = frame.values("org", "place")
    of_people = listed(frame, "people_words", knowledge)
    counts = "headcount" in frame.values("topic") or ("count" in frame.asks and of_people)
    if not bodies or not counts or frame.unexplained or set(frame.values("topic")) - {"headcount", "vip_attendance"}:
        return frame
    if frame.has(*NAMED_ONE, "seminar", "role", "talks", "kind", "session", "medium", "contact"):
        return frame
    if not any(takes_part(person, knowledge) for person in members(bodies, knowledge)):
        return frame
    names = frame.tokens_of("org", "place")
    kept = [pair for pair in frame.senses if pair[1] in names and pair[0].kind in ("org", "place")]
    return replace(frame, senses=tuple(kept)).with_senses([Sense("ask", "count")])


def without_coming(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame without whether somebody comes, where it is asked when or where: "which room is Kim in"."""
    del knowledge
    is_placed = frame.asks & {"where", "when", "start"} and frame.has("interrogative")
    is_of_theirs = frame.asks & {"title", "affiliation"} and frame.has("org", "place")
    named = frame.has(*NAMED_ONE, "role") or is_of_theirs
    if not (is_placed or is_of_theirs) or not named or "vip_attendance" not in frame.values("topic"):
        return frame
    return frame.without_senses(Sense("topic", "vip_attendance"))


def asks_which_part(frame: Frame) -> bool:
    """Return whether it is asked which of two parts somebody plays: 발제하시나요 토론하시나요."""
    discusses = frame.values("kind") == ("discussion",) or "discussant" in frame.values("role")
    gives = frame.has("talks") or "speaker" in frame.values("role")
    others = frame.values_of(SUBJECTS) - {"talks", "kind", "session", "role", "topic_word", "summary_word"}
    return discusses and gives and not others and frame.asks <= {"certain", "attend", "role", "what"}


def _follows(frame: Frame, first: Token, second: Token) -> bool:
    """Whether nothing but words without a meaning of their own stands between the two."""
    tokens = frame.parse.tokens
    if first not in tokens or second not in tokens or first.end > second.start:
        return False
    between = [token for token in tokens if first.end <= token.start and token.end <= second.start]
    return all(token.part in (Part.FILLER, Part.PARTICLE) for token in between)
