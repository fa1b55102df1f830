"""Zip packages (.xlsx, .docx, .ods) that others hand in: what Python says of a damaged one."""

import zipfile
import zlib

DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)
"""All that `zipfile` raises for a broken or foreign package; the last for a way of packing that it does not know."""
