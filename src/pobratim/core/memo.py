"""What is worked out once: answers kept by their question, and all forgotten when they are too many."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from inspect import CO_VARARGS, CO_VARKEYWORDS
from typing import Any, ParamSpec, TypeVar

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

        def make_room() -> None:
            nonlocal left
            left = most
            answers.cache_clear()

        @wraps(function)
        def counted(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
            nonlocal left
            if left <= 0:
                make_room()
            left -= 1
            return function(*args, **kwargs)

        @wraps(function)
        def counted_of_one(asked: Any) -> Answer:
            nonlocal left
            if left <= 0:
                make_room()
            left -= 1
            return function(asked)  # type: ignore[call-arg]

        answers = cache(counted_of_one if _asks_one(function) else counted)
        return answers  # type: ignore[return-value]  # the stubs of `cache` forget what a function is asked

    return decorated


def _asks_one(function: Any) -> bool:
    """Whether a function has one argument and no more, as most have: passed on alone, a new answer takes a third less to keep."""
    code = function.__code__
    return bool(code.co_argcount == 1) and not code.co_kwonlyargcount and not code.co_flags & (CO_VARARGS | CO_VARKEYWORDS)
