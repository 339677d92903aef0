"""References to records, and partial dates."""

from __future__ import annotations

from typing import Annotated

import msgspec

from pobratim.core.date import Basis, Precision


class ActorRef(msgspec.Struct, forbid_unknown_fields=True):
    """A partner (a place or body), by its key or that of any of its nodes."""

    node: Annotated[str, msgspec.Meta(pattern=r"^a[0-9a-f]{20}$")]


class PersonRef(msgspec.Struct, forbid_unknown_fields=True):
    """A person."""

    node: Annotated[str, msgspec.Meta(pattern=r"^p[0-9a-f]{20}$")]


class DocumentRef(msgspec.Struct, forbid_unknown_fields=True):
    """A document."""

    node: Annotated[str, msgspec.Meta(pattern=r"^d[0-9a-f]{20}$")]


class EventRef(msgspec.Struct, forbid_unknown_fields=True):
    """An event."""

    node: Annotated[str, msgspec.Meta(pattern=r"^e[0-9a-f]{20}$")]


class Ref(msgspec.Struct, forbid_unknown_fields=True):
    """A record of any kind."""

    node: Annotated[str, msgspec.Meta(pattern=r"^[apdesm][0-9a-f]{20}$")]


class Date(msgspec.Struct, forbid_unknown_fields=True):
    """A partial date, as in the contract of facts; `wording` is that of the page or of the paper."""

    value: Annotated[str, msgspec.Meta(pattern=r"^(\d{4}(-\d\d(-\d\d)?)?|--\d\d-\d\d)$")]
    precision: Precision
    basis: Basis = "explicit"
    wording: str = ""
