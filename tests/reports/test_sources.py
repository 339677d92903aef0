"""Sources are numbered in the order in which they are cited, each sentence of a page once."""

from __future__ import annotations

import datetime

from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from pobratim.register.selectors.proof import Proof
from pobratim.reports.address import page_place
from pobratim.reports.sources import MOST, Sources


def proof(page: int, quote: str) -> Proof:
    return Proof(None, page, f"Новость {page}", "a.example", datetime.date(2024, 4, 24), f"https://a.example/{page}", quote)


PROOFS = st.lists(
    st.lists(st.builds(proof, st.integers(1, 4), st.sampled_from(["Подписали план.", "Обсудили торговлю.", "План."])), max_size=6)
)


@given(PROOFS)
def test_numbers_stand_for_sources_in_their_order(lines: list[list[Proof]]) -> None:
    sources = Sources()
    cited = [sources.cite(line) for line in lines]
    assert [one.number for one in sources.found] == list(range(1, len(sources.found) + 1))
    assert len({(one.address, one.quote) for one in sources.found}) == len(sources.found)
    for line, numbers in zip(lines, cited, strict=True):
        assert bool(numbers) == bool(line)
        assert len(numbers) <= MOST
        told = {sources.found[number - 1].address for number in numbers}
        assert told <= {one.address for one in line}


def test_a_part_of_what_is_quoted_already_is_no_new_source() -> None:
    sources = Sources()
    assert sources.cite([proof(1, "Подписали план. Срок — пять лет.")]) == (1,)
    assert sources.cite([proof(1, "Срок — пять лет.")]) == (1,)
    assert sources.cite([proof(2, "Срок — пять лет.")]) == (2,)


def test_a_page_that_came_as_a_file_is_shown_by_the_register_and_no_path_is_told() -> None:
    sources = Sources()
    for number, address in enumerate(("/home/anna/pages/визит.html", "C:\\news\\визит.html", "stdin:5f0c"), start=1):
        sources.cite([proof(number, "")._replace(address=address, site="", version=number)])
    with override("ru"):
        assert [page_place(proof(1, "")._replace(address="/x/визит.html", site="Вести"))[0]] == ["Вести, файл визит.html"]
    assert [one.address[-9:] for one in sources.found] == ["/pages/1/", "/pages/2/", "/pages/3/"]
    assert [one.site.rpartition(" ")[2] for one in sources.found] == ["визит.html", "визит.html", ""]


def test_a_short_paper_cites_pages_and_quotes_nothing() -> None:
    sources = Sources(short=True)
    assert sources.cite([proof(1, "Подписали план."), proof(1, "Обсудили торговлю.")]) == (1,)
    assert sources.found[0].quote == ""
