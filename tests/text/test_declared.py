"""What a server or a feed declares of a page, and when it is believed."""

import pytest

from sayso.intake.incoming import Incoming
from sayso.service import extract
from sayso.text.decode import decoded

TEXT = "The mayor of Harbour said that the café by the bridge would close until spring. " * 4


@pytest.mark.parametrize(
    ("data", "declared", "word"),
    [
        pytest.param("Kraków said".encode("iso-8859-2"), "text/html; charset=iso-8859-2", "Kraków", id="by the server"),
        pytest.param("Kraków said".encode(), "text/html; charset=iso-8859-2", "Kraków", id="UTF-8 where the bytes are UTF-8"),
        pytest.param("the café said yes".encode("cp1252"), "text/html; charset=nonesuch", "café", id="an encoding nobody knows"),
        pytest.param("the café said yes".encode("cp1252"), "text/html", "café", id="no encoding"),
    ],
)
def test_decoded_believes_the_server_after_utf_8(data: bytes, declared: str, word: str) -> None:
    assert word in decoded(data, "it", declared)[0]


@pytest.mark.parametrize(
    ("meta", "announced", "published"),
    [
        pytest.param("", "Mon, 12 May 2025 10:00:00 +0200", "2025-05-12T10:00+02:00", id="the page gives none"),
        pytest.param("2025-05-12", "2025-05-12T10:00:00Z", "2025-05-12T10:00Z", id="the page gives the day alone"),
        pytest.param("2025-05-12T09:58:00Z", "2025-05-12T10:00:00Z", "2025-05-12T09:58Z", id="the page gives the time"),
        pytest.param("2025-05-11", "2025-05-12T10:00:00Z", "2025-05-11", id="the page gives another day"),
        pytest.param("2025-05-11", "some day", "2025-05-11", id="what is announced is no date"),
    ],
)
def test_extract_takes_an_announced_date_after_the_pages_own(meta: str, announced: str, published: str) -> None:
    head = f'<meta property="article:published_time" content="{meta}">' if meta else ""
    page = f"<html><head>{head}</head><body><article><h1>Café closes</h1><p>{TEXT}</p></article></body></html>"
    made = extract(Incoming(page.encode(), "it", announced=announced, content_type="text/html", fetched="2025-05-13T00:00:00Z")).article
    assert made.published is not None
    assert (made.published.value, made.fetched) == (published, "2025-05-13T00:00:00Z")


def test_extract_takes_the_users_date_before_all() -> None:
    made = extract(Incoming(TEXT.encode(), "it", published="2025-05-10", announced="2025-05-12T10:00:00Z", outlet="Harbour News")).article
    assert made.published is not None
    assert (made.published.value, made.outlet) == ("2025-05-10", "Harbour News")
