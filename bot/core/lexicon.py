"""The index of all wordings, built once per knowledge: exact, by a slip or two, and by initial consonants."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from rapidfuzz.distance import OSA, Levenshtein

from bot.core.language import KNOWLEDGE_SENSES, OTHER, Part, Sense, Word
from bot.core.text import initials_of, letter_of

_PREFIX = 7  # jamo; the first and the last so many of a form are indexed with one of them left out
_LONG_FORM = 7  # jamo; a Latin word under this is repaired only from five letters on
_TWO_SLIPS = 9  # jamo; from here on two slips are forgiven where both are plain
_VERY_LONG_FORM = 12  # jamo; from here on any two
_STUB = 4  # jamo; the ends of a long form are indexed as they are, for two slips in its middle
_LONG_NAME = 10  # jamo or letters
_LONGEST_REPAIRED = 32  # jamo; two more than the longest stretch that is repaired
_SHORTEST_GLUE = 3  # jamo; 있, 뭐가: everyday words are repaired even so short, where one key was missed
_EVERYDAY = (Part.FILLER, Part.FILLER_STEM)
_SHORT_FORM = 4  # jamo; under this none is
_CARRIERS = (Part.NOUN, Part.STEM)
_LONG_KEYWORD = 4  # syllables
_NAMES = ("person", "title", "org", "session", "talk")

_MOST_TALKS = 120  # that one word may point to
_OF_TALKS = ("topic_word", "summary_word")
_KNOWN = Sense("title_word", "")
_HEAD = 6  # jamo; of longer forms the lengths are known by their first so many


@dataclass(frozen=True, slots=True)
class Near:
    """A word that what was typed is a few slips away from."""

    word: Word
    slips: int


class Lexicon:
    """Looks up what stands at a place of a line of jamo. Immutable after it is built."""

    def __init__(
        self,
        words: Iterable[Word],
        initials: Mapping[str, int] | None = None,
        phrases: Iterable[Word] = (),
        ordinary: Iterable[str] = (),
    ) -> None:
        self._ordinary = frozenset(ordinary)
        self._words = merge_words(words)
        self._by_form: dict[str, list[Word]] = {}
        self._lengths: dict[str, set[int]] = {}
        self._near: dict[str, Word | list[Word]] = {}  # most keys have one word, and a list each would double the index
        self._by_initials: defaultdict[str, list[Word]] = defaultdict(list)
        self._rank_by_form = initials or {}
        for word in self._words:
            self._add(word)
            if word.form in self._rank_by_form or (not word.is_other and _is_name(word)):
                self._by_initials[initials_of(word.text)].append(word)

        for phrase in phrases:
            self._add_near(phrase)
        self._ends = {head: tuple(sorted(lengths)) for head, lengths in self._lengths.items()}
        del self._lengths

    def __iter__(self) -> Iterator[Word]:
        return iter(self._words)

    def _add(self, word: Word) -> None:
        self._by_form.setdefault(word.form, []).append(word)
        if len(word.form) > _HEAD:
            self._lengths.setdefault(word.form[:_HEAD], set()).add(len(word.form))
        shortest = _SHORTEST_GLUE if word.part in _EVERYDAY else _SHORT_FORM
        repaired = shortest <= len(word.form) <= _LONGEST_REPAIRED
        is_short_particle = word.part is Part.PARTICLE and len(word.form) < _SHORT_FORM
        if repaired and not is_short_particle and not _is_never_meant(word):
            self._add_near(word)

    def _add_near(self, word: Word) -> None:
        near = self._near
        for key in _keys(word.form):
            known = near.setdefault(key, word)
            if isinstance(known, list):
                known.append(word)
            elif known is not word:
                near[key] = [known, word]

    def starting_at(self, line: str, start: int) -> Iterator[tuple[int, Word]]:
        """Yield every word whose form stands at ``start`` of ``line``, with the place where it ends."""
        by_form, most = self._by_form, len(line) - start
        lengths = self._ends.get(line[start : start + _HEAD], ())
        for length in chain(range(1, min(_HEAD, most) + 1), lengths):
            if length > most:
                return
            for word in by_form.get(line[start : start + length], ()):
                yield start + length, word

    def near(self, typed: str) -> list[Near]:
        """Return the words that ``typed`` (jamo) misses by few slips, the nearest first; none of an ordinary word."""
        if typed in self._ordinary:
            return []
        words = {id(word): word for key in _keys(typed) for word in self._near_by(key)}
        slips_of = ((word, OSA.distance(typed, word.form, score_cutoff=2)) for word in words.values())
        allowed = [Near(word, n) for word, n in slips_of if 0 < n <= 2 and n <= _allowance(word, typed)]
        return sorted(allowed, key=lambda near: (near.slips, near.word.form))

    def _near_by(self, key: str) -> Sequence[Word]:
        found = self._near.get(key, ())
        return [found] if isinstance(found, Word) else found

    def by_initials(self, letters: str) -> Sequence[Word]:
        """Return the words with these initial consonants (초성), those that people most likely mean first."""
        return sorted(self._by_initials.get(letters, ()), key=self._initials_rank)

    def _initials_rank(self, word: Word) -> tuple[bool, int, str]:
        """People first, then the words people type so, the most usual first, then other names."""
        is_person = any(sense.kind == "person" for sense in word.senses)
        return not is_person, self._rank_by_form.get(word.form, len(self._rank_by_form)), word.form


def merge_words(words: Iterable[Word]) -> tuple[Word, ...]:
    """Join the senses of words of the same form and part; what the knowledge names is no filler, no other matter."""
    first: dict[tuple[str, Part], Word] = {}
    senses: dict[tuple[str, Part], set[Sense]] = {}
    for word in words:
        key = word.form, word.part
        if key in first:
            senses.setdefault(key, set(first[key].senses)).update(word.senses)
        else:
            first[key] = word
    merged = first | {key: _with_senses(first[key], found) for key, found in senses.items()}
    named = {form for (form, _), word in merged.items() if any(s.kind in KNOWLEDGE_SENSES for s in word.senses)}
    return tuple(w for w in merged.values() if w.form not in named or not (w.part is Part.FILLER or w.is_other))


def _with_senses(word: Word, senses: set[Sense]) -> Word:
    """The word with these senses; any other is stronger than that it is about something else.

    A word that stands in very many talks tells none of them: it is known, and no more.
    """
    if len(senses) > _MOST_TALKS:
        senses = {sense for sense in senses if sense.kind not in _OF_TALKS} | {_KNOWN}
    return Word(word.form, word.text, word.part, frozenset(senses - {OTHER} if len(senses) > 1 else senses))


def _keys(form: str) -> list[str]:
    """The first and the last jamo of a form, whole and with any one of them left out; a double letter gives two."""
    head, tail = form[:_PREFIX], form[-_PREFIX:]
    keys = [f"<{head}", f"{tail}>"]
    if len(form) >= _TWO_SLIPS:
        keys += [f"[{form[:_STUB]}", f"{form[-_STUB:]}]"]
    keys += [f"<{head[:n]}{head[n + 1 :]}" for n in range(len(head))]
    keys += [f"{tail[:n]}{tail[n + 1 :]}>" for n in range(len(tail))]
    return keys


def _allowance(word: Word, typed: str) -> int:
    form, shorter = word.form, min(len(word.form), len(typed))
    if shorter < _SHORT_FORM:
        is_swap = len(form) == len(typed) == _SHORTEST_GLUE and word.part in _EVERYDAY
        return 1 if is_swap and is_plain_slip(typed, form) else 0
    if word.part not in _CARRIERS:
        return 1 if is_plain_slip(typed, form) else 0
    if shorter <= _LONG_NAME and any(sense.kind == "person" for sense in word.senses):
        return 2 if is_heard_alike(typed, form) else 1  # two other slips make another name
    if form.isascii() and shorter < _LONG_FORM:
        if all(sense.kind == "topic" for sense in word.senses):
            return 0
        swapped = form[0] == typed[0] and sorted(form) == sorted(typed)
        return 1 if shorter > _SHORT_FORM or swapped else 0
    if shorter < _TWO_SLIPS:
        return 1
    if any(sense.kind in _NAMES for sense in word.senses) and not is_plain_slip(typed, form):
        return 0  # 부산연구원 is not a slip for 울산연구원
    return 2 if shorter >= _VERY_LONG_FORM or is_plain_slip(typed, form) else 1


def _is_name(word: Word) -> bool:
    """Whether a word of the knowledge is typed by its initials, too: right names, titles, rows, long keywords."""
    kinds = {sense.kind for sense in word.senses}
    is_keyword = "topic_word" in kinds and len(word.text) >= _LONG_KEYWORD
    is_named = bool(kinds & set(_NAMES)) or is_keyword
    return is_named and "wrong" not in kinds and not word.text.isascii() and len(word.text) > 1


def _is_never_meant(word: Word) -> bool:
    """Whether a word is not looked for under slips: a part of a name, or a word about something else."""
    if word.is_other or _is_short_name(word):
        return True
    return any(sense.kind in ("family", "family_latin") for sense in word.senses)


def _is_short_name(word: Word) -> bool:
    """Given names of two syllables are too near to common words to be looked for under slips."""
    return len(word.text) < 3 and word.is_given


def is_plain_slip(typed: str, form: str) -> bool:
    """Return whether the differences are such as fingers and ears make: a key beside, a like sound, a lost final."""
    edits = Levenshtein.editops(typed, form)
    return all(edit.tag != "replace" or is_alike(typed[edit.src_pos], form[edit.dest_pos]) for edit in edits)


def is_alike(one: str, other: str) -> bool:
    """Return whether two jamo sound alike or lie side by side on the two-set keyboard."""
    if one >= _FIRST_FINAL and other >= _FIRST_FINAL and _HEARD.get(one, one) == _HEARD.get(other, other):
        return True
    pair = frozenset((letter_of(one), letter_of(other)))
    return len(pair) == 1 or pair in _ALIKE


def is_heard_alike(typed: str, form: str) -> bool:
    """Return whether the two differ only by letters that sound alike."""
    edits = Levenshtein.editops(typed, form)
    return all(edit.tag == "replace" and _sound_alike(typed[edit.src_pos], form[edit.dest_pos]) for edit in edits)


def _sound_alike(one: str, other: str) -> bool:
    if one >= _FIRST_FINAL and other >= _FIRST_FINAL and _HEARD.get(one, one) == _HEARD.get(other, other):
        return True
    return any(letter_of(one) in group and letter_of(other) in group for group in _SOUNDS)


_FIRST_FINAL = "\u11a8"
# What a final is heard as: 몃, 몉 and 멷 are all 몇.
_HEARD = {final: group[0] for group in ("ᆮᆺᆻᆽᆾᇀᇂ", "ᆨᆩᆪᆰᆿ", "ᆸᆹᇁᆲᆵ", "ᆫᆬᆭ", "ᆯᆳᆴᆶ", "ᆷᆱ") for final in group}
_ROWS = ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "ㅋㅌㅊㅍㅠㅜㅡ")
_SOUNDS = (
    "ㄱㄲㅋ", "ㄷㄸㅌ", "ㅂㅃㅍ", "ㅅㅆ", "ㅈㅉㅊ", "ㅐㅔ", "ㅐㅒ", "ㅔㅖ", "ㅒㅖ", "ㅙㅚㅞ", "ㅓㅗ", "ㅜㅡ",
    "ㅏㅑ", "ㅓㅕ", "ㅗㅛ", "ㅜㅠ", "ㅢㅣ", "ㅢㅡ", "ㅟㅣ", "ㅕㅔ", "ㅇㅎ",
)  # fmt: skip


def _alike_pairs() -> frozenset[frozenset[str]]:
    pairs = {frozenset((a, b)) for group in _SOUNDS for a in group for b in group if a != b}
    for row in _ROWS:
        pairs.update(frozenset(pair) for pair in pairwise(row))
    for upper, lower in pairwise(_ROWS):
        for at, key in enumerate(lower):
            pairs.update(frozenset((key, near)) for near in upper[at : at + 2])
    return frozenset(pairs)


_ALIKE = _alike_pairs()
