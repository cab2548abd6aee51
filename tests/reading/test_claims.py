"""Claims are put together from what the steps before found; here those are made by hand."""

import pytest

from sayso.language.parse import parser
from sayso.model.actor import Actor, ActorKind
from sayso.model.attribution import Attitude, Attribution, Quotation, Source
from sayso.model.event import Certainty, Event, EventType, Relation, Standing, StandingLabel
from sayso.model.reading import Claim
from sayso.model.span import Span
from sayso.reading.claims import Annotations, claims

TEXT = "The envoy said the talks would resume on Monday after 12 days. Protesters left the square."


def cut(words: str) -> Span:
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


def said(content: str | None, cue: str) -> Attribution:
    envoy = Source(cut("The envoy"), Actor.of("envoy", ActorKind.OFFICE), named=False)
    spans = (cut(content),) if content else ()
    return Attribution(f"t-{cue}", (envoy,), cut(cue), spans, Attitude.ASSERTS, Quotation.INDIRECT, "attributions.verb-clause")


def event(trigger: str, phrase: str | None = None, kind: EventType | None = None) -> Event:
    return Event(f"e-{trigger}", cut(trigger), cut(phrase or trigger), kind, "events.verb")


def standing(trigger: str, label: StandingLabel, according_to: str | None) -> Standing:
    return Standing(f"e-{trigger}", label, Certainty.CERTAIN, True, Relation.PAST, according_to, "standing.tense", 0.8)


def made(attributions: tuple[Attribution, ...], events: tuple[Event, ...], standings: tuple[Standing, ...]) -> tuple[Claim, ...]:
    return claims("a-1", parser().parse(TEXT), Annotations(attributions, events, standings, (), ()))


def test_claims_of_an_attribution_hold_its_content_and_its_standing() -> None:
    content = "the talks would resume on Monday after 12 days"
    claim = made((said(content, "said"),), (event("resume"),), (standing("resume", StandingLabel.PLANNED, "t-said"),))[0]
    assert (claim.proposition.text, claim.attribution) == (content, "t-said")
    assert claim.standing is not None
    assert claim.standing.label is StandingLabel.PLANNED
    assert claim.rules == ("attributions.verb-clause", "claims.attributed", "events.verb", "standing.tense")
    assert claim.confidence == 0.8


def test_claims_of_a_refusal_rest_on_its_cue() -> None:
    claim = made((said(None, "said"),), (), ())[0]
    assert (claim.proposition.text, claim.events, claim.standing) == ("said", (), None)


def test_claims_of_the_author_are_whole_sentences_where_nobody_else_speaks() -> None:
    (claim,) = made((), (event("left"),), (standing("left", StandingLabel.HAPPENED, None),))
    assert (claim.proposition.text, claim.attribution) == ("Protesters left the square.", None)
    assert "claims.author-sentence" in claim.rules


def test_claims_of_the_author_beside_other_words_are_the_event_s_phrase() -> None:
    standings = (standing("resume", StandingLabel.PLANNED, "t-said"), standing("said", StandingLabel.HAPPENED, None))
    for kind, kept in ((EventType.THREATEN, ["The envoy said"]), (None, [])):  # a cue that is no more than saying is no claim
        events = (event("resume"), event("said", "The envoy said", kind))
        own = [claim for claim in made((said("the talks would resume on Monday", "said"),), events, standings) if claim.attribution is None]
        assert [claim.proposition.text for claim in own] == kept


def test_claims_take_their_head_from_the_top_of_the_tree() -> None:
    events = (event("talks"), event("resume"))
    standings = (standing("talks", StandingLabel.UNKNOWN, "t-said"), standing("resume", StandingLabel.PLANNED, "t-said"))
    claim = made((said("the talks would resume on Monday after 12 days", "said"),), events, standings)[0]
    assert claim.head == "e-resume"


def test_claims_keep_their_numbers_whole() -> None:
    text = "The mayor said some 5,000 people marched and 12 percent struck."
    parse = parser().parse(text)
    content = Span.cut(text, text.index("some"), len(text) - 1)
    source = Source(Span.cut(text, 0, 9), Actor.of("mayor", ActorKind.OFFICE), named=False)
    said = Attribution(
        "t-1", (source,), Span.cut(text, 10, 14), (content,), Attitude.ASSERTS, Quotation.INDIRECT, "attributions.verb-clause"
    )
    (claim,) = claims("a-1", parse, Annotations((said,), (), (), (), ()))
    assert [number.text for number in claim.numbers] == ["some 5,000", "12 percent"]


@pytest.mark.parametrize("rule", ["claims.attributed", "claims.author-sentence"])
def test_claims_rules_not_named_stay_silent(rule: str) -> None:
    found = Annotations(
        (said("the talks would resume", "said"),), (event("left"),), (standing("left", StandingLabel.HAPPENED, None),), (), ()
    )
    kept = claims("a-1", parser().parse(TEXT), found, only=frozenset({rule}))
    assert len(kept) == 1
    assert rule in kept[0].rules


def test_claims_ids_follow_from_place_and_attribution() -> None:
    first = made((said("the talks would resume", "said"),), (), ())
    again = made((said("the talks would resume", "said"),), (), ())
    other = made((said("the talks", "said"),), (), ())
    assert first[0].id == again[0].id != other[0].id
