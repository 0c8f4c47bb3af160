"""From what a question names to the entries it is about: people, talks and rows of the timetable.

Names are stronger than roles, roles than titles, titles than organisations; words of the content point to the talks
that hold most of them. Nothing is guessed: a name that fits nobody gives nobody.
"""

from collections import Counter
from datetime import time

from bot.core.claims import claimed_count
from bot.core.knowledge import Knowledge
from bot.core.model import Person, Session, Talk
from bot.core.naming import heads_department
from bot.core.programme import falls_in, parts_of_day
from bot.core.reading import Frame
from bot.core.relations import chairs, speakers_of, talk_day
from bot.core.rows import rows_called_by_kind
from bot.core.text import normalise


def find_people(frame: Frame, knowledge: Knowledge) -> tuple[Person, ...]:
    """Return the people the question is about, unconfirmed ones included."""
    named = set(frame.values("person"))
    if named:
        return tuple(knowledge.person_by_id[id_] for id_ in frame.values("person") if id_ in knowledge.person_by_id)
    for finder in (_by_family, _by_title, _by_role):
        found = finder(frame, knowledge)
        if found is not None:
            return found
    return ()


def _by_family(frame: Frame, knowledge: Knowledge) -> tuple[Person, ...] | None:
    families, latin = frame.values("family"), frame.values("family_latin")
    if not families and not latin:
        return None
    found = knowledge.in_order(p for name in (*families, *latin) for p in knowledge.people_by_family.get(name, ()))
    honorifics = frame.values("honorific")
    titled = [p for p in found if p.title and any(h and h in w.lower() for h in honorifics for w in p.title.wordings)]
    if not titled and any(not is_courtesy(honorific, knowledge) for honorific in honorifics):
        return ()
    certain = [p for p in titled or found if not p.withheld]
    if "speaker" in frame.values("role"):
        certain = [p for p in certain if p.id in knowledge.talks_by_speaker] or certain
    return tuple(_narrow_by_place(certain or found, frame))


def is_courtesy(honorific: str, knowledge: Knowledge) -> bool:
    """Return whether a title is given to anybody (박사, 선생), so that a wrong one still means the person."""
    return any(sense.kind == "courtesy" for sense in knowledge.senses_of(honorific))


def _by_title(frame: Frame, knowledge: Knowledge) -> tuple[Person, ...] | None:
    titles, departments = frame.values("title"), frame.values("department")
    if frame.has("head"):
        return _heads(departments, frame, knowledge)
    if not titles and not departments:
        return _by_short_title(frame, knowledge)
    by_title = knowledge.people_by_title
    if titles:
        found = knowledge.in_order(p for t in titles for p in by_title.get(t, ()))
        found = _as_many(_of_place(found, frame), titles, frame, knowledge) or found
        found = found or knowledge.in_order(
            p for known, ps in by_title.items() if any(t in known for t in titles) for p in ps
        )
    else:
        found = [p for p in knowledge.facts.people if not p.withheld]
    if departments:
        found = [p for p in found if p.department and normalise(p.department.ko) in departments] or found
    return tuple(_of_place(found, frame))


def _heads(departments: tuple[str, ...], frame: Frame, knowledge: Knowledge) -> tuple[Person, ...]:
    """Who heads the departments named, or any."""
    heads = [p for p in knowledge.facts.people if heads_department(p) and not p.withheld]
    offices = " ".join(c.name.ko for c in knowledge.facts.contacts if c.name and c.id in frame.values("contact"))
    own = [(p, p.department.ko) for p in heads if p.department]
    named = [p for p, department in own if normalise(department) in departments or department in offices]
    return tuple(_of_place(named if departments or offices else heads, frame))


def _as_many(found: list[Person], titles: tuple[str, ...], frame: Frame, knowledge: Knowledge) -> list[Person]:
    """Where more are meant than hold the very title, those whose title ends in it, too: 교수님 두 분, one a 부교수."""
    if len(found) >= (claimed_count(frame) or 1):
        return found
    every = (p for known, people in knowledge.people_by_title.items() if known.endswith(titles) for p in people)
    return _of_place(knowledge.in_order(every), frame)


def _by_short_title(frame: Frame, knowledge: Knowledge) -> tuple[Person, ...] | None:
    """The people whose title ends in the one used: 실장님 for a 국토도시실장."""
    values = [value for value in frame.values("honorific") if len(value) > 1]
    short = tuple(v for v in values if not any(s.kind == "organisation_noun" for s in knowledge.senses_of(v)))
    if not short:
        return None
    found = knowledge.in_order(
        p for title, ps in knowledge.people_by_title_wording.items() if title.endswith(short) for p in ps
    )
    return tuple(_of_place(found, frame)) if found and not frame.has("role", "named_role") else None


def _by_role(frame: Frame, knowledge: Knowledge) -> tuple[Person, ...] | None:
    roles = frame.values("role")
    own = frame.values("named_role")
    if not roles and not own:
        return None
    found: list[Person] = knowledge.in_order(p for r in own for p in knowledge.people_by_named_role.get(r, ()))
    if "speaker" in roles:
        found += speakers_of(find_talks(frame, knowledge), knowledge)
    is_of_panel = "discussant" in roles or frame.has("session", "kind")
    if "chair" in roles or ("mc" in roles and (is_of_panel or not knowledge.people_by_role.get("mc"))):
        found += chairs(find_sessions(frame, knowledge) or knowledge.facts.sessions, knowledge)
    if "discussant" in roles:
        found += [p for id_ in _panellists(frame, knowledge) if (p := knowledge.person_by_id.get(id_))]
    named = find_sessions(frame, knowledge)
    is_told = bool(chairs(named, knowledge)) or (bool(named) and bool(chairs(knowledge.facts.sessions, knowledge)))
    others = [r for r in roles if r != "chair" or not is_told]
    found += knowledge.in_order(p for r in others for p in knowledge.people_by_role.get(r, ()))
    return tuple(_narrow_by_place(list({p.path: p for p in found}.values()), frame))


def _panellists(frame: Frame, knowledge: Knowledge) -> list[str]:
    """The ids of who speaks in the discussions named, or in all of them."""
    named = [s for s in find_sessions(frame, knowledge) if s.kind == "discussion"]
    rows = named or knowledge.sessions_by_kind.get("discussion", ())
    return [id_ for row in rows for id_ in row.speakers]


def _narrow_by_place(people: list[Person], frame: Frame) -> list[Person]:
    """Those of the organisation or place named; everybody where none is, or where nobody fits."""
    wanted = set(frame.values("org", "place"))
    narrowed = [p for p in people if p.organisation in wanted]
    return narrowed or people if wanted else people


def _of_place(people: list[Person], frame: Frame) -> list[Person]:
    """Those of the organisation or place named: a title there that nobody holds is nobody's."""
    wanted = set(frame.values("org", "place"))
    return [p for p in people if p.organisation in wanted] if wanted else people


def find_talks(frame: Frame, knowledge: Knowledge) -> tuple[Talk, ...]:
    """Return the talks the question is about: all of them where nothing narrows it."""
    talks = _candidates(frame, knowledge)
    for narrow in (_by_id, _by_session, _by_day, _by_order, _by_speaker, _by_organisation, _by_words):
        talks = narrow(frame, talks, knowledge)
    if not narrows_talks(frame) or len(talks) == len(knowledge.facts.talks):
        talks = [talk for talk in talks if not talk.is_cancelled] or talks
    if len(talks) == 1 and frame.moments & {"next", "previous"}:
        return _beside(talks[0], 1 if "next" in frame.moments else -1, knowledge)
    return tuple(talks)


def _beside(talk: Talk, step: int, knowledge: Knowledge) -> tuple[Talk, ...]:
    """What is given before or after a talk; what was cancelled is passed over."""
    order = talk.order + step
    while found := knowledge.talks_by_order.get(order, ()):
        if held := tuple(one for one in found if not one.is_cancelled):
            return held
        order += step
    return ()


def _candidates(frame: Frame, knowledge: Knowledge) -> list[Talk]:
    """The talks that the first narrowing leaves, taken from an index where there is one."""
    if ids := frame.values("talk"):
        return knowledge.in_order(knowledge.talk_by_id[id_] for id_ in ids if id_ in knowledge.talk_by_id)
    if found := [t for id_ in frame.values("session") for t in knowledge.talks_by_session.get(id_, ())]:
        return knowledge.in_order(found)
    if (orders := frame.values("ordinal")) and not frame.days:
        last = max(knowledge.talks_by_order, default=0)
        wanted = {last if order == "-1" else int(order) for order in orders}
        return knowledge.in_order(t for order in wanted for t in knowledge.talks_by_order.get(order, ()))
    if people := frame.values("person"):
        return knowledge.in_order(t for id_ in people for t in knowledge.talks_by_speaker.get(id_, ()))
    if (bodies := frame.values("org", "place")) and (
        found := [
            t
            for id_ in bodies
            for p in knowledge.people_by_organisation.get(id_, ())
            for t in knowledge.talks_by_speaker.get(p.id, ())
        ]
    ):
        return knowledge.in_order(found)
    return list(knowledge.facts.talks)


def narrows_talks(frame: Frame) -> bool:
    """Return whether the question points to some of the talks."""
    return frame.has("talk", "ordinal", "topic_word", "person", "family", "family_latin", "org", "place") or (
        frame.has("summary_word")
    )


def names_rows_alone(frame: Frame, knowledge: Knowledge) -> bool:
    """Return whether rows without talks are named, so that "first" is not the first talk of all."""
    if frame.has("talks", "talk", "topic_word", "person", "named_role") or "speaker" in frame.values("role"):
        return False
    rows = find_sessions(frame, knowledge)
    return bool(rows) and not any(row.id in knowledge.talks_by_session for row in rows)


def _by_id(frame: Frame, talks: list[Talk], knowledge: Knowledge) -> list[Talk]:
    del knowledge
    ids = frame.values("talk")
    return [t for t in talks if t.id in ids] if ids else talks


def _by_session(frame: Frame, talks: list[Talk], knowledge: Knowledge) -> list[Talk]:
    """The talks of the rows named: 트랙 B 발표."""
    del knowledge
    ids = set(frame.values("session"))
    return [t for t in talks if t.session in ids] or talks if ids else talks


def _by_order(frame: Frame, talks: list[Talk], knowledge: Knowledge) -> list[Talk]:
    orders = {int(value) for value in frame.values("ordinal")}
    if not orders or not talks:
        return talks
    numbered = knowledge.talks_by_order if len(talks) > 1 else [t.order for t in talks]
    wanted = {max(numbered) if order == -1 else order for order in orders}
    found = [t for t in talks if t.order in wanted]
    if found or len(talks) == len(knowledge.facts.talks):
        return found
    ranked = sorted(talks, key=lambda t: (t.start or time.min, t.order))  # the first of a day or of a session
    return [ranked[n - 1 if n > 0 else n] for n in orders if n and -1 <= n <= len(ranked)]


def _by_speaker(frame: Frame, talks: list[Talk], knowledge: Knowledge) -> list[Talk]:
    people = set(frame.values("person"))
    if not people and frame.has("family", "family_latin"):
        people = {p.id for p in _by_family(frame, knowledge) or ()}
    if not people:
        return talks
    return [t for t in talks if people & set(t.speakers)] or ([] if not frame.has("talk", "ordinal") else talks)


def _by_organisation(frame: Frame, talks: list[Talk], knowledge: Knowledge) -> list[Talk]:
    wanted = set(frame.values("org", "place"))
    if not wanted or frame.has("person", "talk", "ordinal"):
        return talks
    found = [t for t in talks if any(p.organisation in wanted for p in speakers_of([t], knowledge))]
    return found or (talks if frame.has("topic_word") else [])


def _by_day(frame: Frame, talks: list[Talk], knowledge: Knowledge) -> list[Talk]:
    if not frame.days or len(knowledge.facts.seminar.days) == 1:
        return talks
    return [t for t in talks if talk_day(t, knowledge) in frame.days]


_WEIGHTS = {"topic_word": 3, "summary_word": 1}


def _by_words(frame: Frame, talks: list[Talk], knowledge: Knowledge) -> list[Talk]:
    """The talks that hold most of the content words; a word of the title or the keywords counts three of a summary."""
    weight_by_place: dict[tuple[str, int], int] = {}
    for sense, token in frame.senses:
        weight = _WEIGHTS.get(sense.kind, 0)
        if weight > weight_by_place.get((sense.value, token.start), 0):
            weight_by_place[sense.value, token.start] = weight
    scores: Counter[str] = Counter()
    for (id_, _), weight in weight_by_place.items():
        scores[id_] += weight
    if len(talks) == len(knowledge.facts.talks):
        held = [(id_, score) for id_, score in scores.items() if id_ in knowledge.talk_by_id]
    else:
        held = [(t.id, scores[t.id]) for t in talks if t.id in scores]
    if not held:
        return talks
    best = max(score for _, score in held)
    return knowledge.in_order(knowledge.talk_by_id[id_] for id_, score in held if score == best)


def find_sessions(frame: Frame, knowledge: Knowledge) -> tuple[Session, ...]:
    """Return the rows of the timetable the question names."""
    ids = set(frame.values("session"))
    rooms = set(frame.values("room"))
    found = knowledge.in_order(s for id_ in ids if (s := knowledge.session_by_id.get(id_)))
    if found and "compare" in frame.asks:
        found = knowledge.in_order({*found, *rows_called_by_kind(frame, knowledge)})
    if not found:
        found = [s for kind in frame.values("kind") for s in knowledge.sessions_by_kind.get(kind, ())]
    if frame.days:
        found = [s for s in found if s.day in frame.days] or found
    if parts := parts_of_day(frame.moments):
        found = [s for s in found if falls_in(s.start, parts)] or found
    if rooms:
        found = [s for s in found if s.room and normalise(s.room.ko) in rooms] or found
    return tuple(found)
