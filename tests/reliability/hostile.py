"""Documents made to break whoever reads them, and one that is fine."""

from collections.abc import Callable

GOOD = (
    "<html><head><title>Bridge closes</title></head><body><article><h1>Bridge {0} closes</h1>"
    + "<p>The mayor of Harbour said on Friday that bridge {0} would close until spring, and asked drivers to be patient.</p>" * 4
    + "</article></body></html>"
)


def page(body: str) -> str:
    return f"<html><head><title>t</title></head><body>{body}</body></html>"


def entities(kind: str) -> str:
    many = "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 10))
    declared = {"many": many, "long": f"<!ENTITY a9 '{'a' * 50_000}'>"}
    return f"<?xml version='1.0'?><!DOCTYPE html [{declared[kind]}]><html><body><p>{'&a9;' * 1_000}</p></body></html>"


HOSTILE: dict[str, Callable[[], str]] = {
    "100,000 nested divs": lambda: page("<div>" * 100_000 + "said Tuesday" + "</div>" * 100_000),
    "20,000 nested inline tags": lambda: page("<b><i>" * 20_000 + "said"),
    "200,000 paragraphs": lambda: page("<p>x said y.</p>" * 200_000),
    "a tag with 100,000 attributes": lambda: page("<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">x</p>"),
    "100,000 open comments": lambda: page("<!--" * 100_000),
    "500,000 open angles": lambda: page("<" * 500_000),
    "3,000 nested tables": lambda: page("<table><tr><td>" * 3_000 + "x"),
    "five million spaces": lambda: page("<p>a" + " " * 5_000_000 + "b</p>"),
    "100,000 dates": lambda: page("<p>" + "2020-01-02 1/2/2020 " * 50_000 + "</p>"),
    "a million hyphens in an address": lambda: page("<p>http://a.example/" + "-" * 1_000_000 + "</p>"),
    "JSON-LD nested 50,000 deep": lambda: page(
        f'<script type="application/ld+json">{"{" + chr(34) + "a" + chr(34) + ":"}' * 50_000 + "1</script><p>x</p>"
    ),
    "NUL and lone code points": lambda: page("<p>a\x00b\ufffe\U0001f600" * 50_000 + "</p>"),
    "entities in entities": lambda: entities("many"),
    "a long entity": lambda: entities("long"),
    "a million quotation marks": lambda: "The mayor said. " + "“" * 1_000_000,
    "50,000 links": lambda: page("<p>" + "<a href='/x'>The mayor said so.</a> " * 50_000 + "</p>"),
}
