"""The household's answer about its personal data: asked, given, refused, withdrawn (BR-38, domain/privacy section 3).

Nothing is preset. What was asked is kept by the version of its text; a new version replaces no old answer.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from accounts.models import User
from areas.models import Area
from common.services import service
from households.anonymising import make_household_anonymous
from households.enums import ConsentState
from households.models import Consent, Household
from households.reach import check_in_hamlet
from households.visit_data import Answer
from teams.line_ups import save_as
from vietnamese.phones import parse_phone

PURPOSE = _("Guidance on digital skills by the community digital team")
TEXT = _(
    "The team keeps your phone number and notes on what it helped your household with, so that it can come back"
    " and help further. Only the team of this hamlet and the commune's officials see them. You may say no, and"
    " may withdraw your consent at any time: then your name, phone and the notes are erased."
)
TEXT_VERSION = "2026-1"
"""Version of `TEXT`; changed whenever its sense changes."""


@service
def record_consent(*, by: User, household: Household, answer: Answer, on: date | None = None) -> Consent:
    """Keep what the household answered; with consent its phone may be kept too."""
    home = lock_household(household)
    check_in_hamlet(by, home.area, "household.edit")
    return store_answer(by, home, answer, on or timezone.localdate())


@service
def withdraw_consent(*, by: User, household: Household, on: date | None = None) -> Household:
    """The household takes its consent back: its row and the notes of its visits become nameless; counts stay (BR-38)."""
    home = lock_household(household)
    check_in_hamlet(by, home.area, "household.edit")
    if home.consent_state != ConsentState.GIVEN:
        raise ValidationError(_("This household has no consent on record to withdraw."), code="BR-38")
    day = on or timezone.localdate()
    for consent in home.consents.filter(answer=ConsentState.GIVEN, withdrawn_on=None):
        consent.withdrawn_on = max(day, consent.given_on)
        save_as(consent, by)
    home.consent_state = ConsentState.WITHDRAWN
    make_household_anonymous(by, home)
    return home


def lock_household(household: Household) -> Household:
    """The household as it is now, until the transaction ends."""
    row = Household.objects.select_for_update(no_key=True).get(pk=household.pk)
    row.area = Area.objects.get(pk=row.area_id)
    return row


def store_answer(by: User, home: Household, answer: Answer, on: date) -> Consent:
    """Inside a transaction, with the household locked: one more answer, and what it means for the phone."""
    _check_answer(home, answer, on)
    # What was asked is a fact on record: Vietnamese, whatever the language of the screen.
    with override("vi"):
        purpose = str(PURPOSE)
    consent = Consent(
        household=home,
        purpose=purpose,
        answer=answer.answer,
        text_version=TEXT_VERSION,
        method=answer.method,
        given_on=on,
        given_to=by,
    )
    consent.clean_fields(exclude=["household", "given_to"])
    save_as(consent, by)
    home.consent_state = answer.answer
    home.phone = _phone(answer) or home.phone if answer.answer == ConsentState.GIVEN else ""
    save_as(home, by)
    return consent


def _check_answer(home: Household, answer: Answer, on: date) -> None:
    if home.anonymised_at is not None:
        raise ValidationError(
            _("This household was made anonymous: nothing is kept about it any more (BR-38)."), code="BR-38"
        )
    if on > timezone.localdate():
        raise ValidationError(_("The day of the answer is still to come."), code="day")
    if answer.answer == ConsentState.REFUSED and home.consent_state == ConsentState.GIVEN:
        text = _("This household has agreed before. If it no longer does, choose “Withdraw consent”.")
        raise ValidationError(text, code="BR-38")
    if answer.phone and answer.answer != ConsentState.GIVEN:
        raise ValidationError(_("The phone is kept only with consent (BR-38)."), code="BR-38")


def _phone(answer: Answer) -> str:
    return read_phone(answer.phone) if answer.phone else ""


def read_phone(text: str) -> str:
    """The number in its one form; raises ValidationError when it is none."""
    number = parse_phone(text).e164
    if text.strip() and not number:
        error = ValidationError(
            _("“%(text)s” is no phone number. Type it as 0912 345 678."),
            code="phone",
            params={"text": text[:40]},
        )
        raise ValidationError({"phone": error})
    return number
