"""Why records are one or two, in words: the first lines of the rules' docstrings, marked here for translation."""

from __future__ import annotations

from .speech import mark

ONLY_RECALLED = mark("The same kind and parties; of one of the two no page says when it was signed.")
SAME_NAME = mark("They bear the same name.")
NO_RULE = mark("They have parties or people in common and the time fits; nothing says that they are two.")

REASONS = (
    SAME_NAME,
    NO_RULE,
    mark("A person decided so."),
    mark("One page tells of both."),
    mark("The page was read again, and the same place in it tells of this."),
    mark("One is an agreement, the other another kind of document."),
    mark("A page, a list or a person tells of several that are alike: the first is not the second."),
    mark("The parties are not the same."),
    mark("They were signed at different times."),
    mark("Their titles are for different years."),
    mark("The same parties signed the same kind of document on the same day."),
    mark("The same parties and kind; one page gives the day, the other the month or the year."),
    mark("The same parties and kind, dated alike to the month or the year."),
    mark("One page announced it, the other tells that the same parties signed it within the time expected."),
    mark("One page tells it as news without a date, and the time fits."),
    mark("The same parties and kind; the days given differ by three at most, as sites do over one signing."),
    mark("The titles are long and the same, and nothing else speaks against it."),
    mark("Both pages announce the same kind of document between the same parties for the same time."),
    mark("Both pages recall a document of this kind between these parties and give no date."),
    mark("The surnames differ."),
    mark("The given names differ, or their initials do."),
    mark("The patronymics differ."),
    mark("A page tells of two that are alike: the first is not the second."),
    mark("The names agree and the post is the same."),
    mark("Given name and surname are the same and both stand for the same place or body."),
    mark("One is a visit, the other another kind of event."),
    mark("They took place at different times."),
    mark("The same parties, the same kind of event, the same day."),
    mark("Two or more of the same people at the same kind of event on the same day."),
    mark("The same parties and kind; the days given differ by three at most: a visit lasts, an event is moved."),
    mark("The same parties and kind; a page gives no exact day, and the time fits."),
)
