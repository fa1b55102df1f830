"""Addresses of areas."""

from django.urls import path

from areas import hamlet_views, views

app_name = "areas"

urlpatterns = [
    path("", views.area_list, name="area_list"),
    path("pick/", views.area_picker, name="area_picker"),
    path("<int:pk>/", views.area_detail, name="area_detail"),
    path("<int:pk>/children/", views.children, name="children"),
    path("<int:pk>/hamlets/new/", hamlet_views.hamlet_create, name="hamlet_create"),
    path("<int:pk>/hamlets/paste/", hamlet_views.hamlet_paste, name="hamlet_paste"),
    path("<int:pk>/edit/", hamlet_views.hamlet_edit, name="hamlet_edit"),
    path("<int:pk>/large/", hamlet_views.hamlet_large, name="hamlet_large"),
    path("<int:pk>/counts/", hamlet_views.hamlet_counts, name="hamlet_counts"),
]
