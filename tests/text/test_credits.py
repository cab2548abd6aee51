"""Whose work an article says it is."""

import pytest

from sayso.text.files import article

BODY = "The mayor of Velm said that the bridge would close until spring, and asked drivers to be patient with the works."
END = "\n\n"


def credits(text: str) -> list[tuple[str, str]]:
    found = article(text).article
    assert all(found.text[credit.span.start : credit.span.end] == credit.span.text == credit.outlet for credit in found.credits)
    return [(credit.kind.value, credit.outlet) for credit in found.credits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"VELM, May 12 (Reuters) - {BODY}", [("wire", "Reuters")], id="a wire in the dateline"),
        pytest.param(f"VELM, May 12 (Coast Newswire) -- {BODY}", [("wire", "Coast Newswire")], id="a wire nobody knows"),
        pytest.param(
            f"{BODY}{END}The Associated Press contributed to this report.", [("contributed", "Associated Press")], id="contributed"
        ),
        pytest.param(
            f"{BODY}{END}Reuters and the Associated Press contributed reporting to this story.",
            [("contributed", "Reuters"), ("contributed", "Associated Press")],
            id="two that contributed",
        ),
        pytest.param(f"{BODY}{END}Mara Lindt and Jon Avery contributed to this report.", [], id="people contribute too"),
        pytest.param(
            f"{BODY}{END}Mara Lindt, AFP and Reuters contributed to this article.",
            [("contributed", "AFP"), ("contributed", "Reuters")],
            id="a mixture",
        ),
        pytest.param(
            f"{BODY}{END}This article originally appeared in the Velm Courier.", [("first", "Velm Courier")], id="where it first appeared"
        ),
        pytest.param(
            f"{BODY}{END}This story was first published by Open Quay.", [("first", "Open Quay")], id="any name where it first appeared"
        ),
        pytest.param(f"{BODY}{END}Republished with permission from Harbour Review.", [("first", "Harbour Review")], id="republished"),
        pytest.param(f"{BODY}{END}(With material from AFP)", [("material", "AFP")], id="material"),
        pytest.param(f"{BODY}{END}With files from Reuters", [("material", "Reuters")], id="files"),
        pytest.param(f"{BODY}{END}Source: Xinhua", [("material", "Xinhua")], id="a source line"),
        pytest.param(f"{BODY}{END}— Reuters", [("material", "Reuters")], id="a name alone at the end"),
        pytest.param(f"{BODY} The letter first appeared in public on Monday.", [], id="no name"),
        pytest.param(BODY, [], id="nothing"),
    ],
)
def test_article_keeps_the_credits_at_its_head_and_foot(text: str, expected: list[tuple[str, str]]) -> None:
    assert credits(text) == expected


def test_credits_take_linear_time() -> None:
    import time

    text = BODY + "\n\n" + ("The A and the B, " * 17) + "\n" + "From A " * 40
    start = time.process_time()
    credits(text)
    assert time.process_time() - start < 2
