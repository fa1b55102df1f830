"""Template tags of the room of households."""
