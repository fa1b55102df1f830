"""Addresses of reports: each has a screen, a workbook and a print-ready page."""

from django.urls import path

from reports import views
from reports.kinds import REPORTS

app_name = "reports"
urlpatterns = [
    path("", views.index, name="index"),
    path("coverage-trend/", views.coverage_trend, name="coverage_trend"),
]
for kind in REPORTS:
    slug, name = kind.name.replace("_", "-"), {"name": kind.name}
    urlpatterns += [
        path(f"{slug}/", views.screen, name, name=kind.name),
        path(f"{slug}/excel/", views.excel, name, name=f"{kind.name}_excel"),
        path(f"{slug}/print/", views.paper, name, name=f"{kind.name}_print"),
    ]
