"""Leading an answer with yes or no."""

from dataclasses import replace

from bot.core.drafts import Draft, is_certain
from bot.core.reply import Outcome
from bot.core.voice import Voice


def with_verdict(made: Draft, is_so: bool | None, voice: Voice) -> Draft:
    """Return the draft led by yes or no; as it is where that is not known (None), or where it is no sure answer.

    Of what was cancelled neither is said: that it is cancelled leads the answer.
    """
    if any(basis.entry.is_cancelled for basis in made.rests_on):
        return made
    if is_so is None or made.outcome is not Outcome.ANSWER or not made.lines or not is_certain(made):
        return made
    line = voice.say("confirming" if is_so else "denying", line=made.lines[0])
    return replace(made, lines=(line, *made.lines[1:]))
