"""Where something is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Place:
    """`text` as the document has it, `name` and `country` (ISO alpha-3) as the gazetteer has them; WGS 84."""

    text: str
    name: str
    country: str
    admin1: str
    geonames_id: int | None
    precision: Literal["point", "city", "region", "country"]
    latitude: float | None
    longitude: float | None
