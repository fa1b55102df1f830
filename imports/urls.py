"""Addresses of background work and of lists that are handed in."""

from django.urls import path

from imports.views import jobs

app_name = "imports"

JOBS = [
    path("jobs/", jobs.job_list, name="job_list"),
    path("jobs/<int:pk>/", jobs.job_detail, name="job_detail"),
    path("jobs/<int:pk>/stop/", jobs.job_stop, name="job_stop"),
    path("jobs/<int:pk>/resume/", jobs.job_resume, name="job_resume"),
]

urlpatterns = [*JOBS]
