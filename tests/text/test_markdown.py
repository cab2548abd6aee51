"""Markdown without its marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadableError
from sayso.model.article import Article
from sayso.text.extracted import Given
from sayso.text.markdown import article, front_matter, is_marked

BODY = "The envoy said on Monday that she would return."


def read(text: str) -> Article:
    return article(text, given=Given(), name="a.md").article


@pytest.mark.parametrize(
    ("marked", "bare"),
    [
        pytest.param("She **did** say *so*, ___twice___.", "She did say so, twice.", id="emphasis"),
        pytest.param("She [**did** say](https://x.example/a_b_c) so.", "She did say so.", id="a link with emphasis in it"),
        pytest.param("**[She](https://x.example) said** so.", "She said so.", id="a link inside emphasis"),
        pytest.param(
            "She wrote snake_case_names and 3 * 4 * 5.", "She wrote snake_case_names and 3 * 4 * 5.", id="marks that mark nothing"
        ),
        pytest.param(r"She said 2\*3 so.", "She said 2*3 so.", id="an escaped mark"),
        pytest.param("> She said so.", "She said so.", id="a quotation"),
        pytest.param("- She said so.", "She said so.", id="an item of a list"),
        pytest.param("## She said so ##", "She said so", id="a subheading"),
        pytest.param("She said so.  ", "She said so.", id="a hard line end"),
        pytest.param("She `said` so<!-- no -->.", "She said so.", id="code and a comment"),
        pytest.param("She said so[^1].", "She said so[^1].", id="a footnote's mark stays"),
        pytest.param("She said <https://x.example/a> so.", "She said https://x.example/a so.", id="a bare address"),
    ],
)
def test_article_drops_marks_and_keeps_words(marked: str, bare: str) -> None:
    assert read(f"{BODY}\n\n{marked}\n\n{BODY}").text.split("\n")[2] == bare


def test_article_places_links_in_the_text() -> None:
    made = read(f"{BODY}\n\nShe *had* seen [a draft](https://x.example/d 'title') and [the letter][1].\n\n[1]: https://x.example/l\n")
    assert [(link.anchor.text, link.href) for link in made.links] == [
        ("a draft", "https://x.example/d"),
        ("the letter", "https://x.example/l"),
    ]
    assert all(link.anchor.check(made.text) for link in made.links)
    assert "[1]" not in made.text


def test_article_takes_the_first_heading_for_the_headline() -> None:
    made = read(f"# Envoy *left*\n\n{BODY}\n\n# Another\n")
    assert (made.title, [(block.kind.value, block.span.text) for block in made.blocks]) == ("Envoy left", [("headline", "Envoy left")])


def test_article_makes_a_picture_alone_on_its_line_a_caption() -> None:
    made = read(f"{BODY}\n\n![The envoy on Monday](a.jpg)\n\n{BODY}")
    assert [(block.kind.value, block.span.text) for block in made.blocks] == [("caption", "The envoy on Monday")]


def test_article_reads_facts_from_front_matter() -> None:
    made = read(
        f'---\ntitle: "Envoy left"\ndate: 2024-05-03T08:15+02:00\nauthor: [Ada Brenner]\noutlet: River Post\nurl: https://x.example/1\n---\n{BODY}'
    )
    assert made.text.startswith("The envoy said")
    assert (made.title, made.byline, made.outlet, made.canonical_url) == ("Envoy left", "Ada Brenner", "River Post", "https://x.example/1")
    assert (made.published and made.published.value, made.published_basis) == ("2024-05-03T08:15+02:00", "metadata")


@pytest.mark.parametrize(
    "text", ["---\nThe envoy left.\n---\n", "---\ntitle: never closed\n", "title: no fence\n---\n", "--- \n---\n", "---"]
)
def test_is_marked_asks_for_fences_and_a_known_field(text: str) -> None:
    assert not is_marked(text)


@given(st.text(alphabet="ab#*_[]()`!<>\\-\n:=~ 1./h", max_size=200))
def test_article_of_any_marks_is_an_article_or_unreadable(text: str) -> None:
    try:
        made = read(f"{text}\n\n{BODY} {BODY}")
    except UnreadableError:
        return
    assert BODY in made.text
    assert all(link.anchor.check(made.text) for link in made.links)


@given(st.text(alphabet="-+:=a \n", max_size=80))
def test_front_matter_ends_inside_the_text(text: str) -> None:
    assert 0 <= front_matter(text)[1] <= len(text)
