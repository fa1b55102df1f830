"""Addresses of decisions, papers and rule sets."""

from django.urls import path

from teams.views import decisions, issuing, papers, rulesets, templates

PAPERS = [
    path("decisions/<int:pk>/word/", papers.decision_word, name="decision_word"),
    path("decisions/<int:pk>/pdf/", papers.decision_read, name="decision_read"),
    path("papers/", papers.paper_index, name="paper_index"),
    path("papers/<int:pk>/roster/", papers.roster, name="roster"),
    path("papers/<int:pk>/display/", papers.display_list, name="display_list"),
    path("<int:pk>/sign-in/", papers.sign_in, name="sign_in"),
    path("check/<str:token>/", papers.paper_check, name="paper_check"),
    path("decisions/templates/", templates.template_list, name="template_list"),
    path("decisions/templates/starter/", templates.template_starter, name="template_starter"),
    path("decisions/templates/new/", templates.template_create, name="template_create"),
    path("decisions/templates/<int:pk>/", templates.template_detail, name="template_detail"),
    path("decisions/templates/<int:pk>/file/", templates.template_file, name="template_file"),
    path("decisions/templates/<int:pk>/close/", templates.template_close, name="template_close"),
]

DECISIONS = [
    *PAPERS,
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
