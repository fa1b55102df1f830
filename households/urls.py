"""Addresses of households, visits, sessions, businesses, topics and progress."""

from django.urls import path

from households.views import (
    businesses,
    doubles,
    households,
    paste,
    pickers,
    progress,
    sessions,
    standing,
    topics,
    visits,
)

app_name = "households"

HOUSEHOLDS = [
    path("", households.household_list, name="household_list"),
    path("pick/", pickers.household_picker, name="household_picker"),
    path("in/<int:pk>/new/", households.household_create, name="household_create"),
    path("in/<int:pk>/paste/", paste.household_paste, name="household_paste"),
    path("<int:pk>/", households.household_detail, name="household_detail"),
    path("<int:pk>/phone/", households.household_phone, name="household_phone"),
    path("<int:pk>/edit/", households.household_edit, name="household_edit"),
    path("<int:pk>/move/", standing.household_move, name="household_move"),
    path("<int:pk>/away/", standing.household_away, name="household_away"),
    path("<int:pk>/consent/", standing.consent_create, name="consent_create"),
    path("<int:pk>/withdraw/", standing.consent_withdraw, name="consent_withdraw"),
    path("<int:pk>/merge/", doubles.household_merge, name="household_merge"),
    path("doubles/", doubles.double_list, name="double_list"),
    path("mergers/<int:pk>/undo/", doubles.merge_undo, name="merge_undo"),
]

VISITS = [
    path("visits/", visits.visit_list, name="visit_list"),
    path("visits/new/", visits.visit_create, name="visit_create"),
    path("visits/<int:pk>/", visits.visit_detail, name="visit_detail"),
    path("visits/<int:pk>/correct/", visits.visit_correct, name="visit_correct"),
    path("visits/<int:pk>/take-back/", visits.visit_take_back, name="visit_take_back"),
]

SESSIONS = [
    path("sessions/", sessions.session_list, name="session_list"),
    path("sessions/new/", sessions.session_create, name="session_create"),
    path("sessions/<int:pk>/", sessions.session_detail, name="session_detail"),
    path("sessions/<int:pk>/edit/", sessions.session_edit, name="session_edit"),
    path("sessions/<int:pk>/sheet/", sessions.sheet_upload, name="sheet_upload"),
    path("sheets/<int:pk>/", sessions.sheet, name="sheet"),
]

BUSINESSES = [
    path("businesses/", businesses.business_list, name="business_list"),
    path("businesses/new/", businesses.business_create, name="business_create"),
    path("businesses/<int:pk>/", businesses.business_detail, name="business_detail"),
    path("businesses/<int:pk>/edit/", businesses.business_edit, name="business_edit"),
    path("businesses/<int:pk>/away/", businesses.business_away, name="business_away"),
]

TOPICS = [
    path("topics/", topics.topic_list, name="topic_list"),
    path("topics/new/", topics.topic_create, name="topic_create"),
    path("topics/<int:pk>/", topics.topic_edit, name="topic_edit"),
    path("platforms/new/", topics.platform_create, name="platform_create"),
    path("platforms/<int:pk>/", topics.platform_edit, name="platform_edit"),
    path("progress/", progress.progress, name="progress"),
]

urlpatterns = [*HOUSEHOLDS, *VISITS, *SESSIONS, *BUSINESSES, *TOPICS]
