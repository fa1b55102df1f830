"""What the room of imports keeps: background work, and lists on their way into the register."""

from imports.models.batches import ImportBatch, ImportChange, ImportGroup, ImportRow
from imports.models.jobs import Job

__all__ = ["ImportBatch", "ImportChange", "ImportGroup", "ImportRow", "Job"]
