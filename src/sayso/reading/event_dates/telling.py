"""The telling of an article, event by event: what was dated before can date what comes after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from sayso.language.lexicon import lexicon
from sayso.language.tokens import Parse, Token
from sayso.model.event import Event, TimeBasis
from sayso.model.moment import Moment, Precision
from sayso.model.time import TimeExpression
from sayso.reading.event_dates.distance import distance
from sayso.reading.event_dates.leads import LEAD, TOLD, WELL_BEFORE, day_ahead, lead_day
from sayso.reading.event_dates.triggers import in_headline, is_background, is_planning, marks, reported, trigger_of
from sayso.reading.tense import Tense, tense_at

_NEWS = timedelta(days=31)  # that a headline in the present reaches back


class Telling:
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
        self.lead, self.ahead = lead_day(parse, self.times, self.day), day_ahead(parse, self.times, self.day)
        self.later: dict[str, list[tuple[Token, Moment]]] = {}

    def look_ahead(self, events: Sequence[Event]) -> None:
        """Note the events that have a time of their own, wherever they are told: what came first may be dated later."""
        for event in events:
            trigger = trigger_of(self.parse, event)
            moment = self._own(trigger) if trigger else None
            if trigger and moment:
                self.later.setdefault(trigger.lemma, []).append((trigger, moment))

    def date(self, event: Event, only: frozenset[str] | None) -> Event:
        """Return the event with the first time that an allowed rule gives it."""
        trigger = trigger_of(self.parse, event)
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
        near = [(steps, moment) for head, moment in self.times.get(trigger.sent.index, ()) if (steps := distance(trigger, head))]
        if is_planning(trigger):  # the day it is planned for is not that of the planning
            near = [(steps, moment) for steps, moment in near if self.day is None or not self.day.before(moment)]
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
        titled, marked = in_headline(trigger), marks(trigger) if trigger.pos == "NOUN" else set()
        ahead = reported(trigger) is Tense.FUTURE
        for other, moment in self.later.get(trigger.lemma, ()):
            if (titled and 0 < other.sent.index < LEAD and self._is_news(moment, ahead)) or marked & marks(other):
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
                return last if last.latest and last.latest < self.day.earliest - WELL_BEFORE else None
        return None

    def _lead(self, trigger: Token) -> Moment | None:
        """What a news item tells in the past tense happened on the day of its lead, where the lead names one just before publication."""
        told = reported(trigger)
        in_time = told in TOLD or (in_headline(trigger) and told in (Tense.PRESENT, None))
        return self.lead if in_time and not is_background(trigger) else None

    def _lead_ahead(self, trigger: Token) -> Moment | None:
        """What lies ahead in a report on something to come is part of it, where the lead says on which day that is."""
        return self.ahead if reported(trigger) is Tense.FUTURE and not (is_planning(trigger) or is_background(trigger)) else None

    def _publication(self, trigger: Token) -> Moment | None:
        ahead = reported(trigger) is Tense.FUTURE and not is_planning(trigger)
        return None if ahead or is_background(trigger) else self.day


def _is_in_name(parse: Parse, year: Sequence[Token]) -> bool:
    """Say whether a year belongs to a name ("the Harbour Fair 2019", "the 2019 Harbour Fair"): it says which, not when."""
    beside = [parse.tokens[i] for i in (year[0].i - 1, year[-1].i + 1) if 0 <= i < len(parse.tokens)]
    return any(token.pos == "PROPN" and token.sent is year[0].sent for token in beside)
