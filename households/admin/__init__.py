"""Django admin of the room: every model, in the user's area, written through the services only."""

from households.admin import figures, households, topics, visits

__all__ = ["figures", "households", "topics", "visits"]
