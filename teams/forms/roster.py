"""The whole form of the roster builder: a list of lines, read together in a few queries."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from teams.enums import MemberCategory, PositionType, TeamRole
from teams.findings import day_of
from teams.forms.particulars import birth_text, phone_text
from teams.forms.roster_row import RosterRow, values_of_entry
from teams.line_ups import entries_of
from teams.models import DecisionItem, Organisation, Person, PersonPosition
from teams.people import likely_duplicates
from teams.posts import category_for, post_shown, words_on_paper
from teams.roster import commune_of
from teams.typed_roster import TypedMember, primary_of
from vietnamese.phones import mask_phone
from vietnamese.text import fold

MOST_LINES = 40


class RosterForm:
    """Lines `row=0&row=3…` in their order, each with fields of its own; removing one only leaves out its key."""

    def __init__(self, item: DecisionItem, user: Any, data: QueryDict | None = None) -> None:
        self.item, self.user, self.data = item, user, data
        self.commune = commune_of(item.team.area)
        self.hamlet = primary_of(item)
        self.errors: list[str] = []
        self.is_stale = False
        self.focus: int | None = None
        self.lock = item.lock if data is None else _number(data.get("lock", ""))
        self.rows = self._stored_rows() if data is None else self._typed_rows(data)
        self._find_known()
        self._name_posts()

    def _stored_rows(self) -> list[RosterRow]:
        entries = entries_of(self.item)
        self.listed = {entry.person_id for entry in entries}
        rows = [RosterRow(key, initial=values_of_entry(entry)) for key, entry in enumerate(entries)]
        return rows or [RosterRow(0)]

    def _typed_rows(self, data: QueryDict) -> list[RosterRow]:
        self.listed = set(self.item.entries.values_list("person_id", flat=True))
        keys = dict.fromkeys(key for key in map(_number, data.getlist("row")) if key is not None)
        return [RosterRow(key, data) for key in list(keys)[:MOST_LINES]]

    def _find_known(self) -> None:
        """The people and organisations that are chosen, read once for all lines."""
        ids = [row.chosen_id for row in self.rows if row.chosen_id]
        people = Person.objects.visible_to(self.user).select_related("residence").in_bulk(ids)  # type: ignore[attr-defined] # our queryset
        posts: dict[int, list[PersonPosition]] = defaultdict(list)
        held = PersonPosition.objects.on_date(day_of(self.item)).filter(person__in=people)  # type: ignore[attr-defined] # our queryset
        for post in held.select_related("area").order_by("-is_primary", "pk"):
            posts[post.person_id].append(post)
        readable = Person.objects.visible_to(self.user, "person.phone").filter(pk__in=people)  # type: ignore[attr-defined] # our queryset
        self.unmasked = set(readable.exclude(phone="").values_list("pk", flat=True))
        for row in self.rows:
            row.known = people.get(row.chosen_id or 0)
            row.is_renamed = row.known is not None and row.names_other_than(row.known)
            if row.is_renamed:
                row.known = None
            if row.known is not None:
                row.known.posts_held = posts[row.known.pk]
                row.known.birth_shown = birth_text(row.known)
                row.known.phone_shown = (
                    phone_text(row.known) if row.known.pk in self.unmasked else mask_phone(row.known.phone)
                )
        self.organisations = self._organisations()

    def _name_posts(self) -> None:
        """A recorded post stands in its box; who is new on the list gets it in words, as on the decision."""
        for row in self.rows:
            named = row.typed("post")
            if row.known is not None:
                organisation = self.organisations.get(row.organisation_id or 0)
                row.prefill(
                    "post", post_shown(row.typed("category"), organisation, row.known.posts_held, self.hamlet)
                )
            is_new = row.chosen_id not in self.listed or (bool(named) and not self._is_on_record(row, named))
            if is_new and row.typed("post") in PositionType.values:
                row.prefill("title_text", words_on_paper(row.typed("post"), self.hamlet))

    def _is_on_record(self, row: RosterRow, post: str) -> bool:
        return row.known is not None and any(held.position_type == post for held in row.known.posts_held)

    @property
    def titles(self) -> dict[str, str]:
        """Each post in words, for the box that is filled while typing."""
        return {post: words_on_paper(post, self.hamlet) for post in PositionType.values}

    def _organisations(self) -> Mapping[int, Organisation]:
        ids = [row.organisation_id for row in self.rows if row.organisation_id]
        if not ids:
            return {}
        return Organisation.objects.usable_in(self.commune).in_bulk(ids)  # type: ignore[attr-defined] # our queryset

    # What the buttons without saving do.

    def add_blank(self) -> RosterRow:
        """One more empty line at the end, where the typing goes on."""
        blank = next((row for row in self.rows if row.is_blank), None)
        if blank is None:
            blank = RosterRow(self._next_key())
            self.rows.append(blank)
        return blank

    def remove(self, key: int | None) -> None:
        """Take a line out."""
        self.rows = [row for row in self.rows if row.key != key] or [RosterRow(self._next_key())]

    def add_known(self, person: Person, gap: str) -> None:
        """A suggested person in the duty that is missing; a former leader becomes a member."""
        posts = list(PersonPosition.objects.on_date(day_of(self.item)).filter(person=person))  # type: ignore[attr-defined] # our queryset
        role = {"LEADER": TeamRole.LEADER, "DEPUTY": TeamRole.DEPUTY}.get(gap, TeamRole.MEMBER)
        if role == TeamRole.LEADER:
            self._step_down()
        self.rows = [row for row in self.rows if not row.is_blank and row.chosen_id != person.pk]
        category = MemberCategory.YOUTH_UNION if gap == "DEPUTY" else category_for("", None, posts)
        values = {"person": person.pk, "person_text": person.full_name, "role": role, "category": category}
        row = RosterRow(self._next_key(), initial=values)
        self.rows.append(row)
        self._find_known()
        self._name_posts()

    def _step_down(self) -> None:
        for row in self.rows:
            if row.typed("role") == TeamRole.LEADER:
                row.put("role", TeamRole.MEMBER)

    def _next_key(self) -> int:
        return max((row.key for row in self.rows), default=-1) + 1

    # Reading.

    def members(self) -> list[TypedMember]:
        """The named people as far as they can be read; lines with errors count with what is known."""
        return [self._member(row) for row in self.rows if not row.is_blank]

    def _member(self, row: RosterRow) -> TypedMember:
        values = row.values
        organisation = self.organisations.get(row.organisation_id or 0)
        post = values.get("post") or ""
        held = row.known.posts_held if row.known else ()
        return TypedMember(
            key=row.key,
            person=row.known or self._new_person(row, values),
            role=values.get("role") or TeamRole.MEMBER,
            category=values.get("category") or category_for(post, organisation, held),
            organisation=organisation,
            title_text=values.get("title_text") or "",
            post=post,
            post_from=values.get("post_from"),
            is_supplementary=bool(values.get("is_supplementary")),
        )

    def _new_person(self, row: RosterRow, values: Mapping[str, Any]) -> Person:
        birth = values.get("birth") if isinstance(values.get("birth"), dict) else {}
        return Person(
            full_name=values.get("person_text") or row.typed("person_text")[:120],
            phone=values.get("phone") or "",
            phone_raw=row.typed("phone")[:60],
            gender=values.get("gender") or "UNKNOWN",
            area=self.commune,
            **birth,  # type: ignore[arg-type] # fields of Person
        )

    def is_valid(self) -> bool:
        """Whether every line can be stored; errors stand at their fields."""
        valid = [row.is_valid() for row in self.rows if row.is_bound and not row.is_blank]
        for row in self.rows:
            if row.is_bound and not row.is_blank:
                self._check_choices(row)
        self._check_duplicates()
        return all(valid) and not self.has_errors

    def _check_choices(self, row: RosterRow) -> None:
        if row.chosen_id and row.known is None and not row.is_renamed:
            row.add_error(
                "person_text", _("This person is not on your register. Choose again from the suggestions.")
            )
        typed = row.typed("organisation_text")
        if typed and row.organisation_id not in self.organisations:
            found = list(
                Organisation.objects.usable_in(self.commune).filter(search_key__contains=fold(typed)[:200])[
                    :2
                ]  # type: ignore[attr-defined] # our queryset
            )
            if len(found) != 1:
                text = _("“%(text)s” is not one of the organisations here. Choose from the suggestions.")
                row.add_error("organisation_text", text % {"text": typed[:60]})
                return
            self.organisations = {**self.organisations, found[0].pk: found[0]}
            row.data = row.data.copy()
            row.data[row.add_prefix("organisation")] = str(found[0].pk)

    def _check_duplicates(self) -> None:
        """BR-11: a new name that may be a known person is asked about once, never merged by itself."""
        for row in self.rows:
            if not row.is_bound or row.is_blank or row.known or row.is_said_to_be_new or row.errors:
                continue
            person = self._new_person(row, row.cleaned_data)
            person.set_keys()
            row.duplicates = likely_duplicates(person)
            if row.duplicates:
                row.add_error(
                    "person_text",
                    _("This may be somebody who is known already (BR-11). Say below who it is."),
                )

    def refuse(self, error: ValidationError) -> None:
        """What the service refuses: at the line that it speaks of, else above the list; nothing typed is lost."""
        row = next((row for row in self.rows if row.key == getattr(error, "row", None)), None)
        if row is not None and row.is_bound:
            row.add_error("person_text", error.messages)
        else:
            self.errors += error.messages
        if any(getattr(one, "code", "") == "stale" for one in _single(error)):
            self.lock, self.is_stale = None, True

    @property
    def has_errors(self) -> bool:
        """Whether anything speaks against storing the list."""
        return bool(self.errors) or any(row.is_bound and not row.is_blank and row.errors for row in self.rows)

    @property
    def is_checked_against(self) -> int:
        """Lock that the next saving is compared with."""
        return self.lock if self.lock is not None else self.item.lock


def _single(error: ValidationError) -> Sequence[ValidationError]:
    return error.error_list if hasattr(error, "error_list") else [error]


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else None
