"""All addresses of the application."""

from django.contrib import admin
from django.urls import include, path

from accounts.views_own import set_language
from config.views import favicon, healthz, home, home_quality, search

urlpatterns = [
    path("", home, name="home"),
    path("home/quality/", home_quality, name="home_quality"),
    path("search/", search, name="search"),
    path("healthz", healthz, name="healthz"),
    path("favicon.ico", favicon, name="favicon"),
    path("admin/", admin.site.urls),
    path("accounts/", include("accounts.door_urls")),
    path("language/", set_language, name="set_language"),
    path("users/", include("accounts.urls")),
    path("areas/", include("areas.urls")),
    path("imports/", include("imports.urls")),
    path("teams/", include("teams.urls")),
    path("households/", include("households.urls")),
    path("reports/", include("reports.urls")),
]

handler500 = "config.views.fault"
