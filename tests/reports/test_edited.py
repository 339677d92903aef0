"""A paper changed before saving: what a person wrote stands in it, signed; nothing written is lost; numbers stay."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from pobratim.reports.edited import Change, changes, edited, lost, parts
from pobratim.reports.kept import as_data, differences, paper_from
from pobratim.reports.paper import Bullets, Gap, Heading, Line, Paper, Paragraph, Source, Table

TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=30)


def paper(texts: list[str]) -> Paper:
    found = Paper("Справка", "", "ru")
    found.add(
        Heading("1. Партнёр"),
        Paragraph((Line("Документов: 3.", computed=True),)),
        Bullets(tuple(Line(text, (number,)) for number, text in enumerate(texts, start=1))),
        Table(("Документ",), ((Line("План", (1,)),),), (1,)),
        Gap("Сведений нет."),
    )
    found.sources = [
        Source(number, f"Новость {number}", "", None, f"https://a.example/{number}", "") for number in range(1, len(texts) + 1)
    ]
    return found


def left(of: Paper, texts: dict[str, str], by: str = "", before: list[Change] | None = None) -> Paper:
    """The paper as somebody leaves it."""
    return edited(of, changes(of, texts, by, "2026-01-15", before or []))


def signs(of: Paper) -> list[str]:
    return [sign for part in parts(of) for sign, _ in part.lines]


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_nothing_changed_is_nothing_signed(texts: list[str]) -> None:
    before = paper(texts)
    same = {sign: line.text for part in parts(before) for sign, line in part.lines}
    assert len(same) == len(texts)
    assert changes(before, same, "Анна", "2026-01-15") == []
    assert left(before, same, "Анна") == before
    assert left(before, {}, "Анна") == before


@given(st.lists(TEXTS, min_size=2, max_size=5), st.data())
def test_one_line_changed_is_that_line_signed(texts: list[str], data: st.DataObject) -> None:
    before = paper(texts)
    place = data.draw(st.integers(0, len(texts) - 1))
    after = left(before, {signs(before)[place]: "Совсем другое."}, "Анна")
    told = [line.text for block in after.blocks if isinstance(block, Bullets) for line in block.lines]
    expected = [line.text for block in before.blocks if isinstance(block, Bullets) for line in block.lines]
    expected[place] = "Совсем другое. (изменено: Анна)"
    assert told == expected
    assert after.sources == before.sources


def test_an_emptied_line_goes_with_its_source_and_numbers_stay() -> None:
    before = paper(["Встреча.", "Визит."])
    after = left(before, {signs(before)[1]: "  "}, "Анна")
    assert [one.title for one in after.sources] == ["Новость 1"]
    assert after.blocks[1] == before.blocks[1]
    gone = left(before, dict.fromkeys(signs(before), ""))
    assert not [block for block in gone.blocks if isinstance(block, Bullets)]


def test_what_the_register_tells_otherwise_by_now_is_kept_at_the_end() -> None:
    before, now = paper(["Встреча 1 мая.", "Визит."]), paper(["Встреча 2 мая.", "Визит."])
    after = left(now, {signs(before)[0]: "Встреча прошла успешно."})
    last = after.blocks[-1]
    assert isinstance(last, Bullets)
    assert [line.text for line in last.lines] == ["Встреча прошла успешно. (изменено)"]


def test_what_was_typed_before_stays_with_whoever_typed_it() -> None:
    before = paper(["Встреча.", "Визит.", "Форум."])
    one, two, three = signs(before)
    first = changes(before, {one: "Переговоры.", two: "Визит отменён."}, "Анна", "2026-01-15")
    again = changes(before, {one: "Переговоры.", two: "Визит.", three: ""}, "Борис", "2026-02-01", first)
    assert again == [
        Change(one, "Встреча.", "Переговоры.", "Анна", "2026-01-15"),
        Change(three, "Форум.", "", "Борис", "2026-02-01"),
    ]
    lines = [line for block in edited(before, again).blocks if isinstance(block, Bullets) for line in block.lines]
    assert [(line.text, line.was) for line in lines] == [("Переговоры. (изменено: Анна)", "Встреча."), ("Визит.", "")]
    changed = paper(["Встреча 2 мая.", "Визит.", "Форум."])
    assert lost(changed, again) == again[:1]
    assert changes(changed, {}, "", "2026-03-01", again) == again


@given(st.lists(TEXTS, max_size=4), st.booleans())
def test_a_paper_that_is_kept_comes_back_as_it_was(texts: list[str], change: bool) -> None:
    whole = paper(texts)
    whole = left(whole, {signs(whole)[0]: "Другое."}, "Анна") if texts and change else whole
    assert paper_from(json.loads(json.dumps(as_data(whole)))) == whole
    assert differences(whole, paper(texts)) == ([], []), "what a person typed is no difference of the register"


def test_two_papers_differ_in_what_the_register_tells() -> None:
    before, now = paper(["Встреча.", "Визит."]), paper(["Встреча.", "Форум."])
    assert differences(left(before, {signs(before)[0]: "Другое."}, "Анна"), now) == (["Визит."], ["Форум."])
