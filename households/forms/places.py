"""Choosing a household in a form: a type-ahead over the households that the user may write about."""

from typing import Any

from django.urls import reverse_lazy

from households.models import Household
from teams.forms.fields import PickerField


def home_label(home: Household) -> str:
    """Name and group: namesakes are told apart."""
    return f"{home.head_name}, {home.self_managed_group}" if home.self_managed_group else home.head_name


class HomeField(PickerField):
    """A household of the given rows, by the id that the type-ahead chose, or by typed text that fits one only."""

    def __init__(self, rows: Any, **kwargs: Any) -> None:
        super().__init__(rows, reverse_lazy("households:household_picker"), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """The name alone is shown: it is what is compared with the text that comes back."""
        row = super().prepare_value(value)
        return (row.pk, row.head_name) if isinstance(row, Household) else row
