"""Pages that change where a household stands: its consent, its hamlet, whether it is still here."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from common.access import requires
from households.consents import TEXT, TEXT_VERSION, record_consent, withdraw_consent
from households.enums import LivingStatus
from households.forms.households import ConsentForm, MoveForm
from households.register import move_household, set_moved_away
from households.views.households import household_of, path_of_home
from teams.views.form_pages import form_page
from teams.views.page_parts import EmptyForm, posted


@requires("household.edit")
def consent_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what the household answered; nothing is preset (BR-38)."""
    home = household_of(request, pk, "household.edit")
    form = ConsentForm(posted(request))
    title = _("Ask for consent")
    return form_page(
        request,
        form,
        lambda asked: record_consent(
            by=request.user,  # type: ignore[arg-type] # logged in
            household=home,
            answer=form.answer,
            on=asked["given_on"],
        ),
        title=title,
        path=path_of_home(request, home, (title, "")),
        submit=_("Save the answer"),
        back=home.get_absolute_url(),
        done=_("The answer is recorded."),
        intro=_("Read this to the household (text %(version)s): “%(text)s”")
        % {"version": TEXT_VERSION, "text": TEXT},
    )


@requires("household.edit")
def consent_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """The household takes its consent back: it is made anonymous, and its counts stay."""
    home = household_of(request, pk, "household.edit")
    title = _("Withdraw consent")
    count = home.visits.count()
    return form_page(
        request,
        EmptyForm(posted(request)),
        lambda _asked: withdraw_consent(by=request.user, household=home),  # type: ignore[arg-type] # logged in
        title=title,
        path=path_of_home(request, home, (title, "")),
        submit=_("Erase name and phone"),
        back=home.get_absolute_url(),
        done=_("Name, phone, address and notes are erased. The counts stay."),
        intro=_(
            "Name, phone and address of %(name)s and the notes of its %(count)s visits are erased everywhere,"
            " also in the history. The visits stay as counts. This cannot be undone."
        )
        % {"name": home.head_name, "count": count},
        danger=True,
    )


@requires("household.manage")
def household_move(request: HttpRequest, pk: int) -> HttpResponse:
    """The household lives in another hamlet from today (E6)."""
    home = household_of(request, pk, "household.manage")
    title = _("Move to another hamlet")
    return form_page(
        request,
        MoveForm(request.user, posted(request)),
        lambda asked: move_household(by=request.user, household=home, **asked),  # type: ignore[arg-type] # logged in
        title=title,
        path=path_of_home(request, home, (title, "")),
        submit=_("Move"),
        back=home.get_absolute_url(),
        done=_("The household is on the register of its new hamlet."),
        intro=_(
            "From today %(name)s counts in the new hamlet. Its past visits stay where they were made."
            " Its self-managed group is left empty; enter the new one afterwards."
        )
        % {"name": home.head_name},
    )


@requires("household.edit")
def household_away(request: HttpRequest, pk: int) -> HttpResponse:
    """The household has left the commune, or has come back."""
    home = household_of(request, pk, "household.edit")
    is_away = home.status != LivingStatus.MOVED
    title = _("Moved away") if is_away else _("Back again")
    away = _("%(name)s no longer counts among the households living in the hamlet. Its visits stay.")
    back = _("%(name)s counts again among the households living in the hamlet.")
    return form_page(
        request,
        EmptyForm(posted(request)),
        lambda _asked: set_moved_away(by=request.user, household=home, is_away=is_away),  # type: ignore[arg-type] # logged in
        title=title,
        path=path_of_home(request, home, (title, "")),
        submit=title,
        back=home.get_absolute_url(),
        done=_("Saved."),
        intro=(away if is_away else back) % {"name": home.head_name},
    )
