"""The river of toys for every test here."""

from toy_river import toys

__all__ = ["toys"]
