"""Which of the knowledge's own questions a question asks, and whether their answers hold what is asked of them."""

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.core.clauses import in_background
from bot.core.held_values import lacks_value, things_of
from bot.core.knowledge import Knowledge
from bot.core.language import Sense
from bot.core.model import Faq
from bot.core.parsing import Token
from bot.core.reading import Frame
from bot.core.stems import stems_of
from bot.core.text import has_hangul

_PEOPLE = re.compile(r"\d ?(?:명|인|분|people|persons|participants|places|seats|attendees)")
_COUNTED = re.compile(r"몇 ?(명|사람|인|대|석|개|곳|군데|점|학점|장|권|칸|병|끼)|(?:how many|number of) ([a-z]+)")
_OF_PEOPLE = frozenset({"명", "사람", "인", "people", "persons", "participants", "attendees", "guests", "students"})
_SO_FAR = re.compile(r"지금까지|여태|현재|벌써|이미|[했왔됐갔]|so far|already|\bhave\b|\bcame\b|\bdid\b")
_WAY = re.compile(r"멀|먼가|가까|타고|내려|내리|\bfar\b|\bclose\b|\bnear\b")
_PRICE = re.compile(r"\d ?[만천]? ?원|무료|유료|공짜|할인|비용|\bfree\b|\bwon\b|\bcost|\bpaid\b|\bpay\b|[$€£]\d")
_ADDRESSES = frozenset({"email", "mobile"})  # of somebody: a body's own address is not theirs
_OF_MANY_THINGS = frozenset({"facilities", "equipment"})  # of these topics, one thing is not another
_SHORTEST_TOLD = 2  # letters
_ENOUGH = 2  # words of an answer by which people ask for it
_NAMED = ("topic", "talk", "topic_word", "session", "kind", "person", "org", "role", "medium", "faq", "unannounced")


def with_named_faqs(frame: Frame, knowledge: Knowledge) -> Frame:
    """Return the frame with the questions whose wordings it holds in pieces: 포스터는 몇 사이즈 for 포스터 크기."""
    if not knowledge.facts.faqs or frame.has("faq", "unannounced"):
        return frame
    faqs, pieces_by_faq = knowledge.facts.faqs, knowledge.faq_index.pieces_by_faq
    found = {faq: max((_pieces_held(pieces, frame) for pieces in pieces_by_faq[faq.id]), default=0) for faq in faqs}
    most = max(found.values())
    if not most:
        return frame
    named = [faq for faq, n in found.items() if n == most]
    pieces = [piece for faq in named for wording in pieces_by_faq[faq.id] for piece in wording]
    known = [token for token in frame.unexplained if any(piece.match(token.typed) for piece in pieces)]
    return frame.explaining(known).with_senses(Sense("faq", faq.id) for faq in named)


def _pieces_held(pieces: tuple[re.Pattern[str], ...], frame: Frame) -> int:
    """How many pieces a wording has, where the question holds them all; 0 where it does not."""
    texts = (frame.parse.line.text, frame.question)
    return len(pieces) if all(any(map(piece.search, texts)) for piece in pieces) else 0


def faqs_by_words(frame: Frame, knowledge: Knowledge) -> list[Faq]:
    """The questions of whose answers the question holds several words, where it names nothing else."""
    if frame.has(*_NAMED):
        return []
    places: dict[str, set[int]] = {}
    for sense, token in frame.senses:
        if sense.kind == "faq_word":
            places.setdefault(sense.value, set()).add(token.start)
    of_a_way = "duration" in frame.asks or bool(_WAY.search(frame.parse.line.text))  # 너울역에서 얼마나 걸려요
    enough = {faq.id: 1 if of_a_way and faq.topic == "transport" else _ENOUGH for faq in knowledge.facts.faqs}
    return [faq for faq in knowledge.facts.faqs if len(places.get(faq.id, ())) >= enough[faq.id]]


def words_of_other_answers(frame: Frame, knowledge: Knowledge) -> list[Token]:
    """The words that only an answer holds which the question does not ask for: they explain nothing of it."""
    if faqs_by_words(frame, knowledge) or frame.has("faq"):
        return []
    asked = {faq.id for faq in faqs_on(frame.values("topic"), knowledge)}
    known = (
        token
        for token in frame.parse.tokens
        if token.word and token.word.senses and not any(s.value in asked for s in token.word.senses)
    )
    only = (t for t in known if t.word and all(sense.kind == "faq_word" for sense in t.word.senses))
    return [token for token in only if not in_background(token, frame.clauses)]


def faqs_by_detail(frame: Frame, knowledge: Knowledge) -> list[Faq]:
    """The questions that hold a detail asked for, whatever their topic: 팩스 in that for written opinions."""
    finders = [knowledge.faq_index.finder_by_detail[detail] for detail in frame.values("detail")]
    return [faq for faq in knowledge.facts.faqs if any(finder.search(text_of(faq, knowledge)) for finder in finders)]


def answers_it(faq: Faq, frame: Frame, knowledge: Knowledge) -> bool:
    """Return whether an answer holds what is asked: a number of people, somebody's own address, a detail like 메뉴."""
    text = text_of(faq, knowledge)
    is_theirs = frame.has("person", "family", "family_latin") or "person" in frame.values("reference")
    topics = topics_of(faq, knowledge)
    if is_theirs and _ADDRESSES & {*frame.values("topic"), *topics}:
        return False
    if not _holds_count(frame, text) or not _holds_price(frame, text, topics):
        return False
    question, values = _typed(frame), knowledge.held_values[frame.language]
    if lacks_value(question, text, values) or _lacks_thing(frame, things_of(question, values), text, topics):
        return False
    details = [d for d in frame.values("detail") if d.partition("/")[0] in topics]
    return all(knowledge.faq_index.finder_by_detail[detail].search(text) for detail in details)


def _lacks_thing(frame: Frame, things: Iterable[str], text: str, topics: frozenset[str]) -> bool:
    """Whether an answer with this text tells nothing of something asked to be there or to be needed: 충전기 있어요."""
    bare = text.replace(" ", "")
    for thing in things:
        meant = [sense for sense, token in frame.senses if _are_of_one(token.typed.replace(" ", ""), thing)]
        is_known = any(s.kind not in ("topic", "detail", "other") or s.value in topics - _OF_MANY_THINGS for s in meant)
        if not is_known and thing not in bare:
            return True
    return False


def _are_of_one(typed: str, thing: str) -> bool:
    """Whether one of two wordings is a part of the other: "translation service" of "translation"."""
    return bool(typed) and (typed in thing or thing in typed)


def _typed(frame: Frame) -> str:
    """The text of a question, of one of several in a message only that part."""
    line, tokens = frame.parse.line, frame.parse.tokens
    if not tokens or (tokens[0].start == 0 and tokens[-1].end == len(line.jamo)):
        return frame.question
    return line.typed(tokens[0].start, tokens[-1].end)


def text_of(faq: Faq, knowledge: Knowledge) -> str:
    """All that a question says of itself, normalised."""
    return knowledge.faq_index.text_by_faq[faq.id]


def _holds_count(frame: Frame, text: str) -> bool:
    """Whether the answer holds the number that the question asks for; how many came so far no answer tells."""
    line = frame.parse.line.text
    asked = _COUNTED.search(line)
    if asked is None:
        return "headcount" not in frame.values("topic")
    noun = asked[1] or asked[2]
    if noun in _OF_PEOPLE:
        return bool(_PEOPLE.search(text)) and not _SO_FAR.search(line)
    if has_hangul(noun):
        return bool(re.search(rf"\d ?{noun}", text))
    return bool(re.search(rf"\d(?: [a-z]+)? {re.escape(noun.removesuffix('s'))}", text))


def _holds_price(frame: Frame, text: str, topics: frozenset[str]) -> bool:
    """Whether an answer about another matter holds what that costs, where it is asked: 버스 요금."""
    return "fee" not in frame.values("topic") or "fee" in topics or bool(_PRICE.search(text))


def without_told(frame: Frame, faqs: Iterable[Faq], knowledge: Knowledge) -> Frame:
    """Return the frame without the words that nothing else explains and the answers hold: 빌려, 8만원."""
    known = tuple(faqs)
    named = frame.tokens_of("topic") & frame.patched
    if not known and not named:
        return frame
    texts = [text_of(faq, knowledge).replace(" ", "") for faq in known]
    stems = [knowledge.faq_index.stems_by_faq[faq.id] for faq in known]
    tokens = tuple(
        token
        for token in frame.parse.tokens
        if token not in named
        and not (
            (token.word is None or token.word.is_other)
            and (any(_holds(text, token.typed) for text in texts) or _is_told_in(token.typed, stems, knowledge))
        )
    )
    return replace(frame, parse=replace(frame.parse, tokens=tokens))


def _is_told_in(typed: str, stems_of_answers: Iterable[frozenset[str]], knowledge: Knowledge) -> bool:
    """Whether an answer holds another inflection of a word: 빌려 for 빌리시면."""
    if len(typed) < _SHORTEST_TOLD:
        return False
    own = stems_of(typed, knowledge.faq_index.endings)
    return any(not own.isdisjoint(stems) for stems in stems_of_answers)


def _holds(text: str, typed: str) -> bool:
    """Whether a text without its spaces holds what was typed; a number only as a whole."""
    word = typed.replace(" ", "")
    return re.search(rf"(?<!\d){word}(?!\d)", text) is not None if word.isdigit() else word in text


def topics_of(faq: Faq, knowledge: Knowledge) -> frozenset[str]:
    """The topics a question is about (see ``faq_topics``)."""
    return knowledge.faq_index.topics_by_faq[faq.id]


def faqs_on(topics: Iterable[str], knowledge: Knowledge) -> list[Faq]:
    """The questions about the first of the topics that has any; those that name it themselves before the others."""
    for topic in topics:
        found = [faq for faq in knowledge.facts.faqs if topic in topics_of(faq, knowledge)]
        if found:
            return [faq for faq in found if faq.topic] or found
    return []
