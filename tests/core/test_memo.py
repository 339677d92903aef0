"""Answers are worked out once, and forgotten together when they are too many."""

from pobratim.core.memo import remembered


def test_each_question_is_worked_out_once_until_there_are_too_many() -> None:
    asked: list[str] = []

    @remembered(2)
    def length(word: str) -> int:
        """Letters of a word."""
        asked.append(word)
        return len(word)

    assert [length(word) for word in ("Тверь", "Орёл", "Тверь")] == [5, 4, 5]
    assert asked == ["Тверь", "Орёл"]
    assert length("Тула") == 4
    assert length("Тверь") == 5
    assert asked == ["Тверь", "Орёл", "Тула", "Тверь"]
    assert length.__doc__ == "Letters of a word."
