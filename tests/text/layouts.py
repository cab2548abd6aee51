"""Pages of invented outlets in many layouts, with the body and the date that are right: to test with, and to measure.

Run as a script, it prints the figures: word 4-grams as scrapinghub's article-extraction-benchmark counts them, and days that are right.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import cycle, islice

SENTENCES = """
The harbour authority of Velm said on Tuesday that the old swing bridge would close for eleven weeks.
Engineers found cracks in two of its four bearings during an inspection in March, according to a report seen by the city council.
“We will not gamble with people's lives,” the authority's director, Ines Odegaard, told reporters.
Fishermen fear that the detour through the northern lock will cost them an hour on every trip.
The council had put off the repairs twice, in 2019 and again last year, to save money.
A spokesman for the ministry of transport declined to comment on who would pay for the works.
Three bids have come in so far, the lowest of them from a shipyard on the opposite bank.
Mayor Tobias Renn denied that he had known of the cracks before the inspection.
Ferries will run every twenty minutes from six in the morning until midnight, the operator said.
The bridge, opened in 1931, carries about nine thousand vehicles on a working day.
Opposition members called for an inquiry and for the minutes of the council's closed session.
Residents of the island said they had learned of the closure from a notice on a lamp post.
Work is expected to begin next month if the weather allows it.
The union of dock workers wants its members to be paid for the longer way to work.
Insurers have asked for a second opinion, two people familiar with the talks said.
""".strip().split("\n")
NOISE = [
    "Sign up for our letter",
    "Share this story",
    "Most read today",
    "Advertisement",
    "Follow us everywhere",
    "About us",
    "Contact",
    "Jobs",
]
OTHERS = [
    "Council votes on parking",
    "Storm passes north of the bay",
    "Ten places for soup",
    "Choir seeks tenors",
    "Rowing club wins again",
]


@dataclass(frozen=True)
class Made:
    """A page, what its body is, and the day and perhaps time it was published."""

    name: str
    html: str
    body: str
    published: str


def story(start: int, paragraphs: int) -> list[str]:
    """Return paragraphs of three sentences, none twice in one story of up to five."""
    drawn = cycle(SENTENCES[start:] + SENTENCES[:start])
    return [" ".join(islice(drawn, 3)) for _ in range(paragraphs)]


def _head(title: str, extra: str) -> str:
    return f"<head><meta charset='utf-8'><title>{title} | Velm Courier</title>{extra}</head>"


def _nav() -> str:
    return "<nav><ul>" + "".join(f"<li><a href='/{i}'>{words}</a></li>" for i, words in enumerate(NOISE)) + "</ul></nav>"


def _related() -> str:
    return "<aside class='related'><h3>Read more</h3>" + "".join(f"<a href='/o/{i}'>{t}</a>" for i, t in enumerate(OTHERS)) + "</aside>"


def _foot() -> str:
    return "<footer><p>© 2025 Velm Courier. All rights reserved.</p><p>Registered office: 1 Quay Street, Velm.</p></footer>"


def article_tag(title: str, paragraphs: list[str], date: str) -> str:
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    story = f"<article><h1>{title}</h1><time datetime='{date}'>x</time>{body}</article>"
    return f"<html>{_head(title, '')}<body>{_nav()}{story}{_related()}{_foot()}</body></html>"


def div_soup(title: str, paragraphs: list[str], date: str) -> str:
    body = "".join(f"<div class='c-par'>{p}</div>" for p in paragraphs)
    meta = f"<meta property='article:published_time' content='{date}'>"
    told = f"<div class='story-body'>{body}</div><div class='share'>{NOISE[1]}</div>"
    inner = f"<div id='top'>{_nav()}</div><div class='w'><h1>{title}</h1>{told}</div>"
    return f"<html>{_head(title, meta)}<body>{inner}{_related()}{_foot()}</body></html>"


def breaks(title: str, paragraphs: list[str], date: str) -> str:
    meta = f"<meta name='date' content='{date}'>"
    told = f"<div class='entry-content'>{'<br><br>'.join(paragraphs)}</div>"
    return f"<html>{_head(title, meta)}<body>{_nav()}<h1>{title}</h1>{told}{_foot()}</body></html>"


def tables(title: str, paragraphs: list[str], date: str) -> str:
    meta = f"<meta name='pubdate' content='{date}'>"
    cells = "".join(f"<p>{p}</p>" for p in paragraphs)
    rows = f"<table><tr><td width='150'>{_nav()}</td><td><h1>{title}</h1>{cells}</td></tr><tr><td colspan='2'>{_foot()}</td></tr></table>"
    return f"<html>{_head(title, meta)}<body>{rows}</body></html>"


def interrupted(title: str, paragraphs: list[str], date: str) -> str:
    data = f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{title}","datePublished":"{date}"}}</script>'
    advert = f"<div class='ad-slot'><span>{NOISE[3]}</span></div><div class='newsletter-promo'><p>{NOISE[0]}</p><form><input></form></div>"
    body = advert.join(f"<p>{p}</p>" for p in paragraphs)
    return f"<html>{_head(title, data)}<body>{_nav()}<main><h1>{title}</h1>{body}</main>{_related()}{_foot()}</body></html>"


def sections(title: str, paragraphs: list[str], date: str) -> str:
    data = (
        f'<script type="application/ld+json">{{"@graph":[{{"@type":"WebSite"}},{{"@type":["Article"],"datePublished":"{date}"}}]}}</script>'
    )
    body = "".join(f"<section><p class='p'>{p}</p></section>" for p in paragraphs)
    comments = "<section id='comments'><h2>Comments</h2>" + "<p>What a shame, I cross it every single day to work.</p>" * 6 + "</section>"
    return (
        f"<html>{_head(title, data)}<body>{_nav()}<main><article><h1>{title}</h1>{body}</article>{comments}</main>{_foot()}</body></html>"
    )


def in_data(title: str, paragraphs: list[str], date: str) -> str:
    body = "\\n\\n".join(paragraphs)
    data = f'{{"@type":"NewsArticle","headline":"{title}","datePublished":"{date}","articleBody":"{body}"}}'
    shell = f"<div id='app'></div><script type='application/ld+json'>{data}</script>"
    return f"<html>{_head(title, '')}<body>{_nav()}<h1>{title}</h1>{shell}{_foot()}</body></html>"


LAYOUTS = (article_tag, div_soup, breaks, tables, interrupted, sections, in_data)
DATES = ("2025-05-13T09:30:00+02:00", "2025-05-13T09:30:00Z", "2025-05-13 09:30:00", "2025-05-13", "2025-05-13T21:05:00-0400")


def pages() -> list[Made]:
    """Return each layout with each date and lengths from two to five paragraphs."""
    made = []
    for number, layout in enumerate(LAYOUTS):
        for turn, date in enumerate(DATES):
            title = f"Bridge {number}{turn} of Velm closes"
            paragraphs = story((number * 5 + turn) % len(SENTENCES), 2 + (number + turn) % 4)
            made.append(Made(f"{layout.__name__} {turn}", layout(title, paragraphs, date), "\n".join(paragraphs), date[:10]))
    return made


def grams(text: str) -> Counter[tuple[str, ...]]:
    """Return the word 4-grams of a text with how often each occurs."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()


def overlap(gold: str, found: str) -> tuple[float, float]:
    """Return precision and recall of the 4-grams found."""
    right, here = grams(gold), grams(found)
    hits = sum((right & here).values())
    return hits / max(1, sum(here.values())), hits / max(1, sum(right.values()))


def main() -> None:
    from sayso.errors import UnreadableError
    from sayso.text.files import article

    scores, days = [], 0
    for page in pages():
        try:
            made = article(page.html, name="page.html").article
        except UnreadableError as error:
            print(page.name, error)
            scores.append((0.0, 0.0))
            continue
        text = made.text.removeprefix(made.title or "").strip()
        scores.append(overlap(page.body, text))
        days += made.published is not None and made.published.day == page.published
        if min(scores[-1]) < 0.97:
            print(f"{page.name} P {scores[-1][0]:.3f} R {scores[-1][1]:.3f} {made.text[:60]!r} ... {made.text[-60:]!r}")
    precision, recall = (sum(column) / len(scores) for column in zip(*scores, strict=True))
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{len(scores)} pages: body F1 {f1:.3f} (P {precision:.3f}, R {recall:.3f}), days right {days / len(scores):.3f}")


if __name__ == "__main__":
    main()
