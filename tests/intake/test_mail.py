"""Newsletters: the page in a mail, with who sent it and when."""

import pytest

from sayso.errors import Why
from sayso.intake.incoming import Failed, Incoming
from tests.intake.made import opened

HEAD = (
    "From: =?utf-8?q?Harbour_News?= <news@harbour.example>\nSubject: Morning\nDate: Mon, 12 May 2025 06:00:00 +0200\n"
    "Archived-At: <https://harbour.example/letters/7>\nMIME-Version: 1.0\n"
)
PLAIN = (
    f"{HEAD}Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nCaf=E9 said yes.\n>From here on.\n"
)
BOTH = (
    f'{HEAD}Content-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain\n\nplain\n'
    "--b\nContent-Type: text/html; charset=utf-8\n\n<p>page</p>\n--b--\n"
)
START = "From news@harbour.example Mon May 12 06:00:00 2025\n"


def test_mbox_gives_a_document_a_mail() -> None:
    first, second = opened(f"{START}{PLAIN}\n{START}{BOTH}\n".encode(), "in.mbox")
    assert isinstance(first, Incoming) and isinstance(second, Incoming)
    assert first.data.decode() == "Café said yes.\nFrom here on.\n"
    assert (first.outlet, first.title, first.announced) == ("Harbour News", "Morning", "Mon, 12 May 2025 06:00:00 +0200")
    assert (first.url, first.origin) == ("https://harbour.example/letters/7", "in.mbox mail 1")
    assert (second.data.strip(), second.content_type) == (b"<p>page</p>", "text/html; charset=utf-8")


def test_mail_alone_is_one_document() -> None:
    (only,) = opened(PLAIN.encode(), "a.eml")
    assert isinstance(only, Incoming)
    assert only.origin == "a.eml"


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param(f"{HEAD}\n\n", id="no text"),
        pytest.param(f"{HEAD}Content-Type: text/html; charset=nonesuch\n\n<p>x</p>\n", id="an unknown encoding"),
        pytest.param(f"{HEAD}Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n", id="a picture"),
    ],
)
def test_mbox_with_a_bad_mail_loses_no_other(bad: str) -> None:
    found = opened(f"{START}{bad}\n{START}{PLAIN}\n".encode(), "in.mbox")
    assert isinstance(found[1], Incoming)
    assert isinstance(found[0], Failed) or b"<p>x</p>" in found[0].data  # type: ignore[union-attr]


def test_mbox_passes_over_a_mail_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.intake.mail.MOST", 2_000)
    large = f"{HEAD}\n" + "many words\n" * 1_000
    first, second = opened(f"{START}{large}\n{START}{PLAIN}\n".encode(), "in.mbox")
    assert isinstance(first, Failed)
    assert (first.why, type(second)) == (Why.TOO_LARGE, Incoming)
