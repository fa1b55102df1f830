"""The lists to choose from in the filters are the element that Django draws."""

import pytest
from django import forms
from pytest_django.asserts import assertHTMLEqual

from teams.forms.filters import Select

CHOICES = [("", "tất cả"), ("A", '<b> & "nháy"'), ("1", "một")]


@pytest.mark.parametrize("value", [None, "", "A", 1, "không có"])
def test_it_is_djangos(value: object) -> None:
    ours, djangos = (
        widget(attrs={"class": 'x"y', "required": True}, choices=CHOICES) for widget in (Select, forms.Select)
    )
    attrs = {"id": "id_status", "disabled": False}
    assertHTMLEqual(ours.render("status", value, attrs), djangos.render("status", value, attrs))
