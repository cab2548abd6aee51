"""Links and captions at their places in the text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.text.page import parse
from sayso.text.places import blocks, links


def test_links_are_placed_by_their_paragraph_not_by_their_words_alone() -> None:
    tree = parse(
        "<html><body><p>The envoy left.</p><p>Then <b>the</b>  <a href='https://x.example/1'>envoy\nleft</a> again.</p></body></html>",
        "page",
    )
    text = "The envoy left.\nThen the envoy left again."
    assert [(text[start:end], start, href) for start, end, href in links(tree, text, None)] == [("envoy left", 25, "https://x.example/1")]


def test_links_that_lead_to_no_page_are_left_out() -> None:
    tree = parse(
        "<html><body><p><a href='javascript:x()'>One</a> <a href='mailto:a@x.example'>two</a> <a href='#top'>three</a></p></body></html>",
        "page",
    )
    assert links(tree, "One two three", None) == ()


def test_blocks_place_captions_that_were_extracted() -> None:
    tree = parse(
        "<html><body><p>The envoy left.</p><figure><figcaption><p>The envoy on Monday</p></figcaption></figure></body></html>", "page"
    )
    assert blocks(tree, "The envoy left.\nThe envoy on Monday") == ((16, 35, "caption"),)


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<a href='/1'>", "<a href='/2'>", "</a>", "a ", " b", "<br>", "<li>", "<b>", "</b>", "\n", "&nbsp;"]
        ),
        max_size=30,
    )
)
def test_links_lie_in_the_text_in_order_and_apart(parts: list[str]) -> None:
    tree = parse("<html><body>" + "".join(parts) + "</body></html>", "page")
    text = "\n".join(" ".join(part.text_content().split()) for part in tree.iter("p", "li", "body"))
    found = links(tree, text, "https://x.example/")
    assert all(0 <= start < end <= len(text) for start, end, _ in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
