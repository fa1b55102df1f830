"""Forms of topics and platforms: dated rows, retired by a date."""

from django import forms
from django.utils.translation import gettext_lazy as _

from areas.days import DayField
from households.models import Platform, Topic


class TopicForm(forms.ModelForm):  # type: ignore[type-arg] # not subscriptable when it runs
    """A topic that teams teach."""

    valid_from = DayField(label=_("From"))
    valid_to = DayField(label=_("To (first day no longer offered)"), required=False)

    class Meta:
        model = Topic
        fields = (
            "code",
            "name",
            "pillar",
            "audience",
            "counts_as_install",
            "order",
            "valid_from",
            "valid_to",
        )


class PlatformForm(forms.ModelForm):  # type: ignore[type-arg] # not subscriptable when it runs
    """An application or site that people are helped with."""

    valid_from = DayField(label=_("From"))
    valid_to = DayField(label=_("To (first day no longer offered)"), required=False)

    class Meta:
        model = Platform
        fields = ("code", "name", "owner", "url", "topics", "valid_from", "valid_to")
        widgets = {"topics": forms.CheckboxSelectMultiple}
