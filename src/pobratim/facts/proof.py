"""What every draft keeps beside its values: the sentences that prove them and the rules that decided them."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from pobratim.core.evidence import Evidence


class Decision(NamedTuple):
    """Which rule decided a field of a record, and where it looked."""

    record: str
    field: str
    rule: str
    evidence: Evidence | None


class Proven(Struct, eq=False, kw_only=True):
    """A draft's evidence by field, and `(field, rule)` in the order of deciding."""

    evidence: dict[str, list[Evidence]] = {}
    rules: list[tuple[str, str]] = []

    def prove(self, field_name: str, evidence: Evidence, rule: str = "") -> None:
        """Keeps the evidence of a field, and the rule that decided it."""
        kept = self.evidence.setdefault(field_name, [])
        if evidence not in kept:
            kept.append(evidence)
        if rule:
            self.rules.append((field_name, rule))

    def decisions(self, record: str) -> list[Decision]:
        """What was decided, under the id that the draft's record got."""
        return [Decision(record, name, rule, next(iter(self.evidence.get(name, ())), None)) for name, rule in self.rules]
