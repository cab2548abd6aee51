"""Reports that an article rests on and names."""

import pytest

from sayso.language.parse import parser
from sayso.model.moment import Moment
from sayso.model.span import Span
from sayso.model.time import TimeExpression, TimeType
from sayso.reading.attributions import attributions
from sayso.reading.chains import chains
from sayso.reading.chains.reports import reports
from sayso.reading.heard import listen

DCT = Moment.parse("2025-05-12")


def named(text: str, dates: dict[str, str], only: frozenset[str] | None = None, dct: Moment | None = DCT) -> list[tuple[str, str | None]]:
    """The outlet and date of each report; ``dates`` gives the value of each time expression by its words."""
    parse = parser().parse(text)
    times = tuple(
        TimeExpression(Span.cut(text, text.index(words), text.index(words) + len(words)), TimeType.DATE, value, "times.by-hand")
        for words, value in dates.items()
    )
    said = chains(parse, attributions(parse, (), listen(parse)), (), times, "Port Gazette")
    return [(report.outlet.name, report.date) for report in reports(parse, said, times, dct, only=only)]


CASES = {
    "a day beside the cue": ("Reuters reported on Friday that the dam had burst.", {"Friday": "2025-05-09"}, [("Reuters", "2025-05-09")]),
    "a day inside what is said": ("Reuters reported that the dam burst on Friday.", {"Friday": "2025-05-09"}, [("Reuters", None)]),
    "an earlier report": ("According to an earlier Kyodo report, the dam had burst.", {}, [("Kyodo News", "../2025-05-12")]),
    "a month in its words": ("According to an April report by Interfax, it is weak.", {"April": "2025-04"}, [("Interfax", "2025-04")]),
    "one outlet twice is one report": ("Two aides told Axios that he was ill. Axios said he would resign.", {}, [("Axios", None)]),
    "the same report again": ("CNN said the dam had burst. The report also said nobody died.", {}, [("CNN", None)]),
    "no outlet": ("The mayor said the dam had burst.", {}, []),
    "our own outlet": ("The Port Gazette has learned that the mayor said so.", {}, []),
}


@pytest.mark.parametrize(("text", "dates", "expected"), CASES.values(), ids=CASES)
def test_reports_are_those_named(text: str, dates: dict[str, str], expected: list[tuple[str, str | None]]) -> None:
    assert named(text, dates) == expected


def test_reports_before_an_unknown_day_have_no_date() -> None:
    assert named("According to an earlier Kyodo report, the dam had burst.", {}, dct=None) == [("Kyodo News", None)]


def test_reports_rules_not_named_stay_silent() -> None:
    assert named("CNN said the dam had burst.", {}, only=frozenset()) == []
