"""A paper as one HTML file: no scripts, nothing from elsewhere; what stands in it is text."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from importlib.resources import files

from pobratim.reports.paper import Block, Bullets, Gap, Heading, Line, Paper, Paragraph, Picture, Source, Table

from .cited import cited


def html(paper: Paper) -> bytes:
    """The file, UTF-8; sources are linked from every line that cites them."""
    style = files(__package__).joinpath("paper.css").read_text(encoding="utf-8")
    style += f"@page {{ size: A4{' landscape' if paper.wide else ''}; margin: 2cm; }}\n"
    title = f'<h1>{escape(paper.title)}</h1><p class="under">{escape(paper.subtitle)}</p>'
    body = title + body_of(paper.blocks) + sources_of(paper)
    meta = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    head = f"{meta}<title>{escape(paper.title)}</title><style>{style}</style>"
    wide = ' class="wide"' if paper.wide else ""
    return f'<!doctype html><html lang="{escape(paper.language)}"><head>{head}</head><body{wide}>{body}</body></html>\n'.encode()


def body_of(blocks: Iterable[Block]) -> str:
    """The blocks as HTML, without the frame."""
    return "\n".join(map(_block, blocks))


def sources_of(paper: Paper) -> str:
    """The list of sources as HTML, empty for none."""
    if not paper.sources:
        return ""
    rows = "".join(_source(one, paper.language) for one in paper.sources)
    return f'<h2>{escape(paper.words.get("sources", "Sources"))}</h2><ol class="sources">{rows}</ol>'


def _line(line: Line) -> str:
    text = f"<strong>{escape(line.text)}</strong>" if line.strong else escape(line.text)
    text = f'<ins class="typed">{text}</ins>' if line.was else text
    links = ", ".join(f'<a href="#source-{number}">{number}</a>' for number in sorted(set(line.cites)))
    return f'{text}&nbsp;<span class="cites">[{links}]</span>' if links else text


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level + 1}>{escape(block.text)}</h{block.level + 1}>"
        case Paragraph():
            return f"<p>{' '.join(map(_line, block.lines))}</p>"
        case Bullets():
            return "<ul>" + "".join(f"<li>{_line(line)}</li>" for line in block.lines) + "</ul>"
        case Table():
            head = "".join(f'<th scope="col">{escape(name)}</th>' for name in block.head)
            rows = "".join("<tr>" + "".join(f"<td>{_line(cell)}</td>" for cell in row) + "</tr>" for row in block.rows)
            return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        case Picture():
            caption = f"<figcaption>{escape(block.caption)}</figcaption>" if block.caption else ""
            return f'<figure role="group" aria-label="{escape(block.alt)}">{block.svg}{caption}</figure>'
        case Gap():
            return f'<p class="gap">{escape(block.text)}</p>'


def _source(source: Source, language: str) -> str:
    told = cited(source, language)
    address = escape(told.address)
    address = f'<a href="{escape(told.link)}">{address}</a>' if told.link else address
    title = f"{escape(told.title)}. " if told.title else ""
    quote = f"<br><q>{escape(told.quote)}</q>" if told.quote else ""
    told_of = f"{title}<span>{escape(told.where)}</span><br><span>{address}</span>{quote}"
    return f'<li id="source-{source.number}" value="{source.number}">{told_of}</li>'
