"""The encoder: its windows in numbers, its word pieces, its weights."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import MissingPartError
from sayso.language.encoder.network import Encoder, encoder
from sayso.language.encoder.window import ABOVE, BELOW, BESIDE, ELSEWHERE, SELF, Quote, distances, ties, window
from sayso.language.encoder.wordpieces import UNKNOWN, WordPieces
from sayso.language.parse import parser

PIECES = {"quot": 5, "##ation": 6, "un": 7, "##said": 8, "!": 9, "北": 10, "said": 11}


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        pytest.param("Quotation", (5, 6), id="longest first, in lower case"),
        pytest.param("Unsaid!", (7, 8, 9), id="marks apart"),
        pytest.param("said北", (11, 10), id="a Chinese letter by itself"),
        pytest.param("zzz", (UNKNOWN,), id="nothing fits"),
        pytest.param("sáid", (11,), id="without accents"),
        pytest.param("", (UNKNOWN,), id="nothing at all"),
    ],
)
def test_words_are_cut_into_pieces(word: str, ids: tuple[int, ...]) -> None:
    assert WordPieces(PIECES)(word) == ids


def test_ties_tell_where_a_word_hangs_as_seen_from_the_cue() -> None:
    heads, deps = [1, 1, 3, 1, 5, 5], [4, 0, 7, 9, 2, 0]  # "mayor said | bridge stood", and another sentence
    assert ties(heads, deps, [1]).tolist() == [[BELOW + 4, SELF, BELOW + 9, BELOW + 9, ELSEWHERE, ELSEWHERE]]
    assert ties(heads, deps, [3]).tolist() == [[BESIDE + 4, ABOVE, BELOW + 7, SELF, ELSEWHERE, ELSEWHERE]]


def test_distances_know_before_from_behind() -> None:
    near = distances(5, np.array([2]))[0].tolist()
    assert near[2] == 0
    assert len(set(near)) == 5


def test_encoder_finds_who_says_what_and_remembers() -> None:
    tokens = parser().parse("The mayor of Valdor said on Monday that the bridge was safe.").tokens
    reader = encoder()
    made = window(tokens, [Quote.OUTSIDE] * len(tokens), reader.cut)
    heard = reader.read(made)
    (found,) = heard.found
    assert [tokens[k].text for k in found.source] == ["The", "mayor", "of", "Valdor"]
    assert "bridge" in [tokens[k].text for k in found.content]
    assert reader.read(made) is heard


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=80))
def test_encoder_never_dies(text: str) -> None:
    tokens = parser().parse(text).tokens
    if tokens:
        encoder().read(window(tokens, [Quote.OUTSIDE] * len(tokens), encoder().cut))


def test_damaged_weights_are_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "weights.toml").write_text('name = "x"\n[settings]\n[sha256]\n"encoder.onnx" = "00"\n', encoding="utf-8")
    (tmp_path / "encoder.onnx").write_bytes(b"not what it was")
    with pytest.raises(MissingPartError, match=r"encoder\.onnx of the encoder's weights is damaged"):
        Encoder(tmp_path)
