"""Why news may meet a plan, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext

from pobratim.words import codes
from pobratim.words.speech import mark

from .words import word

_TIMES = {
    "in": mark("in the time for it"),
    "near": mark("near the time for it"),
    "within": mark("while the plan holds; no day was set"),
}


def why_words(why: Mapping[str, Any], names: Mapping[str, str]) -> list[str]:
    """The reasons one by one: «стороны те же: …», «слова: выставка, ремёсла», «в срок».

    Args:
        why: as `resolve.plans.match.Reasons`.
        names: key → name of the sides.
    """
    told = [gettext("the same sides: {names}").format(names=", ".join(names.get(key, key) for key in why["sides"]))]
    if why["words"]:
        told.append(gettext("words: {words}").format(words=", ".join(why["words"])))
    if why["kind"]:
        told.append(gettext("kind: {kind}").format(kind=word({**codes.EVENT_KINDS, **codes.DOCUMENT_KINDS}, why["kind"])))
    if why["spheres"]:
        told.append(gettext("spheres: {spheres}").format(spheres=", ".join(word(codes.SPHERES, one) for one in why["spheres"])))
    return [*told, gettext(_TIMES[why["time"]])]
