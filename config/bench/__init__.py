"""`start.py bench`: how fast the register is, as a ratio to hand-written SQL in the same run on the same database."""
