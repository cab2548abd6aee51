"""Outlets by domain, ours and a user's."""

from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.language.lexicon import lexicon
from sayso.text.outlets import KINDS, Outlet, outlet_at, outlets, read_own_outlets


def test_lists_are_whole() -> None:
    rows = [*lexicon("outlets")["outlet"], *lexicon("domains")["domain"]]
    assert len({row["domain"] for row in rows}) == len(rows)
    assert len(outlets()) > 600
    assert {outlet.kind for outlet in outlets().values()} == set(KINDS)
    assert all(outlet.name and len(outlet.language) == 2 and len(outlet.country) in (0, 3) for outlet in outlets().values())


@pytest.mark.parametrize(
    ("url", "facts"),
    [
        pytest.param("https://www.reuters.com/world/x", ("Reuters", "GBR", "en", "wire"), id="a wire"),
        pytest.param("https://english.news.cn/x", ("Xinhua News Agency", "CHN", "en", "state"), id="a state's, in English"),
        pytest.param("http://www.news.cn/x", ("Xinhua News Agency", "CHN", "zh", "state"), id="a second domain"),
        pytest.param("https://news.yahoo.com/x", ("Yahoo News", "USA", "en", "aggregator"), id="the nearest domain"),
        pytest.param("https://somebody.substack.com/p/x", ("Substack", "USA", "en", "blog"), id="a host of blogs"),
        pytest.param("https://en.yna.co.kr/view/1", ("Yonhap News Agency", "KOR", "en", "wire"), id="an English site"),
    ],
)
def test_outlet_at_an_address(url: str, facts: tuple[str, str, str, str]) -> None:
    found = outlet_at(url)
    assert found is not None
    assert (found.name, found.country, found.language, found.kind) == facts


@pytest.mark.parametrize("url", [None, "", "no address", "https://velm.example/x", "https://notreuters.com/", "https://com/"])
def test_outlet_at_an_unknown_address_is_none(url: str | None) -> None:
    assert outlet_at(url) is None


def test_own_outlets_go_before_ours(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "domain,name,country,language,kind\nvelm.example,Velm Courier,NOR,no,paper\nReuters.com,Our Reuters,,,\n", encoding="utf-8"
    )
    own = read_own_outlets(path)
    assert outlet_at("https://www.velm.example/x", own) == Outlet("velm.example", "Velm Courier", "NOR", "no", "paper")
    assert outlet_at("https://www.reuters.com/x", own) == Outlet("reuters.com", "Our Reuters")


@pytest.mark.parametrize("row", ["velm,Velm,,,", "velm.example,,,,", "https://velm.example/,Velm,,,", "velm.example,Velm,,,tabloid"])
def test_own_outlets_with_a_bad_line_name_it(row: str, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(f"domain,name,country,language,kind\n{row}\n", encoding="utf-8")
    with pytest.raises(UsageError, match="line 2"):
        read_own_outlets(path)
