"""Document → Sentences with tags, lemmas and dependencies."""

from entente.parsing.blocks import Block, blocks
from entente.parsing.pipeline import Parser, load, parse, parse_many

__all__ = ["Block", "Parser", "blocks", "load", "parse", "parse_many"]
