"""Words remembered are the same as words worked out."""

from sayso.language.parse import SpacyParser, parser

TEXTS = (
    "There is a plan, and there's another. Let's see: they ain't gonna wait, y'all have got to go.",
    "The ministers said on Monday that talks were being held. Talks were held. He talks; she left for the left bank.",
    "The ministers said on Monday that talks were being held. C'm on, they gotta leave.",
    "It was them, but also us, who'd met in Ulan-Bator's 3rd district (2,000 people).",
)


def test_parts_of_speech_and_lemmas_are_those_of_the_whole_pipeline() -> None:
    ours = SpacyParser()
    for text in TEXTS:
        found = [(token.text, token.pos, token.lemma) for token in ours.parse(text).tokens]
        whole = ours.lemmas.worked_out(ours.pipeline(text))
        assert found == [(t.text, t.pos_, t.lemma_) for t in whole]


def test_a_word_seen_before_is_not_worked_out_again() -> None:
    lemmas = parser().lemmas
    parser().parse("Ferries were late on Tuesday.")
    known = len(lemmas)
    parser().parse("Ferries were late on Tuesday. Late on Tuesday ferries were late.")
    assert len(lemmas) - known <= 4
