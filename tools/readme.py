"""Fills the measured parts of both READMEs: the example, and the figures of `python -m evals --gate --json FILE`.

    python -m tools.readme FIGURES.json [PAGE]

Each part stands between `<!-- name:begin -->` and `<!-- name:end -->`. The speed is left alone: `make bench` prints it.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = "corpus/pages/058-samara-khorezm.html"
FIGURES = {
    "documents": ("documents, F1", "документы, F1"),
    "documents strict": (
        "wholly right documents (kind, status, all parties, date), F1",
        "документы без единой ошибки (вид, статус, стороны, дата), F1",
    ),
    "parties": ("parties, F1", "стороны, F1"),
    "signatories": ("signatories, F1", "подписавшие, F1"),
    "status": ("status right", "статус верен"),
    "background": ("background right", "«лишь упомянут» верно"),
    "date": ("date of signing right", "дата подписания верна"),
    "term": ("term right", "срок верен"),
    "spheres": ("spheres, F1", "сферы, F1"),
    "people": ("people, F1", "люди, F1"),
    "posts": ("posts right", "должности верны"),
    "events": ("events, F1", "события, F1"),
    "statements": ("statements, F1", "высказывания, F1"),
    "links": ("places linked, F1", "места опознаны, F1"),
    "false alarms": ("pages without cooperation that still gave facts", "страницы не о сотрудничестве, давшие факты"),
}
HEADS = (("", "development pages", "pages set aside"), ("", "страницы для разработки", "отложенные страницы"))


def share(figure: dict[str, float]) -> str:
    """F1, or the share; a dash where there was nothing to count."""
    total = figure["gold"] + figure["found"]
    return f"{2 * figure['right'] / total:.3f}" if total else "–"


def figures(measured: dict[str, dict[str, dict[str, float]]], language: int) -> str:
    """The table of figures."""
    rows = ["| " + " | ".join(HEADS[language]) + " |", "|---|---|---|"]
    for name, told in FIGURES.items():
        shares = [share(measured[part][name]) for part in ("development", "held")]
        rows.append("| " + " | ".join([told[language], *shares]) + " |")
    return "\n".join(rows)


def example(page: str, language: str) -> str:
    """What `pobratim read` prints for the page, as a block of text."""
    command = [sys.executable, "-m", "pobratim", "--lang", language, "read", page]
    sheet = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    lines = [line.rstrip() for line in sheet.strip().splitlines()]
    call = "pobratim read" if language == "en" else "pobratim --lang ru read"
    return f"`{call} {page}`\n\n```text\n" + "\n".join(lines) + "\n```"


def filled(text: str, name: str, part: str) -> str:
    """The text with that part in its place."""
    return re.sub(rf"(<!-- {name}:begin -->).*?(<!-- {name}:end -->)", lambda m: f"{m[1]}\n{part}\n{m[2]}", text, flags=re.DOTALL)


def main() -> None:
    """Rewrites both files."""
    measured = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    page = sys.argv[2] if len(sys.argv) > 2 else PAGE
    for number, (language, name) in enumerate((("en", "README.md"), ("ru", "README.ru.md"))):
        path = ROOT / name
        text = filled(path.read_text(encoding="utf-8"), "figures", figures(measured, number))
        path.write_text(filled(text, "example", example(page, language)), encoding="utf-8")


if __name__ == "__main__":
    main()
