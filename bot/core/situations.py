"""Topics that people ask for by telling their situation: "차 두고 갈 데 있나요" is about parking, without the word."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from bot.core.language import Speech

_GAP, _LONGEST_GAP = "…", "([^.?!]{0,15})"  # the only groups: what stands between tells nothing itself
_CITY = "CITY"


@dataclass(frozen=True, slots=True)
class Situations:
    """The patterns by which one language tells topics, each of a topic in one."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...]

    def found_in(self, text: str, topics: Set[str] | None = None) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield every topic that a normalised text tells, with where it does; only of these ``topics``, where given."""
        for topic, pattern in self.patterns:
            if (topics is None or topic in topics) and (match := pattern.search(text)):
                yield topic, match


def make_situations(speech: Speech) -> Situations:
    """Return the situations of a language; a blank in a Korean pattern may be left out."""
    cities = f"(?:{'|'.join(speech.lists['place_names'])})"
    return Situations(
        tuple(
            (topic, re.compile("|".join(_filled(one, cities, speech.code) for one in wordings)))
            for topic, wordings in speech.situations.items()
        )
    )


def _filled(pattern: str, cities: str, language: str) -> str:
    blank = " ?" if language == "ko" else " "
    return pattern.replace(" ", blank).replace(_GAP, _LONGEST_GAP).replace(_CITY, cities)
