"""A page that is one form: show it, do what it asks for, put what is refused beside its fields."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from areas.forms import add_refusal


def form_page(
    request: HttpRequest,
    form: forms.BaseForm,
    act: Callable[[dict[str, Any]], Any],
    *,
    title: str,
    path: list[tuple[str, str]],
    submit: str,
    back: str,
    done: str,
    intro: str = "",
    notes: Iterable[str] = (),
    danger: bool = False,
    template: str = "teams/form_page.html",
) -> HttpResponse:
    """Run `act` on the cleaned data of a sent form and go back; input is kept when something is refused.

    `act` may return the address to go to instead.
    """
    if request.method == "POST" and form.is_valid():
        try:
            address = act(form.cleaned_data)
        except ValidationError as error:
            add_refusal(form, error)
        else:
            messages.success(request, done)
            return redirect(address if isinstance(address, str) else back)
    context = {
        "form": form,
        "title": title,
        "path": path,
        "submit": submit,
        "back": back,
        "intro": intro,
        "notes": list(notes),
        "danger": danger,
    }
    return render(request, template, context)
