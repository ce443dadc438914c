"""Stories → Relations between states and bodies."""

from entente.relating.alignment import relate

__all__ = ["relate"]
