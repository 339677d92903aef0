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
    running = _running([sizes[i] for i in order])
    steps, count, tags = len(running), len(order), len(transitions)
    # By step, then by sentence; where a sentence has ended, whatever stands at the position is never looked at.
    at = np.array([starts[i] for i in order]) + np.arange(steps)[:, None]
    seen = emissions.take(at, axis=0, mode="clip")
    came_from = np.zeros((steps, count, tags), np.intp)
    scores = seen[0]
    for step in range(1, steps):
        still = running[step]
        paths = scores[:still, :, None] + transitions
        paths += seen[step, :still, None]
        paths.argmax(1, out=came_from[step, :still])
        np.maximum.reduce(paths, 1, out=scores[:still])
    last = scores.argmax(1).tolist()
    found: list[list[int]] = [[]] * count
    for row, (i, tag) in enumerate(zip(order, last, strict=True)):
        found[i] = _walk_back(came_from[1 : sizes[i], row], tag)
    return found


def _running(sizes: list[int]) -> list[int]:
    """How many sentences have more than 0, 1, 2 … tokens; `sizes` is in descending order."""
    count, running = len(sizes), []
    for step in range(sizes[0]):
        while sizes[count - 1] <= step:
            count -= 1
        running.append(count)
    return running


def _walk_back(came_from: npt.NDArray[np.intp], tag: int) -> list[int]:
    """The tags of one sentence from its last one; `came_from[t - 1, tag]` is the best tag at t - 1 before `tag` at t."""
    tags = [tag]
    for row in came_from[::-1].tolist():
        tag = row[tag]
        tags.append(tag)
    tags.reverse()
    return tags
