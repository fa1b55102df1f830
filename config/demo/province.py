"""One run of the demo: commune by commune, what its official enters; then what is particular to a few."""

import gc
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from areas.counts import record_counts
from areas.hamlet_lists import add_hamlets_from_text
from areas.hamlets import mark_large
from areas.kinds import KIND_WORDS
from areas.models import Area
from config.demo.accounts import HOA, TUAN, Cast
from config.demo.cases import Case, Key, share_out
from config.demo.hamlets import FIXED, MINH_THUAN, HamletName, invent_hamlets, numbers_of_hamlets
from config.demo.names import Phones, chance_of
from config.demo.organisations import enterprises, make_communal, make_provincial
from config.demo.outreach import OutreachBook
from config.demo.people import Inventor
from config.demo.special_teams import make_commune_team, make_enterprise_team
from config.demo.teams import CommuneBook
from households.figures import recompute_marked
from teams.models import Membership, Organisation, Person, Team

Say = Callable[[str], None]
SMALL_COMMUNE = 7
COUNTED = (date(2022, 6, 30), date(2025, 6, 30))
FEWEST_HOUSEHOLDS, MOST_HOUSEHOLDS, LARGE_HOUSEHOLDS = 210, 750, 1060
UNKNOWN_SHARE = 0.04
FIRST_DECISION, DAYS_OF_DECISION = date(2022, 3, 14), 144
LATE_DECISION, LATE_SHARE = date(2022, 10, 10), 0.12
AMENDED, RECONSTITUTED, COMMUNE_TEAMS = 16, 6, 3
VISITED, HOMES_OF_ONE, HOMES = 8, 60, 20
"""Communes with households besides the introduced ones; households a hamlet of a single commune, and of many."""
AMENDED_ON, RECONSTITUTED_ON = date(2023, 5, 15), date(2024, 9, 9)
PROGRESS_EVERY = 24
WORDS = {str(kind): word for word, kind in reversed(KIND_WORDS.items())}


class Seeding:
    """The people who enter, the source of chance, and the day on which it is done."""

    def __init__(self, cast: Cast, seed: int, say: Say, reader: str | None) -> None:
        self.cast, self.seed, self.say, self.reader = cast, seed, say, reader
        self.today = timezone.localdate()
        self.phones = Phones()
        self.books: dict[str, CommuneBook] = {}

    def run(self, communes: Sequence[Area]) -> None:
        """Enter everything."""
        names = self._names(communes)
        cases = share_out(names, self.seed)
        provincial = make_provincial(self.cast.province, self.cast.clerk)
        senders = [one for one in provincial if one.group in ("POST_TELECOM", "BANK")]
        # The rows of a whole province are alive at once; looking for garbage among them only costs time.
        gc.disable()
        try:
            for number, commune in enumerate(communes, start=1):
                self.books[commune.code] = self._enter(commune, names[commune.code], cases, senders)
                if number % PROGRESS_EVERY == 0 or number == len(communes):
                    self._tell(number, len(communes))
            self._particular()
            self._reach_out()
        finally:
            gc.enable()
        self.cast.close_clerk()
        self._tell(len(communes), len(communes))

    def _tell(self, done: int, of: int) -> None:
        """How far it is, in the language of whoever waits for it."""
        seats = Membership.objects.filter(to_date=None)
        counts = {"teams": Team.objects.count(), "members": seats.count(), "people": Person.objects.count()}
        with override(self.reader):
            text = _(
                "%(done)s of %(of)s communes: %(teams)s teams, %(members)s memberships, %(people)s people"
            )
            self.say(text % {"done": done, "of": of, **counts})

    def _names(self, communes: Sequence[Area]) -> dict[str, list[HamletName]]:
        if len(communes) == 1:
            return {unit.code: invent_hamlets(unit, SMALL_COMMUNE, self.seed) for unit in communes}
        numbers = numbers_of_hamlets(communes, self.seed)
        return {unit.code: invent_hamlets(unit, numbers[unit.code], self.seed) for unit in communes}

    def _enter(
        self,
        commune: Area,
        names: Sequence[HamletName],
        cases: dict[Key, Case],
        senders: Sequence[Organisation],
    ) -> CommuneBook:
        """One commune, from its hamlets to what happened to its teams."""
        by, chance = self.cast.official_of(commune), chance_of(self.seed, "people", commune.code)
        own = [cases[commune.code, place] for place in range(len(names))]
        hamlets = self._hamlets(commune, names, own)
        inventor = Inventor(commune, chance, self.phones, make_communal(commune, by))
        book = CommuneBook(commune, by, inventor, self.today)
        book.staff = inventor.staff(chance.sample(senders, chance.randint(2, 3)))
        if commune.code == MINH_THUAN:
            book.introduce(HOA, self.cast.users["hoa"], TUAN, self.cast.users["tuan"])
        book.invent_people(hamlets, own)
        self._count(book)
        book.draw_up()
        book.set_up(self._days(chance.random(), chance.randrange(DAYS_OF_DECISION)))
        book.live_on()
        return book

    @staticmethod
    def _days(late: float, after: int) -> list[date]:
        """Working days on which the commune decides: in spring and summer of 2022, a few again in autumn."""
        days = [FIRST_DECISION + timedelta(days=after)]
        if late < LATE_SHARE:
            days.append(LATE_DECISION + timedelta(days=after // 3))
        return [day - timedelta(days=max(0, day.weekday() - 4)) for day in days]

    def _hamlets(self, commune: Area, names: Sequence[HamletName], cases: Sequence[Case]) -> list[Area]:
        """The hamlets as a pasted list; those of these days as a second one."""
        old = [name for name, case in zip(names, cases, strict=True) if case is not Case.NEW_HAMLET]
        new = [name for name, case in zip(names, cases, strict=True) if case is Case.NEW_HAMLET]
        found: dict[tuple[str, str], Area] = {}
        for some, since in ((old, commune.valid_from), (new, self.today - timedelta(days=10))):
            if some:
                text = "\n".join(f"{WORDS[one.kind]} {one.name}" for one in some)
                by = self.cast.official_of(commune)
                added = add_hamlets_from_text(
                    by=by, commune=commune, kind=some[0].kind, text=text, valid_from=since
                )
                found |= {(one.kind, one.name): one for one in added.created}
        return [found[one.kind, one.name] for one in names]

    def _count(self, book: CommuneBook) -> None:
        """Households and people of each hamlet, some years apart; a few are not known."""
        for story in book.stories:
            chance = book.chance
            households = chance.randint(FEWEST_HOUSEHOLDS, MOST_HOUSEHOLDS)
            if story.case is Case.LARGE:
                households = LARGE_HOUSEHOLDS + households // 5
                mark_large(
                    by=book.by, area=story.hamlet, reason=f"{households} hộ, dân cư tập trung quanh chợ"
                )
            for as_of in COUNTED:
                if story.case is Case.NEW_HAMLET or chance.random() < UNKNOWN_SHARE:
                    continue
                record_counts(
                    by=book.by,
                    area=story.hamlet,
                    as_of=as_of,
                    households=None if chance.random() < UNKNOWN_SHARE else households,
                    population=round(households * chance.uniform(3.4, 4.1)),
                    source="Công chức xã tổng hợp (mẫu)",
                    is_estimate=chance.random() < 0.2,
                )
                households += chance.randint(-10, 30)

    def _reach_out(self) -> None:
        """Households and visits in the communes that the demo introduces, and in a few others."""
        codes = [code for code in FIXED if code in self.books]
        free = sorted(code for code in self.books if code not in FIXED)
        codes += chance_of(self.seed, "visited").sample(free, min(VISITED, len(free)))
        number = HOMES if len(self.books) > 1 else HOMES_OF_ONE
        homes = sum(OutreachBook(self.books[code], self.seed, self.phones).enter(number) for code in codes)
        recompute_marked()
        with override(self.reader):
            self.say(_("%(n)s households written.") % {"n": homes})

    def _particular(self) -> None:
        """Amendments, re-constitutions, teams of communes and enterprises: in a few communes each."""
        chance = chance_of(self.seed, "particular")
        free = sorted(code for code in self.books if code not in FIXED)
        for code in chance.sample(free, min(AMENDED, len(free))):
            self.books[code].amend(AMENDED_ON + timedelta(days=chance.randrange(60)))
        for code in chance.sample(free, min(RECONSTITUTED, len(free))):
            self.books[code].reconstitute(RECONSTITUTED_ON + timedelta(days=chance.randrange(60)))
        for code in chance.sample(free, min(COMMUNE_TEAMS, len(free))):
            make_commune_team(self.books[code])
        for number, works in enumerate(enterprises(self.today)):
            if works.commune_code in self.books:
                make_enterprise_team(self.books[works.commune_code], works, number)
