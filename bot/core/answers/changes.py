"""What was changed or cancelled, told to whoever asks: that alone which is asked about, or that it is as planned."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from bot.core.answers import press, row_times, talk_times
from bot.core.answers import seminar as whole
from bot.core.answers.refusals import topic_not_announced
from bot.core.change_asks import (
    TIMES,
    About,
    Target,
    asked_of_change,
    asks_whether,
    change_words,
    follows_change,
    is_bare,
    is_negated,
    is_of_one_told,
    targets,
    targets_told,
)
from bot.core.drafts import Basis, Draft, draft
from bot.core.evidence import asks_for_something_else
from bot.core.faqs import faqs_on
from bot.core.inquiry import Inquiry
from bot.core.model import Embargo, Entry, Note, Seminar, Session, Status, Talk
from bot.core.polarity import is_polar
from bot.core.reply import Outcome
from bot.core.standing import Change, changed_facts, news_of, tell_cancelled, tell_former, tell_standing
from bot.core.verdicts import with_verdict
from bot.core.voice import Voice

_OWN_TOPICS = frozenset({"cancellation", "reason", "predecessor"})
_OF_CONTENT = frozenset({"content", "quote", "heading", "permission"})
_OPEN = frozenset({"background", "certain", "what", "list", "count", "attend"})


def answer_changes(inquiry: Inquiry, decide: Callable[[Inquiry], Draft]) -> Draft | None:
    """Answer what asks of a change: what was changed, why, since when, what was before; ``decide`` tells other facts.

    Only where the knowledge tells of some change: one that tells of none may not have been kept up to date.
    """
    asked = _asked(inquiry)
    facts = changed_facts(inquiry.knowledge) if asked and not _is_of_something_else(inquiry) else []
    if not facts:
        return None
    told = targets_told(inquiry.frame, asked, inquiry.context, inquiry.knowledge) if is_of_one_told(asked) else ()
    if found := _among(facts, told, asked):
        return _tell(inquiry, found, asked)
    named = targets(inquiry.frame, asked, inquiry.knowledge) or told
    if found := _among(facts, named, asked):
        return _tell(inquiry, found, asked)
    if not asks_whether(asked):
        return None
    if named or inquiry.frame.asks - _OPEN:
        return _unchanged(inquiry, named, asked, decide)
    if About.WHY in asked:
        return topic_not_announced(inquiry, inquiry.voice.name_of("topic", "reason"))
    if not is_bare(inquiry.frame):
        return None
    if found := _of_kind(facts, asked):
        return tell_changes(inquiry, found)
    if not is_polar(inquiry.frame, inquiry.knowledge):
        return None
    nothing = draft(inquiry.voice.say("nothing_cancelled"), (inquiry.facts.seminar, "status"))
    return with_verdict(nothing, None if is_negated(inquiry.frame, inquiry.knowledge) else False, inquiry.voice)


def tell_changes(inquiry: Inquiry, found: Sequence[Change], is_former: bool = False) -> Draft:
    """Say what was cancelled and what has changed; of that what it was before, and then what it is."""
    voice = inquiry.voice
    changed = [(owner, entry) for owner, entry in found if entry.status is Status.CHANGED]
    tell = tell_former if is_former else _told_at_once
    off = () if is_former and changed else tell_cancelled((entry for _, entry in found), voice)
    lines = (*off, *(line for owner, entry in changed for line in tell(entry, owner, voice)))
    basis = (Basis(owner, entry.field if isinstance(entry, Note) else "status") for owner, entry in found)
    about = tuple(dict.fromkeys(owner for owner, _ in found))
    return Draft(tuple(dict.fromkeys(lines)), tuple(basis), about=about, is_standing_told=True)


def _told_at_once(entry: Entry, owner: Entry, voice: Voice) -> tuple[str, ...]:
    return (tell_standing(entry, owner, voice),)


def _asked(inquiry: Inquiry) -> frozenset[About]:
    """What is asked of a change; a bare "why?" or "since when?" only right after a question of one."""
    frame, knowledge = inquiry.frame, inquiry.knowledge
    asked = asked_of_change(frame, knowledge)
    if asks_whether(asked) or About.FORMER in asked:
        return asked
    further = asked - {About.TOLD}
    is_further = further and is_bare(frame) and follows_change(frame, inquiry.context, knowledge)
    return further if is_further else frozenset()


def _is_of_something_else(inquiry: Inquiry) -> bool:
    """Whether the question names a topic or a thing beside the change, or the knowledge's own answers are of it."""
    frame, topics = inquiry.frame, inquiry.frame.values("topic")
    if {*topics} - _OWN_TOPICS or frame.has("faq", "unannounced", "wrong") or frame.asks & _OF_CONTENT:
        return True
    words = change_words(frame, inquiry.knowledge)
    own = [token for token in frame.unexplained if any(token.typed in word for word in words)]
    return bool(faqs_on(topics, inquiry.knowledge)) or asks_for_something_else(frame.explaining(own))


def _among(facts: Iterable[Change], meant: Sequence[Target], asked: frozenset[About]) -> list[Change]:
    return [pair for pair in _of_kind(facts, asked) if any(target.meets(*pair) for target in meant)]


def _of_kind(facts: Iterable[Change], asked: frozenset[About]) -> list[Change]:
    """What was cancelled, where that alone is asked; what has another value, where that is."""
    if About.CANCELLED in asked and not {About.CHANGED, About.MOVED} & asked:
        return [(owner, entry) for owner, entry in facts if entry.is_cancelled]
    is_former = About.FORMER in asked and not asks_whether(asked)
    return [(owner, entry) for owner, entry in facts if not (is_former and entry.is_cancelled)]


def _tell(inquiry: Inquiry, found: Sequence[Change], asked: frozenset[About]) -> Draft:
    made = tell_changes(inquiry, found, is_former=About.FORMER in asked)
    if About.WHY not in asked:
        return made
    refused = topic_not_announced(inquiry, inquiry.voice.name_of("topic", "reason"))
    return replace(made, lines=(*made.lines, *refused.lines), outcome=Outcome.NOT_ANNOUNCED)


def _unchanged(
    inquiry: Inquiry, named: Sequence[Target], asked: frozenset[About], decide: Callable[[Inquiry], Draft]
) -> Draft | None:
    """That it is as planned, led by no; nothing where neither a yes or a no nor the reason is asked."""
    frame, knowledge, voice = inquiry.frame, inquiry.knowledge, inquiry.voice
    is_of_one = any(target.owners for target in named)
    if is_of_one and About.WHY not in asked and not is_polar(frame, knowledge):
        return None
    if frame.has("topic_word", "summary_word") and not frame.has("talks", "talk", "ordinal", "session", "kind"):
        return None  # a plan that a talk tells of
    rest = replace(inquiry, frame=frame.without("topic").without_ask("background"))
    owners = [knowledge.entry_by_path[path] for target in named for path in sorted(target.owners)]
    made = _as_planned(rest, owners, named, asked) or decide(rest)
    is_so = None if is_negated(frame, knowledge) else False
    if made.outcome is not Outcome.ANSWER:
        return None
    lines = with_verdict(made, is_so, voice).lines
    beside = news_of((o for o in owners if isinstance(o, Session)), TIMES, voice)
    if any(isinstance(owner, Seminar) for owner in owners) and About.CANCELLED in asked:
        off = [voice.label(entry) for _, entry in changed_facts(knowledge) if entry.is_cancelled]
        beside = (voice.say("also_cancelled", titles=voice.join(off)),) if off else ()
    return replace(made, lines=(*lines, *beside), is_standing_told=True)


def _as_planned(
    rest: Inquiry, owners: Sequence[Entry], named: Sequence[Target], asked: frozenset[About]
) -> Draft | None:
    """When it is, where its hours or itself are asked about; nothing where another of its facts is."""
    fields = frozenset().union(*(target.fields for target in named))
    if any(isinstance(owner, Embargo) for owner in owners):
        return press.answer_embargo(rest)
    if About.CANCELLED not in asked and not fields <= TIMES:
        return None
    if (named and not owners) or any(isinstance(owner, Seminar) for owner in owners):
        return whole.tell_when(rest)
    talks = list(dict.fromkeys(owner for owner in owners if isinstance(owner, Talk)))
    if talks:
        return talk_times.tell_when(rest, talks)
    rows = list(dict.fromkeys(owner for owner in owners if isinstance(owner, Session)))
    return row_times.tell_when(rest, rows) if rows else None
