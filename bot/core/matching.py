"""Which passage of the knowledge fits the words of a question, and whether it fits clearly."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.core.amounts import MONEY, Amount, asked_amount
from bot.core.knowledge import Knowledge
from bot.core.language import Sense
from bot.core.parsing import Token
from bot.core.passages import Passage
from bot.core.reading import Frame
from bot.core.told import AMOUNT_ASKS, GLUE_SHARE, ROWS, ToldWord

OPEN_ASKS = frozenset({"what", "certain", "background", "count", "list", "quote", "attend", "role", "theme"})
FINDING_ASKS = frozenset({"who", "name", "title", "affiliation", "topic_of"})
ENOUGH = 1.5  # words that one passage holds
_ENOUGH_OF_ONE, _ENOUGH_ALONE, _MARGIN = 0.4, 1.0, 0.5
_SHARE = 0.6  # of what is held, that may stay unexplained
_SAYING_ASKS = frozenset({"content", "quote"})
_AMID_ASKS = AMOUNT_ASKS | {"date", "attend", "embargo", "permission", "certain", "exact"}
_MONEY_TOPICS = frozenset({"fee", "budget", "pay"})
_REASON = re.compile(r"때문|땜에|위해|위한|취지|이유|서 (?:여는|열리는|하는|마련)|because|due to|in response to")
_SOMEBODY = re.compile(r"(?:사람|분)[은이]?\??$")  # "…고 한 사람은?"


@dataclass(frozen=True, slots=True)
class Match:
    """How well a passage fits: what of the question it holds, and what it leaves."""

    passage: Passage
    held: float
    left: float
    words: tuple[ToldWord, ...]

    def tells(self, sense: Sense, token: Token) -> bool:
        """Return whether a word of asking stands amid what is told, and so asks nothing: 밤 근무 전에 낮잠."""
        others = [word for word in self.words if token not in word.tokens]
        if not others or not (sense.kind == "moment" or (sense.kind == "ask" and sense.value in _AMID_ASKS)):
            return False
        return min(word.tokens[0].start for word in others) < token.start and token.end < max(
            word.tokens[-1].end for word in others
        )


def matches_of(frame: Frame, words: tuple[ToldWord, ...], knowledge: Knowledge) -> list[Match]:
    """Return how well each passage fits that holds a word of the question, the best first."""
    return sorted(_matches(frame, words, knowledge), key=_rank)


def holds_amount(match: Match, words: tuple[ToldWord, ...], frame: Frame, amount: Amount | None) -> bool:
    """Return whether a passage holds the amount that is asked for, money where that is asked."""
    rest = {token for word in words if word not in match.words for token in word.tokens}
    if any(s.kind == "topic" and s.value in _MONEY_TOPICS and token in rest for s, token in frame.senses):
        return MONEY.is_in(match.passage.prose)
    if amount is not None and match.passage.target.kind == "seminar" and frame.has("org", "place", "person"):
        return False  # how many they are there is not what the reasons tell
    return amount is None or amount.is_in(match.passage.prose)


def is_clear(frame: Frame, best: Match, matches: Iterable[Match], amount: Amount | None) -> bool:
    """Return whether a passage holds enough, leaves little, and no other comes near."""
    others = [match.held for match in matches if match.passage.target != best.passage.target]
    is_named = frame.has("person", "ordinal")
    if is_named and not _is_open(frame, best, amount):
        return False
    is_only = is_named and not others
    enough = _ENOUGH_OF_ONE if is_only else _ENOUGH_ALONE if _may_stand_alone(frame, best, amount) else ENOUGH
    few_left = best.left <= max(best.held * _SHARE, 1.0 if is_only else 0.0)
    margin = 0.0 if best.passage.target.kind == "seminar" or not others else _MARGIN
    return best.held >= enough and few_left and best.held - max(others, default=0.0) >= margin


def _rank(match: Match) -> tuple[float, bool]:
    """The best first; the reasons given before a talk that fits as well."""
    return match.left - match.held, match.passage.target.kind != "seminar"


def _matches(frame: Frame, words: tuple[ToldWord, ...], knowledge: Knowledge) -> Iterator[Match]:
    for passage in dict.fromkeys(passage for word in words for passage in word.held):
        if not _may_be_meant(frame, passage, knowledge):
            continue
        own = tuple(word for word in words if passage in word.held)
        covered = {token for word in own for token in word.tokens}
        left = sum(word.weight for word in words if word not in own and not covered.issuperset(word.tokens))
        yield Match(passage, sum(word.held[passage] for word in own) + _bonus(frame, passage), left, own)


def _bonus(frame: Frame, passage: Passage) -> float:
    """What naming the seminar, and nobody who speaks, tells for its reasons and against a talk."""
    if frame.has("talks", "role", "person") or frame.asks & FINDING_ASKS:
        return 0.0
    gives_reason = bool(_REASON.search(frame.parse.line.text))
    if passage.target.kind == "seminar":
        return 1.0 if frame.has("seminar") or gives_reason else 0.0
    return (-2.0 if gives_reason else -1.0) if frame.has("seminar") else 0.0


def _may_be_meant(frame: Frame, passage: Passage, knowledge: Knowledge) -> bool:
    """Whether what else the question names leaves room for a passage."""
    id_, people = passage.target.value, set(frame.values("person"))
    match passage.target.kind:
        case "seminar":
            return not people and _asks_for_reasons(frame)
        case "said_word":
            speaker = next(q.speaker for q in knowledge.facts.quotations if q.id == id_)
            return (not people or speaker in people) and _asks_for_words(frame)
        case "session":
            if frame.has("talks") and frame.has("topic_word"):
                return False  # the talk on day trips, not the panel that speaks of them
            row, rows = knowledge.session_by_id[id_], _rows_named(frame, passage, knowledge)
            return (not rows or id_ in rows) and (not people or bool(people & {row.chair, *row.speakers}))
    if bodies := set(frame.values("org")):
        speakers = [knowledge.person_by_id.get(p) for p in knowledge.talk_by_id[id_].speakers]
        if not any(p and p.organisation in bodies for p in speakers):
            return False
    talk, rows, orders = knowledge.talk_by_id[id_], _rows_named(frame, passage, knowledge), frame.values("ordinal")
    is_of_rows = (not rows or talk.session in rows) and (not orders or str(talk.order) in orders)
    return is_of_rows and (not people or bool(people & set(talk.speakers)))


def _asks_for_reasons(frame: Frame) -> bool:
    is_open = frame.asks <= OPEN_ASKS | _SAYING_ASKS | {"host"} or asked_amount(frame.parse.line.text) is not None
    return is_open and not frame.moments and not frame.has("talks", "ordinal", "role", "time", "day")


def _asks_for_words(frame: Frame) -> bool:
    says = frame.asks & (FINDING_ASKS | _SAYING_ASKS) or _SOMEBODY.search(frame.parse.line.text)
    return bool(says) and not frame.moments and not frame.has("talks", "ordinal")


def _rows_named(frame: Frame, passage: Passage, knowledge: Knowledge) -> set[str]:
    """The rows of the timetable that are named by words a passage does not hold."""
    own = [s for s, t in frame.senses if s.kind in ROWS and passage not in knowledge.passages.holding(t.typed)]
    ids = {sense.value for sense in own if sense.kind == "session"}
    kinds = [sense.value for sense in own if sense.kind == "kind"]
    return ids | {row.id for kind in kinds for row in knowledge.sessions_by_kind.get(kind, ())}


def _is_open(frame: Frame, best: Match, amount: Amount | None) -> bool:
    """Whether it is asked what somebody says, not when or where."""
    asks = {sense.value for sense, token in frame.senses if sense.kind == "ask" and not best.tells(sense, token)}
    return amount is not None or (bool(asks & OPEN_ASKS) and asks <= OPEN_ASKS | _SAYING_ASKS)


def _may_stand_alone(frame: Frame, best: Match, amount: Amount | None) -> bool:
    """Whether one word is enough: of a quotation, beside an amount of its kind, or beside "…얘기는 누가 해요"."""
    if best.left > (1.0 if amount and amount.is_named else GLUE_SHARE):
        return False
    if not best.passage.prose and frame.has("talks"):
        return True  # who chairs the session on city soil
    finds = bool(frame.asks & FINDING_ASKS) and "content" in frame.asks
    return finds or best.passage.target.kind == "said_word" or (amount is not None and bool(amount.counter))
