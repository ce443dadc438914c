"""What one document says: mentions, events, times, quotations, quantities and segments."""

from entente.coding.code import Coded, code
from entente.coding.segments import segments

__all__ = ["Coded", "code", "segments"]
