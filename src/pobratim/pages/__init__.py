"""Raw bytes of a page → `Page`: the story alone, and what stands around it."""

from .read import read_page
from .triage import may_report

__all__ = ["may_report", "read_page"]
