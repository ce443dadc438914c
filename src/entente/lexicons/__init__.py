"""What Entente knows before it reads: loaded and checked, one immutable `Lexicon`."""

from entente.lexicons.lexicon import City, Entry, Lexicon, Sense, Tenure
from entente.lexicons.load import build, load
from entente.lexicons.patterns import Pattern, Slot, parse_pattern

__all__ = ["City", "Entry", "Lexicon", "Pattern", "Sense", "Slot", "Tenure", "build", "load", "parse_pattern"]
