"""What all answers are made of."""

from __future__ import annotations

from ninja.schema import BaseModel


class Answer(BaseModel):
    """A part of an answer. It is checked once, when it is made: ninja's own `Schema` reads every attribute of it anew for each
    answer that it becomes a part of, which was half of the time of a list.
    """
