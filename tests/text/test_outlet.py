"""Outlets by their addresses."""

import pytest

from sayso.text import outlet


def test_outlet_of_a_site_nobody_knows_is_its_host() -> None:
    assert outlet.outlet_of("https://www.river-post.example/a") == "river-post.example"


def test_outlet_of_no_address_is_unknown() -> None:
    assert outlet.outlet_of(None) is None


def test_outlet_of_a_known_site_or_a_part_of_it_is_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outlet, "_by_domain", lambda: {"river-post.example": "River Post"})
    assert outlet.outlet_of("https://news.river-post.example/a") == "River Post"
    assert outlet.outlet_of("https://other-river-post.example/a") == "other-river-post.example"
