"""Entente: from many outlets' reports to who did what to whom, with the words that say so."""

__version__ = "0.1.0"
