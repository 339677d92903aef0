"""The messages of Django's templates, as Django's own parser finds them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.template import Engine, engines
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

from pobratim.project.ready import django_ready

Message = str | tuple[str, str]


def messages_of(paths: list[Path]) -> Iterator[Message]:
    """The messages of `{% translate %}` and `{% blocktranslate %}` in templates, pairs where they are counted.

    Where it fails: `_("…")` in the arguments of other tags is not seen; write `{% translate "…" as name %}` before them.
    """
    django_ready()
    engine = engines["django"].engine
    for path in paths:
        yield from _messages(path.read_text(encoding="utf-8"), engine)


def _messages(source: str, engine: Engine) -> Iterator[Message]:
    nodes = engine.from_string(source).nodelist
    for node in nodes.get_nodes_by_type(TranslateNode):
        if isinstance(node.filter_expression.var.literal, str):
            yield str(node.filter_expression.var.literal)
    for block in nodes.get_nodes_by_type(BlockTranslateNode):
        one, _ = block.render_token_list(block.singular)
        yield (one, block.render_token_list(block.plural)[0]) if block.plural else one
