"""Messages and numbered paragraphs: headings, people and talk, line by line."""

import re
from typing import TYPE_CHECKING

from imports.cells import key_of
from imports.layout import Sheet
from teams.member_list import names, rows
from teams.member_list.categories import is_position
from teams.member_list.context import Context
from teams.member_list.entries import fill_entry
from teams.member_list.listing import Listing, Stated
from teams.member_list.person import Person, read_people, read_person
from teams.member_list.places import COMMUNE, HAMLET, NO_PLACE, TEAM_WORDS, Place, read_place
from teams.member_list.positions import split_off_position
from teams.member_list.result import Entry
from teams.member_list.roles import role_label, role_on_line
from teams.member_list.totals import read_total
from teams.member_list.unnamed import AS_OTHER, COUNTED, COUNTS, LIKE, says_only_counts

if TYPE_CHECKING:
    from collections.abc import Iterable

_GREETING = re.compile(
    r"^(?:chao|kinh (?:chao|gui|thua|bao)|da\b|em (?:gui|xin|chao|da|o|la|bao)|cam on|xin|gui|co gi|nho|vui long|ok"
    r"|alo|chi oi|anh oi|sep|"
    r"a oi|c oi|thua|bao cao|duoi day|tren day|sau day|de nghi|ghi chu|luu y|dia chi|nguoi gui|tu ngay|ngay|luc|re\b"
    r"|fw|neu|cac (?:dong chi|anh)|"
    r"nho (?:anh|chi)|mong|hen|thong bao|ke hoach|noi dung|thoi gian|dia diem|theo |can cu|tran trong|than ai|mai|hom)\b"
)
_FILLER = re.compile(
    r"^(?:gom|co|nhu|sau|day|la|cac|ong|ba|thanh vien|nguoi|dong chi|dc|to|cnscd|danh sach|ds|nha|a|chi|anh|e|em|cua"
    r"|moi|thi|duoi|so|tong|tv|gui|cong nghe"
    r"|cong dong|[0-9]{1,2}|xa .*|thuoc xa .*|phuong .*|thi tran .*|huyen .*)?(?: |$)"
)
_SENDER = re.compile(r"^\[?\d{1,2}[:h]\d{2}(?::\d{2})?,?\s*(?:\d{1,2}/\d{1,2}/\d{2,4})?\]?\s*[^:]{0,30}:\s*")
_BULLET = re.compile(
    r"^\s*(?:\(?\d{1,3}\s*[.)/:\-–]|[-–—•●▪*+✓✔►👉🔹▶➤☑🔸📌→]|\(?[a-zđ]\s?[)/.]\s|[^\w\s(\[\"'“])"
)
_NEXT_HAMLET = re.compile(
    r"\s*[:;.|/]\s*(?=(?:[-+*•]\s*)?(?:tổ\s+)?(?:(?:cnscđ|tcnscđ)\s+)?(?:ấp|kp|khu phố|khóm|thôn|tdp|tổ dân phố)\s)",
    re.IGNORECASE,
)
_CONSISTS = re.compile(
    r"^(?:(?:bao gồm|gồm có|gồm|do(?= (?:ông|bà|anh|chị|đ/c)\s)|"
    r"có|như sau|sau đây|là|sau|các|những|\d{1,2} (?:người|thành viên|đ/c|đồng chí)|"
    r"thành viên(?= sau)|ông bà(?=\s*:| sau)|ông, bà|đồng chí(?=\s*:| sau))\s*)+(?:[:,–-]\s*|(?=(?:ông|bà|anh|chị|đ/c)\s))",
    re.IGNORECASE,
)
"""“gồm:”, “gồm các ông bà sau:” between a hamlet and its people."""
_HAMLET_PART = re.compile(
    r"(?:\s[-–/]\s|[,;|(])\s*((?:tổ\s+)?(?:ấp|kp|khu phố|khóm|thôn|tổ dân phố|tdp)\s[^,;|()–]*?)\s*(?=\s[-–/]\s|[,;|)]|$)",
    re.IGNORECASE,
)
_LONGEST_HEAD = 60
_ROLE_FIRST = re.compile(r"^(?:to truong|to pho|to vien|thanh vien)\b")
_ROLE_LEAD = re.compile(
    r"^((?:[-+*•]\s*)?(?:TP|TV|[Tt]hành viên|[Tt]ổ viên|[Tt]ổ phó))\s+(?=1\s*[.)/]\s*\D|(?:chưa|khuyết|đang)\b)"
)
"""“TV 1. A 2. B”, “TP chưa có”: a role without its colon."""
_PHONE_LABELS = {
    "",
    "sdt",
    "dt",
    "so dt",
    "dien thoai",
    "so dien thoai",
    "so sdt",
    "zalo",
    "sdt zalo",
    "dtdd",
}
_PHONE = re.compile(r"(?:\+?84|0)[ .\-]?\d(?:[ .\-]?\d){7,9}")


class Chat:
    """A text without columns."""

    def __init__(self, sheet: Sheet, context: Context, listing: Listing) -> None:
        self.sheet, self.context, self.listing = sheet, context, listing
        self.kinds: dict[int, str] = {}
        self.bare: tuple[int, Entry] | None = None
        self.has_people = self.is_over = self.are_places_behind = False

    def read(self, indexes: "Iterable[int]") -> None:
        """All lines from top to bottom."""
        indexes = list(indexes)
        self.are_places_behind = self._have_places_behind(indexes)
        for row in indexes:
            lines = [_ROLE_LEAD.sub(r"\1: ", _SENDER.sub("", line)) for line in self._lines(row)]
            kinds = [self._line(row, line) for line in lines]
            self.kinds[row] = "member" if "member" in kinds else next(iter(kinds), "other")

    def _have_places_behind(self, indexes: list[int]) -> bool:
        """Whether nearly all lines about people name a hamlet of their own behind the name."""
        lines = [names.strip_bullet(line) for row in indexes for line in self._lines(row)]
        telling = [line for line in lines if self._is_telling(line) and not read_place(line).kind]
        placed = [line for line in telling if _place_behind(line)[0].kind]
        return len(placed) > 1 and len(placed) >= 0.8 * len(telling)

    def _lines(self, row: int) -> "Iterable[str]":
        """The lines of a row: a cell may hold several, a line several hamlets with their people."""
        text = ", ".join(cell for cell in self.sheet.texts[row] if cell)
        for line in text.split("\n"):
            yield from _by_hamlet(line)

    def _line(self, row: int, text: str) -> str:
        total = read_total([text])
        if total is not None and not _PHONE.search(text):
            self.listing.stated.append(Stated(total, self.context.last, self.context.grid))
            self.listing.titles.append(text)
            return "total"
        place = read_place(text)
        if place.kind and self._is_heading(place, text):
            self.is_over = False
            return self._heading(row, place, text)
        if self._is_behind_end(text):
            self.listing.titles.append(text)
            return "signature"
        if self._tells_of_last(row, text) or self._label(text):
            return "section"
        if self.context.is_other_body and not place.has_team_word:
            self.listing.flag("other_list_skipped")
            return "other list"
        if place.kind in ("", COMMUNE) and self._people_line(row, text):
            return "member"
        if TEAM_WORDS.search(key_of(text)) or rows.names_other_body(text):
            self.context.take_title(text)
        else:
            self.listing.titles.append(text)
        return "talk"

    def _is_behind_end(self, text: str) -> bool:
        """Signatures and recipients; a numbered name with details goes on with the list."""
        if self.has_people and not self.is_over:
            self.is_over = rows.ends_list([text])
        if self.is_over and _BULLET.match(text) and not text.lstrip().startswith(("-", "–")):
            self.is_over = not self._people_in(text)
        return self.is_over

    def _is_heading(self, place: Place, text: str) -> bool:
        if place.kind == COMMUNE:
            return (
                place.has_team_word
                and bool(re.match(r"^(?:[0-9ivx]{1,4} )?(?:to |cnscd)", key_of(text)))
                and len(text) < 90
            )
        rest = place.rest
        if names.is_placeholder(rest) and (":" in text or _BULLET.match(text)):
            return True
        return (
            _is_filler(rest)
            or bool(self._people_in(rest))
            or bool(LIKE.match(rest))
            or says_only_counts(rest)
        )

    def _people_in(self, text: str) -> list[Person]:
        return [
            person
            for person in read_people(text, self.listing.today, in_talk=True)
            if person.name and _is_person(person, bulleted=True)
        ]

    def _heading(self, row: int, place: Place, text: str) -> str:
        self.context.enter(place, text)
        self.listing.titles.append(text)
        rest = self._named_part(place, text)
        if _is_filler(rest) or (names.is_placeholder(rest) and not self._people_in(rest)):
            return "section"
        if LIKE.match(place.rest):
            self.listing.announced[-1].flags.append(AS_OTHER)
            return "section"
        if says_only_counts(rest):
            self.listing.announced[-1].flags.append(COUNTED)
            return "section"
        self._take(row, _CONSISTS.sub("", rest))
        return "member"

    def _named_part(self, place: Place, text: str) -> str:
        """“tổ trưởng là ông A; thành viên: PN: 1 người”: the part of a line that names people, the others only counted."""
        parts = place.rest.split(";")
        named = [part for part in parts if not (COUNTS.search(part) and says_only_counts(part))]
        if len(named) == len(parts) or not any(map(self._people_in, named)):
            return place.rest
        announced = self.listing.announced[-1]
        announced.flags.append(COUNTED)
        if announced.count is not None and not COUNTS.search(text.split(":")[0]):
            # The number of some is not the number of all.
            announced.count = None
        return ";".join(named)

    def _tells_of_last(self, row: int, text: str) -> bool:
        """A line with a post (and a role) below a line with nothing but a name: it speaks of that person."""
        if self.bare is None or self.bare[0] != row or ":" in text or _BULLET.match(text):
            return False
        piece = read_person(text, self.listing.today, in_talk=True)
        if piece.name or not piece.positions:
            return False
        entry = self.bare[1]
        entry.positions, entry.role = list(piece.positions), piece.role
        entry.phone = entry.phone if entry.phone.number else piece.phone
        entry.birth = entry.birth if entry.birth.value else piece.birth
        return True

    def _label(self, text: str) -> bool:
        """“Thành viên:” alone: the role of the lines below; “Chi đoàn:” their post."""
        bare = names.strip_bullet(text).strip(" :.-–*_")
        if ":" in bare or bare.startswith("("):
            return False
        role = role_label(bare) if len(bare) < 40 else None
        rest = key_of(re.sub(r"\([^)]*\)", "", bare))
        seats = [*re.findall(r"\([^)]*\)", text), bare]
        if any(names.is_placeholder(seat) for seat in seats):
            # “Tổ phó (khuyết)”, “Đại diện VNPT - thành viên” is a seat.
            return False
        if role and len(rest.split()) <= 5 and not re.search(r"\d", rest) and not names.is_surely_name(bare):
            people = read_people(bare, self.listing.today, in_talk=True)
            if not any(person.name for person in people):
                self.context.role = role
                return True
        return False

    def _people_line(self, row: int, text: str) -> bool:
        bulleted = bool(_BULLET.match(text))
        bare = names.strip_bullet(text)
        key = key_of(bare)
        if _GREETING.match(key) and not (bulleted and _PHONE.search(text)):
            return False
        if len(text) > 400 or (not bulleted and not self._is_telling(bare)):
            return False
        if LIKE.match(bare.rpartition(":")[2].strip()) and self.context.place.kind and self.listing.announced:
            self.listing.announced[-1].flags.append(AS_OTHER)
            return False
        if says_only_counts(bare) and self.context.place.kind and self.listing.announced:
            self.listing.announced[-1].flags.append(COUNTED)
            return False
        return self._take(row, text, bulleted=bulleted)

    def _is_telling(self, text: str) -> bool:
        """A line without a bullet names people when it has a phone, a label, or a whole name alone or before a separator."""
        if _PHONE.search(text) or role_label(text.split(":")[0] if ":" in text[:40] else ""):
            return True
        head = re.split(r"[,;:(|]|\s[-–—]\s|-", text, maxsplit=1)[0].strip()
        if names.is_surely_name(head) or _names_with_post(head):
            return True
        if _ROLE_FIRST.match(key_of(head)):
            named = role_on_line(head)[1].replace("|", " ").strip()
            return names.is_name(named) or (not named and names.is_placeholder(text))
        gender, bare = names.take_honorific(head, in_talk=True)
        return (bool(gender) and len(head.split()) <= 6 and head != text and bare[:1].isupper()) or (
            names.is_placeholder(text) and text.startswith("(")
        )

    def _take(self, row: int, text: str, *, bulleted: bool = True) -> bool:
        place, text = _place_behind(text) if self.are_places_behind else (NO_PLACE, text)
        people = read_people(text, self.listing.today, in_talk=True)
        labelled = role_label(text.split(":")[0]) if ":" in text[:40] else None
        is_seat = bulleted or text.lstrip().startswith("(") or labelled is not None
        is_seat = is_seat or bool(_ROLE_FIRST.match(key_of(text)))
        good = [person for person in people if _is_person(person, bulleted=is_seat)]
        if not good:
            self._take_phone(text)
            return False
        label = _shared_role(text)
        for person in good:
            entry = Entry(self.sheet.grid.numbers[row], self.sheet.grid.name, raw={"name": text[:500]})
            fill_entry(entry, person)
            entry.role = person.role or label or self.context.role
            entry.heading_position = self.context.position
            where = self.context.where(place)
            self.listing.entries.append((where, entry))
            self.context.last = where
        self.has_people = True
        self.bare = self._bare_below(row, good)
        return True

    def _bare_below(self, row: int, people: list[Person]) -> tuple[int, Entry] | None:
        """The next line, and the entry of a person of whom only the name was said so far."""
        person = people[0]
        if len(people) > 1 or person.role or person.positions or self.context.role or self.context.position:
            return None
        return row + 1, self.listing.entries[-1][1]

    def _take_phone(self, text: str) -> None:
        """A line with nothing but a number belongs to the person above it."""
        piece = read_person(text, self.listing.today, in_talk=True)
        bare = key_of(re.sub(r"\d", "", text))
        if piece.phone.number and bare in _PHONE_LABELS and self.has_people:
            last = self.listing.entries[-1][1]
            last.phone = last.phone if last.phone.number else piece.phone


def _names_with_post(head: str) -> bool:
    """“Danh Vẹt thành viên”, “Danh Vẹt hội nông dân”: a whole name, and behind it nothing but a role or post."""
    role, rest = role_on_line(head)
    before, _, behind = rest.partition("|")
    if role and names.is_surely_name(before.strip()) and not key_of(behind):
        return True
    first, name, post = split_off_position(head, whole_may_be_name=False)
    return not first and names.is_surely_name(name) and is_position(post) and len(head) <= _LONGEST_HEAD


def _place_behind(text: str) -> tuple[Place, str]:
    """“Nguyễn Văn A - tổ trưởng - ấp Kinh 3 - 0912…”: the place on a line of its own person, and the line without it."""
    for match in _HAMLET_PART.finditer(text):
        place = read_place(match[1])
        if place.kind == HAMLET and not place.rest:
            return place, f"{text[: match.start()]} - {text[match.end() :]}"
    return NO_PLACE, text


def _by_hamlet(line: str) -> list[str]:
    """“Ấp 1: A, B; Ấp 2: C”: a piece for each hamlet, when at least two begin so and people stand behind each."""
    pieces = _NEXT_HAMLET.split(line)
    places = [read_place(piece) for piece in pieces]
    named = [place for place in places if place.kind == HAMLET and re.search(r"[^\W\d_]{2}", place.rest)]
    return pieces if len(named) > 1 and len(named) >= len(pieces) - 1 else [line]


def _shared_role(text: str) -> str | None:
    """“Thành viên: A, B, C”: the label speaks of all."""
    match = re.match(r"^([^:\d|;,]{2,40}):", names.strip_bullet(text))
    role = role_label(match[1]) if match else None
    return role if role == "member" else None


def _is_filler(text: str) -> bool:
    """“gồm các ông bà sau”: nothing beyond the heading."""
    key = key_of(text)
    while key:
        match = _FILLER.match(key)
        if not match or not match[0]:
            return False
        key = key[match.end() :]
    return True


def _says_details(person: Person) -> bool:
    return bool(person.role or person.positions or person.phone.number or person.birth.value)


def _is_person(person: Person, *, bulleted: bool) -> bool:
    if person.is_placeholder:
        return bulleted
    if not person.name:
        return False
    words = person.name.split()
    says_more = bool(
        person.gender or person.role or person.positions or person.phone.number or person.phone.flags
    )
    if not bulleted and len(words) > 3 and person.name.islower() and not _says_details(person):
        # “Anh nhận được nhắn lại em nha” speaks to somebody.
        return False
    if len(words) == 1:
        # “… nha” ends a message; “ông bần” names somebody.
        is_word = person.name.islower() and not (bulleted or person.gender)
        return says_more and not is_word and not is_position(person.name)
    if names.is_surely_name(person.name):
        return True
    titled = all(word[0].isupper() for word in words)
    return names.is_name(person.name) and (titled or says_more) and (bulleted or says_more)
