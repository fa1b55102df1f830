"""Lists that nobody looks at while the reader is written: the examination, one list a module."""
