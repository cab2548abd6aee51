"""When events happened: by their own expression, by what came before them, or by the publication date and the verb's tense.

The order follows how annotators anchor events (Reimers et al. 2016, ACL): an expression in the event's own clause; else the
date of the same event mentioned before ("during the meeting"); else the date under which a paragraph is told; else, for what a finite
verb reports as past or present, the day of publication. What lies ahead without a date stays undated.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from sayso.errors import UsageError
from sayso.language.lexicon import lexicon
from sayso.language.tokens import Parse, Token
from sayso.model.event import Event, Standing, StandingLabel, TimeBasis
from sayso.model.moment import Moment, Precision
from sayso.model.time import TimeExpression, TimeType
from sayso.reading.tense import Tense, tense_at, tense_of

# The roads from an event up to the word that its time hangs on; a clause of its own ("said on Monday that ...") is none.
_ROADS = {
    "dobj", "nsubj", "nsubjpass", "pobj", "prep", "attr", "conj", "compound", "xcomp", "pcomp", "poss", "agent", "oprd", "dative", "nmod",
    "acl", "amod", "auxpass", "aux", "npadvmod", "appos", "acomp", "csubj",
}  # fmt: skip
_TOLD = (Tense.PAST, Tense.PERFECT)
_AHEAD = {StandingLabel.PLANNED, StandingLabel.POSSIBLE, StandingLabel.COUNTERFACTUAL}
_FARTHEST = 6
_LEAD = 4  # sentences, the headline among them
_NEWS = timedelta(days=31)  # that a headline in the present reaches back
_BACKGROUND = timedelta(days=7)  # a date this far before publication puts the sentences after it into the past too


def event_dates(
    parse: Parse,
    events: tuple[Event, ...],
    times: tuple[TimeExpression, ...],
    dct: Moment | None,
    *,
    only: frozenset[str] | None = None,
) -> tuple[Event, ...]:
    """Return the same events in the same order, each with its time, on what basis, and by which rule; None where it is unknown."""
    dated = [time for time in times if time.type in (TimeType.DATE, TimeType.TIME) and time.moment]
    told = _Telling(parse, _joined(parse.text, dated), dct)
    if only is None or "event-dates.told-later" in only:
        told.look_ahead(events)
    return tuple(told.date(event, only) for event in events)


def consistent(events: tuple[Event, ...], standings: Sequence[Standing], dct: Moment | None) -> tuple[Event, ...]:
    """Return the events without the dates that their standing forbids.

    A plan is not dated by the telling alone, and what happened did not happen after publication: then the date was another's.
    """
    labels: dict[str, set[StandingLabel]] = {}
    for standing in standings:
        labels.setdefault(standing.event, set()).add(standing.label)
    return tuple(
        replace(event, time=None, time_basis=None, time_rule=None) if _forbidden(event, labels.get(event.id, set()), dct) else event
        for event in events
    )


def _forbidden(event: Event, labels: set[StandingLabel], dct: Moment | None) -> bool:
    if not labels or event.time is None:
        return False
    if labels == {StandingLabel.HAPPENED}:
        return dct is not None and dct.before(event.time)
    return labels <= _AHEAD and event.time_rule in ("event-dates.publication", "event-dates.lead")


class _Telling:
    """The telling of an article, event by event: what was dated before can date what comes after."""

    def __init__(self, parse: Parse, times: Sequence[tuple[TimeExpression, Moment]], dct: Moment | None) -> None:
        self.parse, self.dct = parse, dct
        self.day = Moment.parse(dct.day) if dct and dct.day else None
        self.known: dict[str, Moment] = {}
        self.times: dict[int, list[tuple[Token, Moment]]] = {}
        for time, moment in times:
            tokens = parse.within(time.span.start, time.span.end)
            if tokens and not (moment.precision is Precision.YEAR and _is_in_name(parse, tokens)):
                head = next((t for t in tokens if t.head not in tokens), tokens[0])
                self.times.setdefault(tokens[0].sent.index, []).append((head, moment))
        self.lead, self.ahead = self._lead_day(), self._day_ahead()
        self.later: dict[str, list[tuple[Token, Moment]]] = {}

    def look_ahead(self, events: Sequence[Event]) -> None:
        """Note the events that have a time of their own, wherever they are told: what came first may be dated later."""
        for event in events:
            trigger = self._trigger(event)
            moment = self._own(trigger) if trigger else None
            if trigger and moment:
                self.later.setdefault(trigger.lemma, []).append((trigger, moment))

    def _trigger(self, event: Event) -> Token | None:
        tokens = self.parse.within(event.trigger.start, event.trigger.end)
        return next((token for token in tokens if token.head not in tokens), tokens[0]) if tokens else None

    def date(self, event: Event, only: frozenset[str] | None) -> Event:
        """Return the event with the first time that an allowed rule gives it."""
        trigger = self._trigger(event)
        if trigger is None:
            return event
        for rule, basis, find in (
            ("event-dates.own-expression", TimeBasis.EXPRESSION, self._own),
            ("event-dates.same-event", TimeBasis.ANAPHORA, self._same_event),
            ("event-dates.occasion", TimeBasis.ANAPHORA, self._occasion),
            ("event-dates.told-later", TimeBasis.ANAPHORA, self._told_later),
            ("event-dates.paragraph", TimeBasis.INHERITED, self._paragraph),
            ("event-dates.lead", TimeBasis.INHERITED, self._lead),
            ("event-dates.lead-ahead", TimeBasis.INHERITED, self._lead_ahead),
            ("event-dates.publication", TimeBasis.DCT, self._publication),
        ):
            moment = find(trigger) if only is None or rule in only else None
            if moment:
                if basis is TimeBasis.EXPRESSION:
                    self.known[trigger.lemma] = moment
                    self.known |= dict.fromkeys(self._names(event), moment)
                return replace(event, time=moment, time_basis=basis, time_rule=rule)
        return event

    def _own(self, trigger: Token) -> Moment | None:
        near = [(distance, moment) for head, moment in self.times.get(trigger.sent.index, ()) if (distance := _distance(trigger, head))]
        if _is_planning(trigger):  # the day it is planned for is not that of the planning
            near = [(distance, moment) for distance, moment in near if self.day is None or not self.day.before(moment)]
        return min(near, key=lambda pair: pair[0])[1] if near else None

    def _same_event(self, trigger: Token) -> Moment | None:
        """A definite noun is the event of that name that was dated before."""
        if trigger.pos != "NOUN" or not any(child.lower in lexicon("times")["same"]["determiners"] for child in trigger.children):
            return None
        return self.known.get(trigger.lemma)

    def _names(self, event: Event) -> list[str]:
        """The names of occasions and bodies in an event's phrase: a summit is called by its host organisation ("during the APEC")."""
        return [token.lower for token in self.parse.within(event.phrase.start, event.phrase.end) if token.ent in ("ORG", "EVENT")]

    def _occasion(self, trigger: Token) -> Moment | None:
        """What takes place during or at an occasion that was dated before has the occasion's date."""
        for preposition in trigger.children:
            if preposition.lower in lexicon("times")["same"]["occasions"] and (noun := preposition.child("pobj")):
                names = (noun, *(child for child in noun.children if child.dep == "compound"))
                known = next((self.known[key] for name in names for key in (name.lower, name.lemma) if key in self.known), None)
                return known or self._told_later(noun)
        return None

    def _told_later(self, trigger: Token) -> Moment | None:
        """A headline's event, or a noun as it is called again ("its maiden flight"), has the date that the article tells further on."""
        in_headline, marks = _in_headline(trigger), _marks(trigger) if trigger.pos == "NOUN" else set()
        ahead = _reported(trigger) is Tense.FUTURE
        for other, moment in self.later.get(trigger.lemma, ()):
            if (in_headline and 0 < other.sent.index < _LEAD and self._is_news(moment, ahead)) or marks & _marks(other):
                return moment
        return None

    def _is_news(self, moment: Moment, ahead: bool) -> bool:
        """Say whether a headline could tell of this time: what lies ahead, or what was there in the last month."""
        if self.day is None or self.day.earliest is None or moment.earliest is None or moment.latest is None:
            return False
        if ahead:
            return moment.latest > self.day.earliest
        return self.day.earliest - _NEWS < moment.latest and not self.day.before(moment)

    def _paragraph(self, trigger: Token) -> Moment | None:
        """The last date before, in the same paragraph, when it lies well in the past and the verb goes on telling of it."""
        if self.day is None or self.day.earliest is None or tense_at(trigger) is not Tense.PAST:
            return None
        for index in range(trigger.sent.index, -1, -1):
            sentence = self.parse.sentences[index]
            if sentence.paragraph != trigger.sent.paragraph:
                return None
            before = [moment for head, moment in self.times.get(index, ()) if head.i < trigger.i]
            if before:
                last = before[-1]
                return last if last.latest and last.latest < self.day.earliest - _BACKGROUND else None
        return None

    def _lead(self, trigger: Token) -> Moment | None:
        """What a news item tells in the past tense happened on the day of its lead, where the lead names one just before publication."""
        told = _reported(trigger)
        in_time = told in _TOLD or (_in_headline(trigger) and told in (Tense.PRESENT, None))
        return self.lead if in_time and not _is_background(trigger) else None

    def _lead_ahead(self, trigger: Token) -> Moment | None:
        """What lies ahead in a report on something to come is part of it, where the lead says on which day that is."""
        return self.ahead if _reported(trigger) is Tense.FUTURE and not (_is_planning(trigger) or _is_background(trigger)) else None

    def _day_ahead(self) -> Moment | None:
        if self.day is None or self.day.earliest is None:
            return None
        for index in range(min(_LEAD, len(self.parse.sentences))):
            for head, moment in self.times.get(index, ()):
                ahead = moment.day and moment.earliest and tense_at(head) is Tense.FUTURE
                if ahead and moment.earliest and self.day.earliest <= moment.earliest <= self.day.earliest + _BACKGROUND:
                    return moment
        return None

    def _publication(self, trigger: Token) -> Moment | None:
        ahead = _reported(trigger) is Tense.FUTURE and not _is_planning(trigger)
        return None if ahead or _is_background(trigger) else self.day

    def _lead_day(self) -> Moment | None:
        if self.day is None or self.day.earliest is None:
            return None
        for index in range(min(_LEAD, len(self.parse.sentences))):
            for head, moment in self.times.get(index, ()):
                told = moment.day and moment.earliest and tense_at(head) in _TOLD
                if told and moment.earliest and self.day.earliest - _BACKGROUND <= moment.earliest < self.day.earliest:
                    return moment
        return None


def _is_in_name(parse: Parse, year: Sequence[Token]) -> bool:
    """Say whether a year belongs to a name ("the Harbour Fair 2019", "the 2019 Harbour Fair"): it says which, not when."""
    beside = [parse.tokens[i] for i in (year[0].i - 1, year[-1].i + 1) if 0 <= i < len(parse.tokens)]
    return any(token.pos == "PROPN" and token.sent is year[0].sent for token in beside)


def _is_planning(trigger: Token) -> bool:
    """Say whether a word tells that something is planned ("is scheduled"): the plan is there, what is planned lies ahead."""
    return trigger.tag == "VBN" and trigger.lemma in lexicon("times")["future"]["verbs"]


def _in_headline(trigger: Token) -> bool:
    """Say whether a word is in the first line, and that line is no full sentence."""
    return trigger.sent.paragraph == 0 and trigger.sent.tokens[-1].text not in (".", "!", "?", "''", '"')


def _marks(trigger: Token) -> set[str]:
    """The words that tell a noun from others of its name ("maiden" flight)."""
    return {child.lower for child in trigger.children if child.dep in ("compound", "amod") and child.pos != "PROPN"}


def _is_background(trigger: Token) -> bool:
    """Say whether the sentence is set in another time that has no date here ("in his first term", "previously"): it is not today's news."""
    words = lexicon("times")["background"]
    path = {trigger, *trigger.ancestors()}
    return any(
        (token.lower in words["adverbs"] and token.head in path)
        or (token.lemma in words["eras"] and token.dep == "pobj" and token.head.lower in words["openers"] and token.head.head.pos != "NOUN")
        for token in trigger.sent.tokens
    )


def _reported(trigger: Token) -> Tense | None:
    """The tense in which an event is told: what somebody did or began to do is told in the tense of the doing ("went on to talk")."""
    verb = trigger
    while tense_of(verb) is Tense.FUTURE and verb.tag in ("VB", "VBN") and verb.dep in ("xcomp", "advcl") and verb.head is not verb:
        if verb.head.lemma in lexicon("times")["future"]["ahead"]:
            return Tense.FUTURE
        verb = verb.head
    tense = tense_at(verb)
    return Tense.PRESENT if tense is Tense.FUTURE and _is_under_way(verb) else tense


def _is_under_way(verb: Token) -> bool:
    """Say whether a verb tells, without a date of its own, what goes on as one writes ("is rolling out")."""
    return verb.tag == "VBG" and any(child.dep == "aux" and child.tag in ("VBZ", "VBP") and child.lemma == "be" for child in verb.children)


def _distance(trigger: Token, time: Token) -> int | None:
    """How far a time's word is from the event it dates, over the tree; None when a clause of another's lies between."""
    up = {trigger.i: 0}
    token, steps = trigger, 0
    while token.dep in _ROADS and token.head is not token and steps < _FARTHEST:
        token, steps = token.head, steps + 1
        up[token.i] = steps
    token, steps = time, 0
    while token.i not in up:
        if token.head is token or steps > _FARTHEST or token.dep in ("ccomp", "advcl", "relcl", "parataxis"):
            return None
        if token is not time and token.dep in ("pobj", "pcomp") and token.head.lower in lexicon("times")["apart"]["prepositions"]:
            return None
        token, steps = token.head, steps + 1
    return 1 + steps + up[token.i]


def _joined(text: str, times: Sequence[TimeExpression]) -> list[tuple[TimeExpression, Moment]]:
    """Each expression with its moment; the two ends of a range ("from October 31 to November 1") share the stretch between them."""
    links = tuple(lexicon("times")["range"]["links"])
    moments = [time.moment for time in times if time.moment]
    for i, (first, second) in enumerate(pairwise(times)):
        between = re.sub(r"\s+", " ", text[first.span.end : second.span.start]).strip().lower()
        opened = (
            text[max(0, first.span.start - 10) : first.span.start].lower().rstrip().endswith(tuple(lexicon("times")["range"]["openers"]))
        )
        if between in links and (opened or between != "and") and first.value and second.value and len(first.value) == len(second.value):
            try:
                moments[i] = moments[i + 1] = Moment.parse(f"{first.value}/{second.value}")
            except UsageError:
                continue
    return list(zip(times, moments, strict=True))
