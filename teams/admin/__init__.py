"""Django admin of the room: every model, in the user's area, written through the services only."""

from teams.admin import decisions, derived, facts, items, organisations, papers, people, rulesets, teams

__all__ = ["decisions", "derived", "facts", "items", "organisations", "papers", "people", "rulesets", "teams"]
