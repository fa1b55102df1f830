"""Putting what a service refuses beside the fields of a form."""

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError


def put_errors(form: forms.BaseForm, error: ValidationError, prefix: str = "") -> None:
    """Add the sentences of a service to a form; what names no field of it stands above the form."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for field, errors in error.error_dict.items():
        known = field != NON_FIELD_ERRORS and prefix + field in form.fields
        form.add_error(prefix + field if known else None, errors)
