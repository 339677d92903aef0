"""Which texts pass for Russian; those that do so at a glance would at a closer look."""

from __future__ import annotations

from unittest import mock

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pobratim.core.errors import NotRussian
from pobratim.pages import language

WORDS = st.sampled_from("и в на с по и в на с по мы план Сыр XVI Волга-Дон — «Мир» 2024 web съд ѝ її Kraków а-и-в .".split())


@given(st.lists(WORDS, max_size=40), st.sampled_from([" ", "\n\n", " и ", "  "]))
@example(["мы"], " ")
def test_what_passes_at_a_glance_passes_at_a_closer_look(words: list[str], gap: str) -> None:
    text = gap.join(words)
    if language._plainly_russian(text):
        with mock.patch.object(language, "_plainly_russian", return_value=False):
            language.require_russian(text)


def test_a_story_passes_at_a_glance() -> None:
    assert language._plainly_russian("Делегация прибыла в Минск и подписала план на XXI век с городом по соседству.")


@pytest.mark.parametrize(
    "text",
    [
        "Делегація прибула в Мінськ і підписала план",
        "The delegation came to Minsk",
        "Делегацията пристигна в Минск и подписа план",
    ],
)
def test_another_language_does_not_pass_at_a_glance(text: str) -> None:
    assert not language._plainly_russian(text)


def test_another_language_is_refused() -> None:
    with pytest.raises(NotRussian, match="Russian letters"):
        language.require_russian("The delegation came to Minsk")
