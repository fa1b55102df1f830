"""Pages of topics and platforms: what is taught and on what, retired by a date."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from common.access import requires
from households.forms.topics import PlatformForm, TopicForm
from households.models import Platform, Topic
from teams.views.form_pages import form_page
from teams.views.page_parts import posted


@requires("topic.view")
def topic_list(request: HttpRequest) -> HttpResponse:
    """All topics with their platforms, and platforms without a topic."""
    topics = Topic.objects.prefetch_related("platforms")
    context = {
        "topics": topics,
        "platforms": Platform.objects.prefetch_related("topics"),
        "today": timezone.localdate(),
        "may_write": request.user.can("topic.edit"),  # type: ignore[union-attr] # logged in
    }
    return render(request, "households/topic_list.html", context)


def _page(request: HttpRequest, form: Any, title: str) -> HttpResponse:
    address = reverse("households:topic_list")

    def act(_asked: dict[str, Any]) -> None:
        form.save()

    return form_page(
        request,
        form,
        act,
        title=title,
        path=[(_("Topics and their platforms"), address), (title, "")],
        submit=_("Save"),
        back=address,
        done=_("Saved. To retire a topic or platform, give it an end; old reports keep it."),
    )


def _row(model: type[Model], pk: int) -> Any:
    """Lists of the whole register, which everybody sees: there is no scope to look at."""
    return get_object_or_404(model, pk=pk)


@requires("topic.edit")
def topic_create(request: HttpRequest) -> HttpResponse:
    """A new topic."""
    return _page(request, TopicForm(posted(request)), _("New topic"))


@requires("topic.edit")
def topic_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a topic, or retire it by a date."""
    topic = _row(Topic, pk)
    form = TopicForm(posted(request), instance=topic)
    return _page(request, form, _("Change %(name)s") % {"name": topic.name})


@requires("topic.edit")
def platform_create(request: HttpRequest) -> HttpResponse:
    """A new platform."""
    return _page(request, PlatformForm(posted(request)), _("New platform"))


@requires("topic.edit")
def platform_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a platform, or retire it by a date."""
    platform = _row(Platform, pk)
    form = PlatformForm(posted(request), instance=platform)
    return _page(request, form, _("Change %(name)s") % {"name": platform.name})
