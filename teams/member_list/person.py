"""People as a piece of text names them: “Ô. Võ Văn Bầu (1970) - trưởng ấp - 0912 000 301”, one or several."""

import re
from dataclasses import dataclass, field
from datetime import date

from imports.cells import is_ditto, key_of
from teams.member_list import names
from teams.member_list.births import NOTHING, BirthReading
from teams.member_list.categories import is_position
from teams.member_list.numbers_in_text import cut_numbers
from teams.member_list.phones import FOOTNOTES, NO_PHONE, TWO, PhoneReading, says_no_phone
from teams.member_list.positions import is_attribute, split_off_position
from teams.member_list.roles import role_label, role_on_line, short_role

_ABBREVIATION = re.compile(r"\b([A-ZĐ]{1,5})[-–]([A-ZĐ]{1,5})\b")
_KEPT_DASH, _KEPT_SLASH = "\ue000", "\ue004"
_SLASHED = re.compile(r"\b([^\W\d_])/([^\W\d_])\b")
"""“Đ/v”: one word, cut short."""
_IS = re.compile(r"^(?:(?:là|gồm|do|các)(?:\s+|$))+|^làm$")
"""Small words of a sentence around a name: “tổ trưởng là ông …”, “các thành viên gồm …”."""
_SEGMENTS = re.compile(r"[|,;\n\t:=+_]|\s*[–—]\s*|(?<=\s)-+>?|-+>?(?=\s)|(?<=[^\W\d_])-(?=[^\W\d_])|/(?!\d)")
_GIVEN_WITH_POST = re.compile(r"^(?:\d{1,2}[.)/\s]\s*)?([^\W\d_]+)\s?\(")
"""“Bần (TA, tổ trưởng), Sú (PN)”: given names alone, each with its post in brackets."""
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]?")
_QUOTED = re.compile(r"[\"“”'‘]([^\"“”'‘’]{2,30})[\"“”'’]")
_NO_PHONE = re.compile(
    r"\b(?:chưa|không|ko|hông|k)\s+(?:có\s+)?(?:số|sđt|sdt|đt|điện thoại|dt|xài điện thoại|dùng điện thoại)"
    r"(?:\s+(?:đt|điện thoại))?\b"
    r"|\b(?:số\s+)?(?:sđt|sdt|đt|dt|điện thoại)\s*[:.]?\s*(?:chưa|không|ko)(?:\s+có)?(?=\W*$)",
    re.IGNORECASE,
)
_COMRADE = re.compile(r"\b[đd]\s?/\s?c\b\s*[.:]?\s*", re.IGNORECASE)
_JOINED = re.compile(r"\bvà\b|&", re.IGNORECASE)
_TITLE_COLON = re.compile(
    r"^((?:[0-9]{1,3}[.)/\s]*|[-+*•]\s*)?(?:ông|bà|anh|chị|cô|chú|thầy))\s*:\s*", re.IGNORECASE
)
_DIGITS = {0xFF10 + digit: str(digit) for digit in range(10)} | FOOTNOTES
"""Full-width digits are digits."""
_LABELS = re.compile(
    r"^(?:họ(?: và)? tên|ho(?: va)? ten|tên|chức vụ|đơn vị|nhiệm vụ|vai trò|sđt|đt|số đt|giới tính|sinh)$",
    re.IGNORECASE,
)
_SHORT_LABEL = re.compile(r"^(TT|TP|TV)[\s.\-–]+(?=[A-ZĐ][^\W\d_]+\s+[A-ZĐ])")
_SHORT_BEHIND = re.compile(r"\s+(?:TT|TP|TV)$")
_NOBODY = re.compile(r"\b(?:nhân sự|nhan su|nhân viên|cán bộ|người)\b", re.IGNORECASE)
"""Words for somebody in “chưa có nhân sự”: no post. “Nhân viên VNPT” still names its agency."""
_LIKENESS = re.compile(r"^(?:như|giống|tương tự|theo|cùng)\s")
"""“như ấp Kinh Ranh” is nobody."""
_ROLE_LABEL = re.compile(r"^([^:\d|;,]{2,40}):")
_ALL_MEMBERS = re.compile(
    r"^(?:các |những )?(?:thành viên|tổ viên|tv)(?: khác| gồm| của tổ)*\s*:", re.IGNORECASE
)
"""“các thành viên: A, B, C”: the label speaks of all that follow."""
_STRONG = re.compile(
    r"[;\n]|(?:^|(?<=[\s,.;]))[0-9]{1,2}\s*[.)/]\s*(?=[^\W\d_(])|(?:^|(?<=\s))[•●▪✓+*]\s*|(?:^|\n)\s*[-–]\s+"
)


@dataclass
class Person:
    """What a text says about one person; nothing more than it says."""

    name: str = ""
    gender: str | None = None
    birth: BirthReading = NOTHING
    phone: PhoneReading = NO_PHONE
    role: str | None = None
    positions: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    is_ditto: bool = False
    is_placeholder: bool = False
    others: list[str] = field(default_factory=list)
    """Segments that are neither name, role nor position."""

    def take(self, other: "Person") -> None:
        """What a following piece says about the same person."""
        self.name = self.name or other.name
        self.gender = self.gender or other.gender
        self.birth = self.birth if self.birth != NOTHING else other.birth
        self.phone = _both(self.phone, other.phone)
        self.role = self.role or other.role
        self.positions += other.positions
        self.others += other.others
        self.flags += [flag for flag in other.flags if flag not in self.flags]
        self.is_ditto = self.is_ditto or other.is_ditto


def _both(first: PhoneReading, second: PhoneReading) -> PhoneReading:
    """Two numbers of one person: the first, and the flag."""
    if not first.number or not second.number:
        return first if first != NO_PHONE and not second.number else second
    others = (*first.others, second.number, *second.others)
    return PhoneReading(first.number, (*first.flags, *([] if TWO in first.flags else [TWO])), others)


def read_person(text: str, today: date, *, in_talk: bool = False) -> Person:
    """One person of a text; `in_talk` for a chat message, where “A Sậy” is Anh Sậy and lower case is usual."""
    person = Person()
    text = _TITLE_COLON.sub(r"\1 ", text.strip())
    text = names.strip_bullet(_NO_PHONE.sub(" | ", _COMRADE.sub("đc ", text)))
    if is_ditto(text):
        person.is_ditto = True
        return person
    text = _take_label(text, person).strip()
    if names.is_placeholder(text):
        return _placeholder(text, person)
    rest, numbers = cut_numbers(text, today)
    person.birth, person.phone = numbers.birth, numbers.phone
    person.flags += numbers.flags
    rest = _take_brackets(rest, person)
    rest = _ABBREVIATION.sub(rf"\1{_KEPT_DASH}\2", rest)
    rest = _SLASHED.sub(rf"\1{_KEPT_SLASH}\2", rest)
    for segment in _SEGMENTS.split(rest):
        kept = segment.replace(_KEPT_DASH, "-").replace(_KEPT_SLASH, "/")
        _take_segment(kept, person, in_talk=in_talk)
    return person


def _take_label(text: str, person: Person) -> str:
    """“TT: Nguyễn Văn A”: the role stands before a colon, perhaps with a post in brackets."""
    if short := _SHORT_LABEL.match(text):
        person.role = short_role(short[1])
        return text[short.end() :]
    match = _ROLE_LABEL.match(text)
    role = role_label(match[1]) if match else None
    if not match or not role:
        return text
    person.role = role
    for inner in _BRACKET.findall(match[1]):
        _take_remark(inner, person)
    return text[match.end() :]


def _placeholder(text: str, person: Person) -> Person:
    """Keeps what the line says about the post: “(VNPT cử)” is a seat of VNPT."""
    person.is_placeholder = True
    role, rest = role_on_line(text)
    person.role = person.role or role
    bare = re.sub(r"[()\[\]|.…]", " ", rest).strip()
    if is_position(_NOBODY.sub(" ", bare)):
        person.positions.append(" ".join(bare.split()).strip(" -–:;,"))
    return person


def _take_brackets(text: str, person: Person) -> str:
    for inner in _BRACKET.findall(text):
        _take_remark(inner.strip(" |"), person)
    text = _BRACKET.sub(" | ", text)
    for inner in _QUOTED.findall(text):
        _take_remark(inner.strip(), person)
    return _QUOTED.sub(" ", text)


def _take_remark(inner: str, person: Person) -> None:
    if short := short_role(inner):
        person.role = person.role or short
        return
    role, rest = role_on_line(inner)
    person.role = person.role or role
    for part in re.split(r"[|,;]| - ", rest):
        said = part.strip(" .:-")
        gender = {"nam": "M", "nu": "F"}.get(key_of(said))
        if gender and said.lower() in ("nam", "nữ"):
            person.gender = person.gender or gender
        elif (
            said
            and is_attribute(said)
            and not re.match(r"(?i)thay|tức|con|vợ|chồng|em|anh|chị|nguyên|cũ", said)
        ):
            person.positions.append(said)
        elif said and not (role and not key_of(said)):
            person.flags += [names.REMARK] if names.REMARK not in person.flags else []


def _take_segment(segment: str, person: Person, *, in_talk: bool) -> None:
    role, rest = role_on_line(segment)
    person.role = person.role or role
    for part in rest.split("|"):
        said = _IS.sub("", part.strip(" .,;:-–/'\""))
        if said and not _LABELS.match(said):
            _take_words(said, person, in_talk=in_talk)


def _take_words(said: str, person: Person, *, in_talk: bool) -> None:
    """A run of words: the name, with a position before or behind it, or a position, or something else."""
    if short_role(said):
        person.others.append(said)
        return
    if person.name or (key_of(said) in ("nam", "nu")):
        if said.lower() in ("nam", "nữ"):
            person.gender = person.gender or ("M" if said.lower() == "nam" else "F")
        else:
            (person.positions if is_attribute(said) else person.others).append(said)
        return
    gender, bare = names.take_honorific(said, in_talk=in_talk)
    before, name, behind = split_off_position(
        bare, whole_may_be_name=gender is not None or not is_attribute(bare)
    )
    if before and not gender:
        gender, name = names.take_honorific(name, in_talk=in_talk) if name else (gender, name)
    person.positions += [part for part in (before, behind) if part]
    if name:
        _take_name(name, gender, person)


def _take_name(name: str, gender: str | None, person: Person) -> None:
    name = _SHORT_BEHIND.sub("", " ".join(name.split()).strip(" .,;:-"))
    if names.can_be_name(name) and not _LIKENESS.match(name):
        person.name, person.gender = name, person.gender or gender
    else:
        person.others.append(name)


def read_people(text: str, today: date, *, in_talk: bool = False, lenient: bool = True) -> list[Person]:
    """All people of a text; what stands between two names belongs to the first of them, what stands before to the next.

    `lenient`: after a comma any two words with capitals may be a name; else only one with a known family name.
    """
    people: list[Person] = []
    shared: str | None = None
    for item in _STRONG.split(text.translate(_DIGITS)):
        if item and item.strip() and not (people and says_no_phone(item)):
            found = _people_of_item(
                item.strip(), today, in_talk=in_talk, lenient=lenient, is_first=not people
            )
            if not found and people:
                # A line of its own for the phone or the post of the person above it.
                people[-1].take(_demoted(read_person(item.strip(), today, in_talk=in_talk), item))
            if _ALL_MEMBERS.match(item.strip()):
                shared = next((person.role for person in found), None)
            shared = None if any(person.role not in (None, shared) for person in found) else shared
            for person in found:
                person.role = person.role or shared
            people += found
    return people


def _people_of_item(item: str, today: date, *, in_talk: bool, lenient: bool, is_first: bool) -> list[Person]:
    people: list[Person] = []
    waiting: Person | None = None
    shared: str | None = None
    for part in _parts(item, lenient=lenient):
        piece = read_person(part, today, in_talk=in_talk)
        if _ALL_MEMBERS.match(part):
            shared = piece.role
        elif piece.name and _begins_person(piece, part, lenient=lenient):
            piece.role = piece.role or shared
        if people and not _begins_person(piece, part, lenient=lenient):
            people[-1].take(_demoted(piece, part))
        elif piece.name or piece.is_ditto or piece.is_placeholder:
            if waiting is not None:
                waiting.take(piece)
                waiting.is_placeholder = piece.is_placeholder
                piece, waiting = waiting, None
            people.append(piece)
        elif waiting is None:
            waiting = piece
        else:
            waiting.take(piece)
    if len(people) == 2 and _JOINED.search(item):
        _share(people)
    return people + (
        [waiting] if waiting is not None and not people and is_first and _says_post(waiting) else []
    )


def _share(people: list[Person]) -> None:
    """“A và B (buôn bán): 0977 …”: the post is said of both, the one phone or birth of neither."""
    first, second = people
    for person in people:
        person.flags.append("two_people")
    if not (first.phone.number and second.phone.number):
        first.phone = second.phone = NO_PHONE
    if not (first.birth.value and second.birth.value):
        first.birth = second.birth = NOTHING
    if not first.positions:
        first.positions = list(second.positions)
    first.role = second.role = first.role or second.role


def _says_post(person: Person) -> bool:
    """A post without a name: a line for somebody who is not named yet."""
    person.is_placeholder = bool(person.positions)
    return person.is_placeholder


def _demoted(piece: Person, text: str) -> Person:
    """What a piece says about the person before it; a name-like text in it is no second person.

    In “Lính biên phòng” it is the beginning of the post.
    """
    if piece.positions and f"{piece.name} {piece.positions[0]}" in text and piece.name:
        piece.positions[0] = f"{piece.name} {piece.positions[0]}"
        piece.name, piece.gender = "", None
    elif piece.name:
        piece.others.append(piece.name)
        piece.name, piece.gender = "", None
    return piece


def _begins_person(piece: Person, part: str, *, lenient: bool) -> bool:
    if piece.is_placeholder:
        return False
    if not piece.name:
        return False
    if lenient and (given := _GIVEN_WITH_POST.match(part)) and given[1].istitle():
        says_more = piece.role or piece.positions or piece.phone.number
        return bool(says_more) and not is_position(piece.name)
    if piece.gender or names.is_surely_name(piece.name):
        return len(piece.name.split()) > 1 or bool(piece.gender)
    return lenient and names.is_name(piece.name)


def _parts(item: str, *, lenient: bool) -> list[str]:
    """The item cut at commas and the like, not inside brackets; a dash cuts only between two sure names."""
    masked = _BRACKET.sub(
        lambda match: match[0].replace(",", "\ue001").replace("&", "\ue002").replace("/", "\ue003"), item
    )
    pieces = re.split(r"[,&+]|\bvà\b|\s/\s|/(?=\s?[A-ZĐ][^\W\d_]+\s)", masked)
    parts = [piece.replace("\ue001", ",").replace("\ue002", "&").replace("\ue003", "/") for piece in pieces]
    cut: list[str] = []
    for part in parts:
        dashed = re.split(r"\s+[-–]\s+", part)
        sure = [names.is_surely_name(piece.strip()) for piece in dashed]
        cut += dashed if len(dashed) > 1 and all(sure) else [part]
    return [part.strip() for part in cut if part and part.strip()]
