"""The demo: invented people and teams on the real communes of Kiên Giang, the same on every machine."""
