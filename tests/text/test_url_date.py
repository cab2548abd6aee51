"""Dates in addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.moment import Moment
from sayso.text.url_date import address_date, host


@pytest.mark.parametrize(
    ("url", "date"),
    [
        pytest.param("https://river-post.example/2025/10/18/envoy", "2025-10-18", id="a path of year, month and day"),
        pytest.param("https://river-post.example/news/2025/oct/18/envoy", "2025-10-18", id="a path that names the month"),
        pytest.param("https://river-post.example/2025-10-18-envoy", "2025-10-18", id="a day with hyphens in a slug"),
        pytest.param("https://river-post.example/a/20251018/envoy.html", "2025-10-18", id="eight digits"),
        pytest.param("https://river-post.example/2025/1/8/envoy", "2025-01-08", id="numbers without leading zeros"),
        pytest.param("https://river-post.example/2025/10/envoy", "2025-10", id="a path that stops at the month"),
        pytest.param("https://www.toutiao.com/article/7000000000000000000/", "2021-08-24", id="an id whose upper half counts seconds"),
        pytest.param("https://x.com/somebody/status/1700000000000000000", "2023-09-08", id="a snowflake"),
        pytest.param("https://m.weibo.cn/status/4900000000000000", "2023-05-11", id="an id with an epoch of its own"),
    ],
)  # fmt: skip
def test_address_date_finds_what_the_address_carries(url: str, date: str) -> None:
    assert (address_date(url) or ("",))[0] == date


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://river-post.example/2025/13/18/envoy", id="a thirteenth month"),
        pytest.param("https://river-post.example/2025/02/30/envoy", id="a day that is not in the calendar"),
        pytest.param("https://river-post.example/article/7562560725432975912/", id="an id on a site that is not known to date its ids"),
        pytest.param("https://www.toutiao.com/article/1000000000000000000/", id="an id that would be of 1977"),
        pytest.param("https://www.toutiao.com/article/9999999999999999999/", id="an id that would be of 2043"),
        pytest.param("https://river-post.example/story-120251018123", id="digits inside a longer number"),
        pytest.param("ftp://river-post.example/2025/10/18/", id="no web address"),
        pytest.param("http://[", id="no address at all"),
        pytest.param("", id="nothing"),
    ],
)
def test_address_date_leaves_the_rest_alone(url: str) -> None:
    assert address_date(url) is None


@given(
    st.text(max_size=60).map(lambda tail: f"https://toutiao.com/{tail}")
    | st.text(max_size=60)
    | st.integers(0, 10**20).map("https://x.com/a/status/{}".format)
)
def test_address_date_of_anything_is_a_moment_or_none(url: str) -> None:
    found = address_date(url)
    assert found is None or Moment.parse(found[0])


@pytest.mark.parametrize(
    ("url", "name"),
    [
        pytest.param("https://www.river-post.example/a", "river-post.example", id="www"),
        pytest.param("https://edition.river-post.example/a", "river-post.example", id="an edition"),
        pytest.param("https://news.river-post.example/a", "news.river-post.example", id="a part of its own"),
        pytest.param(None, None, id="nothing"),
    ],
)
def test_host_is_the_site_without_its_prefix(url: str | None, name: str | None) -> None:
    assert host(url) == name
