"""A paper changed before saving: what a person wrote stands in it, signed; nothing written is lost; numbers stay."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pobratim.reports.edited import edited, parts
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


def signs(of: Paper) -> list[str]:
    return [sign for part in parts(of) for sign, _ in part.lines]


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_nothing_changed_is_nothing_signed(texts: list[str]) -> None:
    before = paper(texts)
    same = {sign: line.text for part in parts(before) for sign, line in part.lines}
    assert len(same) == len(texts)
    assert edited(before, same, "Анна") == before
    assert edited(before, {}, "Анна") == before


@given(st.lists(TEXTS, min_size=2, max_size=5), st.data())
def test_one_line_changed_is_that_line_signed(texts: list[str], data: st.DataObject) -> None:
    before = paper(texts)
    place = data.draw(st.integers(0, len(texts) - 1))
    after = edited(before, {signs(before)[place]: "Совсем другое."}, "Анна")
    told = [line.text for block in after.blocks if isinstance(block, Bullets) for line in block.lines]
    expected = [line.text for block in before.blocks if isinstance(block, Bullets) for line in block.lines]
    expected[place] = "Совсем другое. (изменил(а) Анна)"
    assert told == expected
    assert after.sources == before.sources


def test_an_emptied_line_goes_with_its_source_and_numbers_stay() -> None:
    before = paper(["Встреча.", "Визит."])
    after = edited(before, {signs(before)[1]: "  "}, "Анна")
    assert [one.title for one in after.sources] == ["Новость 1"]
    assert after.blocks[1] == before.blocks[1]
    gone = edited(before, dict.fromkeys(signs(before), ""), "")
    assert not [block for block in gone.blocks if isinstance(block, Bullets)]


def test_what_the_register_tells_otherwise_by_now_is_kept_at_the_end() -> None:
    before, now = paper(["Встреча 1 мая.", "Визит."]), paper(["Встреча 2 мая.", "Визит."])
    after = edited(now, {signs(before)[0]: "Встреча прошла успешно."}, "")
    last = after.blocks[-1]
    assert isinstance(last, Bullets)
    assert [line.text for line in last.lines] == ["Встреча прошла успешно. (изменено)"]
