"""What is worked out once: answers kept by their question, and all forgotten when they are too many."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from typing import ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def remembered(most: int) -> Callable[[Callable[Asked, Answer]], Callable[Asked, Answer]]:
    """A decorator that keeps a function's answers; at one more than `most` it begins anew. Arguments must be hashable.

    `functools.lru_cache` would forget the oldest answer alone. For that it moves each answer that it gives to the end of a
    ring, and so touches three more in memory that the processor's caches do not hold: a fiftieth of what a page takes.
    The words that pages share are back within a page or two.

    >>> @remembered(100_000)
    ... def length(word):
    ...     return len(word)
    >>> length("Тверь")
    5
    """

    def decorated(function: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
        left = most

        @wraps(function)
        def counted(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
            nonlocal left
            if left <= 0:
                answers.cache_clear()
                left = most
            left -= 1
            return function(*args, **kwargs)

        answers = cache(counted)
        return answers  # type: ignore[return-value]  # the stubs of `cache` forget what a function is asked

    return decorated
