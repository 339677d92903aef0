"""Whatever a field may hold comes back from its form as it was; dates are read as people type them."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pobratim.register.field import FIELDS, read_value
from pobratim.register.models import Actor, Document, Measure, Person, Statement
from pobratim.web.forms.record import RecordForm
from pobratim.web.forms.shapes import SHAPES
from pobratim.web.forms.typed_date import date_text, read_date
from tests.thorough import cases

from .filled_form import Inputs

text = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), min_size=1, max_size=60)
date = st.builds(
    lambda value, wording: {
        "value": value,
        "precision": "day" if value[0] == "-" else {4: "year", 7: "month"}.get(len(value), "day"),
        "wording": wording,
    },
    st.one_of(
        st.dates().map(lambda day: day.isoformat()),
        st.dates().map(lambda day: day.isoformat()[:7]),
        st.dates().map(lambda day: day.isoformat()[:4]),
        st.just("--02-29"),
    ),
    text,
)
day = st.dates().map(lambda one: one.isoformat())
VALUES: dict[tuple[str, str], st.SearchStrategy[Any]] = {
    ("a", "name"): text,
    ("a", "kind"): st.from_regex(r"[a-z][a-z0-9-]{0,9}", fullmatch=True),
    ("p", "name"): st.fixed_dictionaries({"name": text}, optional={"surname": text, "given": text}),
    ("p", "post"): st.lists(st.fixed_dictionaries({"title": text}, optional={"acting": st.booleans()}), max_size=3),
    ("d", "title"): text,
    ("d", "signed"): date,
    ("d", "term"): st.fixed_dictionaries({"from": date, "open_ended": st.booleans()}, optional={"renewal": text, "to": date}),
    ("d", "sphere"): st.lists(st.sampled_from(["sport", "culture", "nonsense", "a-1"]), unique=True),
    ("m", "due"): st.fixed_dictionaries(
        {"wording": text},
        optional={"first": day, "last": day, "recurring": st.sampled_from(["yearly", "monthly", "term", "agreed"])},
    ),
    ("m", "executor"): st.lists(
        st.fixed_dictionaries({"name": text}, optional={"side": st.sampled_from(["a", "joint"])}), max_size=3
    ),
    ("s", "text"): st.fixed_dictionaries({"text": text, "direct": st.booleans()}),
}


@pytest.mark.usefixtures("demo")
@settings(max_examples=cases(40, 100), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(sorted(VALUES)).flatmap(lambda which: st.tuples(st.just(which), VALUES[which])), st.sampled_from(["ru", "en"])
)
def test_any_value_that_a_field_may_have_comes_back_untouched(told: tuple[tuple[str, str], Any], language: str) -> None:
    (kind, field), given_ = told
    many = given_ if isinstance(given_, list) else [given_]
    model = {"a": Actor, "p": Person, "d": Document, "m": Measure, "s": Statement}[kind]
    record = model(key=kind + "0" * 20, fields={field: [{"value": read_value(kind, field, one), "pages": 1} for one in many]})
    with translation.override(language):
        form = RecordForm(kind, record)
        from django.template.loader import render_to_string

        page = render_to_string(
            "web/edit.html", {"form": form, "kind": kind, "record": record, "seen": "", "name": "", "user": None}
        )
        from django.http import QueryDict

        data = QueryDict(mutable=True)
        for name, values in Inputs(page).sent.items():
            data.setlist(name, values)
        again = RecordForm(kind, record, data)
    assert [one.field for one in again.fields if one.touched] == []


@given(st.one_of(date.map(lambda one: one["value"])), st.sampled_from(["ru", "en"]))
def test_a_date_is_read_back_as_it_is_shown(value: str, language: str) -> None:
    if value[:1] not in "12-":
        return
    with translation.override(language):
        assert (read_date(date_text(value)) or {}).get("value") == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("24.04.2024", "2024-04-24"),
        ("4.4.2024 г.", "2024-04-04"),
        ("24 апреля 2024 года", "2024-04-24"),
        ("апрель 2024", "2024-04"),
        ("04.2024", "2024-04"),
        ("2024-04", "2024-04"),
        ("2021", "2021"),
        ("2021 год", "2021"),
        ("24 апреля", "--04-24"),
        ("April 24, 2024", "2024-04-24"),
        ("24 Apr 2024", "2024-04-24"),
        ("29.02.2023", None),
        ("24.13.2024", None),
        ("вчера", None),
        ("24 мартобря 2024", None),
        ("0000", None),
        ("20244", None),
        ("٢٠٢٤-01-01", None),
        ("2٠24", None),
        ("сент. 2024", "2024-09"),
        ("2 мая 2024", "2024-05-02"),
        ("майор 2024", None),
    ],
)
def test_dates_as_people_type_them(typed: str, value: str | None) -> None:
    assert (read_date(typed) or {}).get("value") == value


def test_every_field_has_its_shape() -> None:
    elsewhere = {"s": {"outcome"}, "m": {"report", "raw"}}
    shaped = {kind: set(fields) | elsewhere.get(kind, set()) for kind, fields in SHAPES.items()}
    assert shaped == {kind: set(FIELDS[kind]) for kind in "apdesm"}
