"""Search over lemmas: what each record is found by, and what a person's words look for. `selectors/search.py` reads it.

words     a text as tokens: lemmas, folded
shelf     where a row stands: records of one kind together, the newest last
on_day    states of documents on days, as tokens
naming    what records are called, in either language: finds are put in order by it
own       what a record is found by of itself and lends to others; what it borrows from those that it names
write     brings the index up to date after records were made anew
query     a person's words as groups of tokens that may stand for one another
match     such groups as the condition of either database
"""

from .naming import refill_names
from .write import refill, refill_states, refresh

__all__ = ["refill", "refill_names", "refill_states", "refresh"]
