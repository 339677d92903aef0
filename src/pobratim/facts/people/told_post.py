"""Posts told by a verb: «Иван Петров назначен министром», «ректором стал Иван Петров»."""

from __future__ import annotations

from pobratim.lexicon.people import appointing

from .attached import Attached, plausible_cases
from .head import PostContext
from .tail import tail_end
from .title import post_mention

_REACH = 8  # tokens


def attach_appointed(context: PostContext, attached: Attached) -> None:
    """«Иван Петров назначен министром», «ректором стал Иван Петров», «на должность главы избран …»."""
    subjects = [span for span in context.names if "nomn" in plausible_cases(span)]
    if not subjects:
        return
    for head in context.heads:
        if head.used or not (head.cases & {"ablt", "gent"}):
            continue
        low = max(0, head.first - _REACH)
        near = [t for t in context.tokens[low : head.first] if t.lemmas & appointing() or t.lemma == "место"]
        office = [t for t in near if t.lemma in ("должность", "пост", "место")]
        after = [t for t in context.tokens[head.after : head.after + _REACH] if t.lemmas & appointing()]
        in_office = "gent" in head.cases and bool(office) and office[-1].index == head.first - 1
        if not in_office and not ("ablt" in head.cases and (near or after)):
            continue
        span = min(subjects, key=lambda s: abs(s.first - head.head))
        between = context.tokens[min(span.last, head.after) : max(span.first, head.first)]
        if any(t.text in (".", ";", "»") for t in between) or any(t.lemma in ("с", "за", "перед") for t in between[-1:]):
            continue
        end = tail_end(context, head, len(context.tokens), target=False)
        head.used = True
        attached[span].append(post_mention(context, head, end))
