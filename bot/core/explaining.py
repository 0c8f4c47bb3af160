"""Why a question was answered as it was: the repaired text, what each word was taken for, and who answered."""

from datetime import datetime

from bot.core.answering import DECIDERS, hear, in_zone
from bot.core.inquiry import Inquiry
from bot.core.knowledge import Knowledge
from bot.core.parsing import Token
from bot.core.reading import read
from bot.core.reply import Context


def explain(question: str, knowledge: Knowledge, now: datetime, context: Context) -> tuple[str, ...]:
    """Return lines for a person who looks into the bot's decision; nothing here is shown to visitors."""
    frame = read(question, knowledge, in_zone(now, knowledge))
    inquiry = hear(question, knowledge, now, context)
    inherited = ", ".join(f"{sense.kind}={sense.value}" for sense in sorted(inquiry.frame.inherited))
    return (
        f"read as: {frame.parse.line.text}{' (other keyboard layout)' if frame.is_layout_repaired else ''}",
        f"cost: {frame.parse.cost:.1f}",
        *(f"  {_describe(token)}" for token in frame.parse.tokens),
        f"from the conversation: {inherited or 'nothing'}",
        *_weigh(inquiry),
    )


def _describe(token: Token) -> str:
    word = token.word
    if word is None:
        return f"{token.typed}: unknown"
    repaired = f" (taken for {word.text}, {token.slips:.1f} slips)" if token.slips else ""
    senses = ", ".join(f"{sense.kind}={sense.value}" if sense.value else sense.kind for sense in sorted(word.senses))
    return f"{token.mistyped or token.typed}{repaired}: {senses or word.part.value}"


def _weigh(inquiry: Inquiry) -> tuple[str, ...]:
    """What every decider would say; the first that says anything answers."""
    readings: list[str] = []
    for decider in DECIDERS:
        made = decider(inquiry)
        if made:
            mark = "  " if readings else "=>"
            readings.append(f"{mark} {decider.__name__.strip('_')}: {made.outcome}: {' / '.join(made.lines)[:100]}")
    return tuple(readings)
