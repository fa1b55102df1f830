"""The wrapping of the old Office's files (OLE compound file): its streams by name. Source: [MS-CFB]."""

import struct
from collections.abc import Iterator

_END, _MOST_SECTORS = 0xFFFFFFF0, 0x00FFFFFF
_ENTRY = 128
_STREAM, _ROOT = 2, 5


class NotCompound(Exception):
    """The wrapping is broken or cut off."""


class CompoundFile:
    """A compound file in memory: names of its storages and streams, and the bytes of a stream."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._open()
        except (struct.error, IndexError) as error:
            raise NotCompound from error

    def _open(self) -> None:
        shift, mini_shift = struct.unpack_from("<HH", self._data, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise NotCompound
        self._size = 1 << shift
        (directory,) = struct.unpack_from("<I", self._data, 48)
        self._cutoff, mini_fat, _mini_count, more, _count = struct.unpack_from("<5I", self._data, 56)
        self._fat = self._allocation(more)
        self._mini_fat = self._numbers(b"".join(self._sectors(mini_fat)))
        self._entries = list(self._directory(b"".join(self._sectors(directory))))

    def names(self) -> set[str]:
        """Names of all storages and streams."""
        return {name for name, _kind, _start, _size in self._entries}

    def read(self, wanted: str) -> bytes:
        """The bytes of a stream."""
        for name, kind, start, size in self._entries:
            if name == wanted and kind == _STREAM:
                parts = self._sectors(start) if size >= self._cutoff else self._mini_sectors(start)
                content = b"".join(parts)
                if len(content) < size:
                    raise NotCompound
                return content[:size]
        raise NotCompound

    def _allocation(self, more: int) -> list[int]:
        """Which sector follows which."""
        listed = list(struct.unpack_from("<109I", self._data, 76))
        per_sector = self._size // 4 - 1
        seen: set[int] = set()
        while more < _END and more not in seen:
            seen.add(more)
            numbers = self._numbers(self._sector(more))
            listed += numbers[:per_sector]
            more = numbers[per_sector]
        return self._numbers(b"".join(self._sector(sector) for sector in listed if sector < _END))

    @staticmethod
    def _numbers(data: bytes) -> list[int]:
        return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) * self._size
        if begin >= len(self._data):
            raise NotCompound
        return self._data[begin : begin + self._size]

    def _sectors(self, start: int) -> Iterator[bytes]:
        for number in self._chain(start, self._fat):
            yield self._sector(number)

    def _mini_sectors(self, start: int) -> Iterator[bytes]:
        root = next((entry for entry in self._entries if entry[1] == _ROOT), None)
        if root is None:
            raise NotCompound
        small = b"".join(self._sectors(root[2]))
        for number in self._chain(start, self._mini_fat):
            yield small[number * 64 : number * 64 + 64]

    @staticmethod
    def _chain(start: int, table: list[int]) -> Iterator[int]:
        steps = 0
        while start < _END:
            if start >= len(table) or steps > len(table):
                raise NotCompound
            yield start
            start = table[start]
            steps += 1

    @staticmethod
    def _directory(data: bytes) -> Iterator[tuple[str, int, int, int]]:
        for begin in range(0, len(data) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", data, begin + 64)
            if kind in (1, _STREAM, _ROOT) and 2 <= length <= 64:
                start, size = struct.unpack_from("<II", data, begin + 116)
                name = data[begin : begin + length - 2].decode("utf-16-le", errors="replace")
                yield name, kind, start, size
