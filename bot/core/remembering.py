"""What a conversation remembers of a question and its reply."""

from dataclasses import replace

from bot.core.drafts import Draft
from bot.core.followups import KEPT, OLDEST
from bot.core.grounding import find_talks
from bot.core.inquiry import Inquiry
from bot.core.model import Faq, Talk
from bot.core.reply import Context, Outcome

_MOST_NAMED = 24  # entries that a conversation remembers


def remembered(inquiry: Inquiry, made: Draft) -> Context:
    """Return what the next question is to be read in: what this one was about, and the question itself.

    Small talk leaves the question before it as the last one.
    """
    context = _next_context(inquiry, made)
    if made.outcome is Outcome.SMALLTALK:
        return context
    before = replace(inquiry.context, question="", before=None)
    return replace(context, question=inquiry.frame.question, before=before)


def _next_context(inquiry: Inquiry, made: Draft) -> Context:
    """What the conversation is about now; small talk and refusals leave it as it was, one question older."""
    before, frame = inquiry.context, inquiry.frame
    about = tuple(entry.path for entry in (*made.about, *_talks_named_with(inquiry, made)))
    if not about:
        return replace(before, age=before.age + 1)
    rows = [inquiry.knowledge.session_by_id[id_].path for id_ in frame.values("session")]
    told = tuple(dict.fromkeys((*rows, *about)))
    named = (*(path for path in before.named if before.age < OLDEST and path not in told), *told)
    asked = [f"{sense.kind}:{sense.value}" for sense, _ in frame.senses if sense.kind in KEPT]
    if frame.asks <= {"certain"}:  # what was asked before somebody was claimed for it is still asked
        asked += [kept for kept in before.asked if kept in ("who", "name")]
    if any(sense.kind == "person" for sense in frame.inherited):  # 그분 소속은요: still that of the chair
        asked += [kept for kept in before.asked if kept.startswith("role:")]
    return Context(about, tuple(sorted({*frame.asks, *asked})), 0, named[-_MOST_NAMED:])


def _talks_named_with(inquiry: Inquiry, made: Draft) -> tuple[Talk, ...]:
    """The talks that a question names which a general answer was given to: "그 강연 통역 돼요? 그건 몇 시예요"."""
    if not made.about or not all(isinstance(entry, Faq) for entry in made.about):
        return ()
    return find_talks(inquiry.frame, inquiry.knowledge) if inquiry.frame.has("talk", "topic_word") else ()
