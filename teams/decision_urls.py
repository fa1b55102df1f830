"""Addresses of decisions and rule sets."""

from django.urls import path

from teams.views import decisions, issuing, rulesets

DECISIONS = [
    path("decisions/", decisions.decision_list, name="decision_list"),
    path("decisions/new/", decisions.decision_create, name="decision_create"),
    path("decisions/<int:pk>/", decisions.decision_detail, name="decision_detail"),
    path("decisions/<int:pk>/edit/", decisions.decision_edit, name="decision_edit"),
    path("decisions/<int:pk>/delete/", decisions.decision_delete, name="decision_delete"),
    path("decisions/<int:pk>/issue/", issuing.decision_issue, name="decision_issue"),
    path("decisions/<int:pk>/revoke/", issuing.decision_revoke, name="decision_revoke"),
    path("decisions/<int:pk>/correct/", issuing.decision_correct, name="decision_correct"),
    path("decisions/<int:pk>/scan/", decisions.decision_scan, name="decision_scan"),
    path("decisions/<int:pk>/scan/upload/", decisions.scan_upload, name="scan_upload"),
    path("proposals/<int:pk>/confirm/", issuing.item_confirm, name="item_confirm"),
    path("rules/", rulesets.ruleset_list, name="ruleset_list"),
]
