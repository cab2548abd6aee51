"""B1, B2, B3: the same in gives the same out, in any process, order and letters."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.ledger.doors import open_view, open_writer
from sayso.model import codec
from sayso.model.document import Document
from tests.readings import plain
from tests.reliability.driver import add
from tests.reliability.sizes import size

CODE = """
import sys
from tests.reliability.driver import add
from sayso.ledger.doors import open_view
add(sys.argv[1], 12)
print(open_view(sys.argv[1]).digest())
"""
ZONES, LANGUAGES = ("UTC", "Asia/Tokyo", "America/New_York", "Pacific/Kiritimati"), ("C", "C.UTF-8", "POSIX", "en_US.UTF-8", "tr_TR")
SETTINGS = [{"PYTHONHASHSEED": str(n), "TZ": ZONES[n % 4], "LC_ALL": LANGUAGES[n % 5]} for n in range(20)]


def test_any_process_gives_the_same_digest(tmp_path: Path) -> None:
    digests = set()
    for number, setting in enumerate(SETTINGS[: size(2, 20)]):
        environment = {**os.environ, **setting, "PYTHONPATH": os.pathsep.join(sys.path)}
        command = [sys.executable, "-c", CODE, str(tmp_path / f"{number}.sayso")]
        digests.add(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)
    assert len(digests) == 1


def test_any_order_gives_the_same_digest_and_the_same_answers(tmp_path: Path) -> None:
    found = set()
    for order in range(size(4, 100)):
        path = tmp_path / f"{order}.sayso"
        add(str(path), size(20, 200), None, order)
        with closing(open_view(path)) as view:
            found.add((view.digest(), view.find("", limit=1000)))
    assert len(found) == 1


LETTERS = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("\0\r\n\u202e\u0301\u200d😀🇵🇹é")), min_size=1, max_size=60)


@given(text=LETTERS)
@settings(max_examples=size(60, 100_000), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_every_span_kept_says_what_its_text_says(tmp_path: Path, text: str) -> None:
    path, raw = tmp_path / "news.sayso", text.encode()
    reading = plain(text)
    document = Document.of(raw, place="inbox", first_seen="2026-03-12", url=None)
    with closing(open_writer(path)) as writer, closing(open_view(path)) as view:
        writer.see(raw, document)
        writer.read(document.id, reading)
        kept = view.reading(reading.article.id)
        assert kept == reading
        assert all(text[span.start : span.end] == span.text for span in codec.spans(kept))
        assert all(text[hit.span.start : hit.span.end] == hit.span.text for hit in view.claims(reading.article.id))
