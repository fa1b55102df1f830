"""Addresses of pages about accounts."""

from django.urls import path

from accounts import views, views_own

app_name = "accounts"
urlpatterns = [
    path("", views.user_list, name="user_list"),
    path("new/", views.user_create, name="user_create"),
    path("me/", views_own.profile, name="profile"),
    path("access-log/", views.access_log, name="access_log"),
    path("<int:pk>/", views.user_detail, name="user_detail"),
    path("<int:pk>/edit/", views.user_edit, name="user_edit"),
    path("<int:pk>/suspend/", views.user_suspend, name="user_suspend"),
    path("<int:pk>/reset/", views.user_reset, name="user_reset"),
    path("<int:pk>/roles/new/", views.scope_grant, name="scope_grant"),
    path("roles/<int:pk>/end/", views.scope_end, name="scope_end"),
]
