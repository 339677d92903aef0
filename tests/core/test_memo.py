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


def test_questions_of_several_words_and_by_name() -> None:
    asked: list[tuple[str, int]] = []

    @remembered(2)
    def begins(word: str, letters: int = 1) -> str:
        asked.append((word, letters))
        return word[:letters]

    assert [begins("Тверь"), begins("Тверь", 2), begins("Тверь")] == ["Т", "Тв", "Т"]
    assert asked == [("Тверь", 1), ("Тверь", 2)]
    assert begins("Тверь", letters=3) == "Тве"
    assert begins("Тверь") == "Т"
    assert len(asked) == 4
