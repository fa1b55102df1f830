"""Addresses of teams, people, organisations and decisions."""

from django.urls import path

from teams.decision_urls import DECISIONS
from teams.views import facts, organisations, people, pickers, proposals, roster, team_page, teams

app_name = "teams"

TEAMS = [
    path("", teams.team_list, name="team_list"),
    path("new/", teams.team_create, name="team_create"),
    path("<int:pk>/", team_page.team_detail, name="team_detail"),
    path("<int:pk>/history/", teams.team_history, name="team_history"),
    path("<int:pk>/rename/", teams.team_rename, name="team_rename"),
    path("<int:pk>/delete/", proposals.draft_delete, name="draft_delete"),
    path("<int:pk>/propose/", proposals.propose, name="propose"),
    path("<int:pk>/leader/", proposals.hand_over, name="hand_over"),
    path("<int:pk>/departure/", facts.departure_create, name="departure_create"),
    path("departures/<int:pk>/withdraw/", facts.departure_withdraw, name="departure_withdraw"),
    path("<int:pk>/suspend/", facts.suspend, name="suspend"),
    path("<int:pk>/resume/", facts.resume, name="resume"),
    path("<int:pk>/confirm/", facts.confirm_list, name="confirm_list"),
    path("<int:pk>/exception/", facts.exception_create, name="exception_create"),
    path("exceptions/<int:pk>/end/", facts.exception_end, name="exception_end"),
]

PROPOSALS = [
    path("proposals/<int:pk>/", roster.roster_edit, name="roster_edit"),
    path("proposals/<int:pk>/check/", roster.roster_check, name="roster_check"),
    path("proposals/<int:pk>/areas/", proposals.proposal_areas, name="proposal_areas"),
    path("proposals/<int:pk>/refresh/", proposals.refresh, name="proposal_refresh"),
    path("proposals/<int:pk>/discard/", proposals.discard, name="proposal_discard"),
]

PEOPLE = [
    path("people/", people.person_list, name="person_list"),
    path("people/new/", people.person_create, name="person_create"),
    path("people/pick/", pickers.person_picker, name="person_picker"),
    path("people/<int:pk>/", people.person_detail, name="person_detail"),
    path("people/<int:pk>/edit/", people.person_edit, name="person_edit"),
    path("people/<int:pk>/account/", people.person_account, name="person_account"),
    path("people/<int:pk>/account/new/", people.account_give, name="account_give"),
    path("people/<int:pk>/phone/", people.person_phone, name="person_phone"),
    path("people/<int:pk>/posts/new/", people.position_create, name="position_create"),
    path("posts/<int:pk>/end/", people.position_end, name="position_end"),
]

ORGANISATIONS = [
    path("organisations/", organisations.organisation_list, name="organisation_list"),
    path("organisations/new/", organisations.organisation_create, name="organisation_create"),
    path("organisations/pick/", pickers.organisation_picker, name="organisation_picker"),
    path("organisations/<int:pk>/", organisations.organisation_detail, name="organisation_detail"),
    path("organisations/<int:pk>/edit/", organisations.organisation_edit, name="organisation_edit"),
    path("organisations/<int:pk>/site/", organisations.enterprise_edit, name="enterprise_edit"),
    path("organisations/<int:pk>/workers/", organisations.workforce_create, name="workforce_create"),
]

urlpatterns = [*TEAMS, *PROPOSALS, *PEOPLE, *ORGANISATIONS, *DECISIONS]
