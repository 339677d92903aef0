"""The demonstration shows news that meets a plan: measures, a promise, two promises of one sentence."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from pobratim.cli.main import main
from pobratim.register.models import Match, Measure, Statement
from tools.demo import DEMO, PLAN


def test_news_meets_the_plan(sqlite_register: Path) -> None:
    plan, *more = PLAN
    run = CliRunner().invoke
    added = run(main, ["add", *map(str, sorted(DEMO.glob("*.html")))])
    assert added.exit_code == 0, added.output
    assert run(main, ["plan", "import", str(DEMO / plan), *more, "--author", "demo"]).exit_code == 0
    assert Measure.objects.filter(understood=True).count() == 9
    met = set(Measure.objects.filter(key__in=Match.objects.values("target")).values_list("number", flat=True))
    assert met == {"1.1", "1.2", "1.3", "2.1"}
    assert Statement.objects.filter(promised=True).count() == 2
    assert Match.objects.filter(target__startswith="s").exists()
