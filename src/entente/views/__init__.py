"""What a casebook answers: timeline, story, actors, relations, disagreements, sources, rejects, trace."""

from entente.views.contents import Contents, open_contents

__all__ = ["Contents", "open_contents"]
