"""The likeliest tags of sentences under a linear-chain CRF, all sentences stepping together."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .vocabulary import Floats

TAGS = ("<pad>", "O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")


def best_tags(emissions: Floats, transitions: Floats, starts: list[int], sizes: list[int]) -> list[list[int]]:
    """The tag numbers of every sentence.

    `emissions` has shape (positions, tags); sentence `i` takes `sizes[i] >= 1` of them from `starts[i]`.
    `transitions[a, b]` scores going from tag a to tag b. Of equal paths the one with the lower tag wins.

    A step advances every sentence that is still running, so the number of steps is the longest sentence's
    size; longest first, so that those running are always the head of the arrays.
    """
    order = sorted(range(len(sizes)), key=sizes.__getitem__, reverse=True)
    at = np.array([starts[i] for i in order])
    running = _running([sizes[i] for i in order])
    came_from = np.zeros(emissions.shape, np.uint8)
    scores = emissions[at]
    for step in range(1, len(running)):
        count = running[step]
        here = at[:count] + step
        paths = scores[:count, :, None] + transitions
        paths += emissions[here, None]
        came_from[here] = paths.argmax(1)
        scores[:count] = paths.max(1)
    last = scores.argmax(1).tolist()
    tags: list[list[int]] = [[]] * len(sizes)
    for i, tag in zip(order, last, strict=True):
        tags[i] = _walk_back(came_from[starts[i] : starts[i] + sizes[i]], tag)
    return tags


def _running(sizes: list[int]) -> list[int]:
    """How many sentences have more than 0, 1, 2 … tokens; `sizes` is in descending order."""
    count, running = len(sizes), []
    for step in range(sizes[0]):
        while sizes[count - 1] <= step:
            count -= 1
        running.append(count)
    return running


def _walk_back(came_from: npt.NDArray[np.uint8], tag: int) -> list[int]:
    """The tags of one sentence from its last one; `came_from[t, tag]` is the best tag at t - 1."""
    tags = [tag]
    for row in came_from[:0:-1].tolist():
        tag = row[tag]
        tags.append(tag)
    tags.reverse()
    return tags
