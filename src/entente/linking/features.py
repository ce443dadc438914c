"""Claims about two mentions, each with a score and its reason."""

from __future__ import annotations

from entente.records import Mention
from entente.text import plain


def same_full_name(left: Mention, right: Mention) -> tuple[float, str]:
    """Both bear the same name of two words or more."""
    name = plain(left.name)
    if " " in name and name == plain(right.name):
        return 0.9, f"the same full name, {left.name}"
    return 0.0, ""


def same_single_name_and_country(left: Mention, right: Mention) -> tuple[float, str]:
    """Both bear the same single name and the same country."""
    if plain(left.name) == plain(right.name) and left.country and left.country == right.country:
        return 0.7, f"the same name, {left.name}, and country, {left.country}"
    return 0.0, ""


def countries_differ(left: Mention, right: Mention) -> bool:
    """The two are said to be of different countries."""
    return bool(left.country and right.country and left.country != right.country)


FEATURES = (same_full_name, same_single_name_and_country)
