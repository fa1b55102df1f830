"""Templates of decisions: what is in use, taking in a new one, closing one that no longer holds."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from areas.forms import add_refusal
from areas.places import path_to
from common import word
from common.access import fetch, requires
from teams.decision_templates import close_template, content_of, run_template, save_template
from teams.forms.papers import CloseTemplateForm, TemplateForm
from teams.models import DecisionTemplate
from teams.starter_template import starter_template
from teams.template_sample import PLACEHOLDERS, SAMPLE
from teams.views.form_pages import form_page
from teams.views.page_parts import posted

TEXTS = ("legal_bases", "recipients", "tasks", "reporting", "executors")


def _rows() -> Any:
    return DecisionTemplate.objects.select_related("area")


@requires("template.view")
def template_list(request: HttpRequest) -> HttpResponse:
    """The templates of the own commune and province, those in force first."""
    today = timezone.localdate()
    rows = list(_rows().visible_to(request.user).order_by("area__path", "action", "-valid_from"))
    for row in rows:
        row.holds = row.valid_from <= today and (row.valid_to is None or today < row.valid_to)
    context = {
        "templates": rows,
        "placeholders": PLACEHOLDERS,
        "may_edit": request.user.can("template.edit"),  # type: ignore[union-attr] # our user
    }
    return render(request, "teams/template_list.html", context)


@requires("template.view")
def template_starter(request: HttpRequest) -> HttpResponse:
    """The register's own layout as a Word template to begin with."""
    return word.answer(starter_template(), "mau-quyet-dinh")


@requires("template.edit")
def template_create(request: HttpRequest) -> HttpResponse:
    """Take in a template: the Word file is checked and printed on trial before anything is stored."""
    files = request.FILES if request.method == "POST" else None
    form = TemplateForm(posted(request), files, user=request.user)
    if request.method == "POST" and form.is_valid():
        read = form.cleaned_data
        names = ("area", "action", "valid_from", "valid_to", *TEXTS)
        template = DecisionTemplate(**{name: read[name] for name in names})
        try:
            save_template(by=request.user, template=template, upload=read["file"])  # type: ignore[arg-type] # our user
        except ValidationError as error:
            add_refusal(form, error)
        else:
            messages.success(request, _("The template is kept. Look at its trial print."))
            return redirect(template)
    context = {"form": form, "placeholders": PLACEHOLDERS, "path": []}
    return render(request, "teams/template_form.html", context)


@requires("template.view")
def template_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One template: its words, its file, and the placeholders that it does not use."""
    template: DecisionTemplate = fetch(request, _rows(), pk=pk)
    may_edit = request.user.can("template.edit", template.area.path)  # type: ignore[union-attr] # our user
    list_link = (_("Templates"), reverse("teams:template_list"))
    context = {
        "template": template,
        "may_edit": may_edit,
        "path": path_to(request.user, template.area, list_link, (template.get_action_display(), "")),
    }
    return render(request, "teams/template_detail.html", context)


@requires("template.view")
def template_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The stored Word file, or (`?trial=1`) what it makes of an invented decision."""
    template: DecisionTemplate = fetch(request, _rows().exclude(file=""), pk=pk)
    is_trial = "trial" in request.GET
    try:
        content = content_of(template)
        if is_trial:
            content = run_template(content, SAMPLE)[1]
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(template)
    return word.answer(content, f"{'trial' if is_trial else 'template'}-{template.pk}")


@requires("template.edit")
def template_close(request: HttpRequest, pk: int) -> HttpResponse:
    """Say from which day a template holds no more."""
    template: DecisionTemplate = fetch(request, _rows(), "template.edit", pk=pk)
    title = _("Close the template")

    def act(asked: dict[str, Any]) -> None:
        close_template(by=request.user, template=template, valid_to=asked["valid_to"])  # type: ignore[arg-type] # our user

    return form_page(
        request,
        CloseTemplateForm(posted(request)),
        act,
        title=title,
        path=path_to(request.user, template.area, (title, "")),
        submit=title,
        back=template.get_absolute_url(),
        done=_("The template is closed."),
        intro=str(template),
    )
