"""What holds for every input."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pobratim.core.errors import PageError
from pobratim.core.page import Page
from pobratim.pages import may_report, read_page
from pobratim.pages.normalise import normalise

LETTERS = st.text("абвгдежзиклмнопрстухцчшыэюя", min_size=2, max_size=9)
SENTENCE = st.lists(LETTERS, min_size=14, max_size=30).map(lambda words: " ".join(words).capitalize() + " и в на с по для что.")
HEADLINE = st.lists(LETTERS, min_size=3, max_size=8).map(lambda words: "Подписан " + " ".join(words))
TAGS = st.sampled_from(
    ["<p>", "</p>", "<div class='related'>", "</div>", "<a href='/x'>", "</a>", "<h1>", "<br>", "<td>", "<!--", "<script>"]
)
HTML = st.lists(TAGS | SENTENCE, max_size=30).map(lambda pieces: "<html><body>" + "".join(pieces))


def page_or_error(raw: bytes) -> Page | PageError:
    """What reading gives."""
    try:
        return read_page(raw, "page.txt")
    except PageError as error:
        return error


def reads_or_refuses(raw: bytes) -> None:
    """A page whose evidence fits its text, or a page error; never anything else."""
    may_report(raw)
    page = page_or_error(raw)
    if isinstance(page, PageError):
        assert page.address == "page.txt"
        return
    assert page.text == page.text.strip()
    assert normalise(page.text) == page.text
    assert page.title is None or page.text.startswith(page.title)
    for evidence in page.published.evidence if page.published else []:
        assert page.text[evidence.start : evidence.end] == evidence.quote


@given(st.binary(max_size=400))
def test_any_bytes(raw: bytes) -> None:
    reads_or_refuses(raw)


@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    reads_or_refuses(text.encode("utf-8", "surrogatepass"))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)  # no test is timed
@given(HTML)
def test_any_html(text: str) -> None:
    reads_or_refuses(text.encode())


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)  # no test is timed
@given(HEADLINE, st.lists(SENTENCE, min_size=1, max_size=5), st.sampled_from(["utf-8", "cp1251", "koi8-r", "utf-16"]))
def test_a_plain_story_comes_back_whole(headline: str, paragraphs: list[str], charset: str) -> None:
    text = "\n\n".join([headline, *paragraphs])
    page = read_page(text.encode(charset))
    assert page.title == headline
    assert page.text == text
