"""Addresses of background work and of lists that are handed in."""

from django.urls import path

from imports.views import batches, columns, ending, jobs, review

app_name = "imports"

JOBS = [
    path("jobs/", jobs.job_list, name="job_list"),
    path("jobs/<int:pk>/", jobs.job_detail, name="job_detail"),
    path("jobs/<int:pk>/stop/", jobs.job_stop, name="job_stop"),
    path("jobs/<int:pk>/resume/", jobs.job_resume, name="job_resume"),
]

BATCHES = [
    path("", batches.batch_list, name="batch_list"),
    path("new/", batches.batch_create, name="batch_create"),
    path("register/<int:pk>/", ending.list_export, name="list_export"),
    path("<int:pk>/", batches.batch_detail, name="batch_detail"),
    path("<int:pk>/read/", batches.batch_read, name="batch_read"),
    path("<int:pk>/discard/", batches.batch_discard, name="batch_discard"),
    path("<int:pk>/rows/", review.batch_rows, name="batch_rows"),
    path("<int:pk>/questions/", review.batch_questions, name="batch_questions"),
    path("<int:pk>/confirm/", review.batch_confirm, name="batch_confirm"),
    path("<int:pk>/columns/", columns.batch_columns, name="batch_columns"),
    path("<int:pk>/apply/", ending.batch_apply, name="batch_apply"),
    path("<int:pk>/undo/", ending.batch_undo, name="batch_undo"),
    path("<int:pk>/rejects/", ending.batch_rejects, name="batch_rejects"),
]

urlpatterns = [*JOBS, *BATCHES]
