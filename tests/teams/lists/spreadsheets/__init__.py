"""Spreadsheets as communes send them, one module each: the sheets and, beside them, the reading written by hand."""
