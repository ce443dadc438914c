"""Events + Actors → Stories, with agreement and dissent by field."""

from entente.grouping.group import group

__all__ = ["group"]
