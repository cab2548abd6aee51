"""Packed bytes: what is honest comes out whole, what is a bomb is stopped before it goes off, what is broken says so."""

import gzip
import io
import tracemalloc
import zlib
from collections.abc import Iterator

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadableError, Why
from sayso.intake.unpack import Gunzipped, unpacked

TEXT = b"The mayor said on Friday that the bridge would close. " * 200
ZEROS = b"0" * 8_000_000


def raw_deflate(data: bytes) -> bytes:
    engine = zlib.compressobj(9, zlib.DEFLATED, -15)
    return engine.compress(data) + engine.flush()


PACKED = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}


def out(data: bytes, encoding: str, size: int = 1_000) -> bytes:
    return b"".join(unpacked((data[at : at + size] for at in range(0, len(data), size)), encoding, "it"))


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        *((name, pack(TEXT)) for name, pack in PACKED.items()),
        ("deflate", raw_deflate(TEXT)),
        ("x-gzip", gzip.compress(TEXT[:500]) + gzip.compress(TEXT[500:])),
        ("gzip", gzip.compress(TEXT) + b"\0" * 512),
        ("gzip, br", brotli.compress(gzip.compress(TEXT))),
        ("identity", TEXT),
        ("", TEXT),
    ],
)
def test_unpacked_gives_what_was_packed(encoding: str, data: bytes) -> None:
    assert out(data, encoding) == out(data, encoding, 1) == TEXT


def endless() -> Iterator[bytes]:
    """A gzip stream that never ends and is over before it is whole."""
    engine = zlib.compressobj(9, zlib.DEFLATED, 31)
    while True:
        yield engine.compress(b"0" * 100_000) or b""


@pytest.mark.parametrize(
    ("encoding", "data", "why"),
    [
        pytest.param("gzip", gzip.compress(ZEROS), Why.BOMB, id="1 a gzip bomb"),
        pytest.param("deflate", zlib.compress(ZEROS), Why.BOMB, id="2 a deflate bomb"),
        pytest.param("deflate", raw_deflate(ZEROS), Why.BOMB, id="3 a deflate bomb without header"),
        pytest.param("br", brotli.compress(ZEROS), Why.BOMB, id="4 a brotli bomb"),
        pytest.param("gzip, gzip", gzip.compress(gzip.compress(ZEROS)), Why.BOMB, id="5 a bomb in a packing"),
        pytest.param("gzip, gzip, gzip", gzip.compress(b"x"), Why.BOMB, id="6 packed three times over"),
        pytest.param("gzip", gzip.compress(b"0" * 400_000) * 20, Why.BOMB, id="7 a bomb in many members"),
        pytest.param("gzip", gzip.compress(TEXT)[:-9], Why.MALFORMED, id="8 cut short"),
        pytest.param("gzip", gzip.compress(TEXT)[:-4] + b"\1\2\3\4", Why.MALFORMED, id="9 a wrong length"),
        pytest.param("br", brotli.compress(TEXT)[:-9], Why.MALFORMED, id="10 brotli cut short"),
        pytest.param("gzip", TEXT, Why.MALFORMED, id="11 not packed at all"),
        pytest.param("compress", TEXT, Why.MALFORMED, id="12 an unknown packing"),
        pytest.param("br", TEXT, Why.MALFORMED, id="13 not brotli at all"),
        pytest.param("deflate", b"", Why.MALFORMED, id="14 nothing"),
    ],
)
def test_unpacked_stops(encoding: str, data: bytes, why: Why) -> None:
    tracemalloc.start()
    with pytest.raises(UnreadableError) as caught:
        for _ in unpacked([data], encoding, "it"):
            pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert caught.value.why is why
    assert peak < 10 * 2**20


def test_unpacked_stops_at_the_most_a_document_may_be() -> None:
    data = zlib.compress(bytes(range(256)) * 10_000, 1)
    with pytest.raises(UnreadableError, match="unpacks to more"):
        for _ in unpacked([data], "deflate", "it", most=2 * 2**20):
            pass


def test_unpacked_of_an_endless_stream_ends() -> None:
    with pytest.raises(UnreadableError, match="a bomb"):
        for _ in unpacked(endless(), "gzip", "it"):
            pass


@given(st.binary(max_size=300), st.integers(1, 500))
def test_gunzipped_reads_like_the_file_it_was(data: bytes, size: int) -> None:
    stream = Gunzipped(io.BytesIO(gzip.compress(data)), "it")
    assert b"".join(iter(lambda: stream.read(size), b"")) == data


@given(st.binary(max_size=100), st.sampled_from(["gzip", "deflate", "br"]))
def test_unpacked_of_garbage_is_an_answer_or_an_error_of_ours(data: bytes, encoding: str) -> None:
    try:
        out(data, encoding)
    except UnreadableError as error:
        assert error.why in (Why.MALFORMED, Why.BOMB)
