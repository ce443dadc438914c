"""Mentions → Actors, Documents → copies."""

from entente.linking.copies import copies
from entente.linking.link import actor_links, fold_actors, link

__all__ = ["actor_links", "copies", "fold_actors", "link"]
