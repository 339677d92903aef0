"""How values of the register are put into words; built into every template."""

from __future__ import annotations

from django import template

register = template.Library()
