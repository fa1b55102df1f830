"""Pages on which officials keep the hamlets of their communes."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from areas.counts import count_warnings, record_counts
from areas.enums import AreaLevel
from areas.forms import add_refusal
from areas.hamlet_forms import CountsForm, HamletEditForm, HamletForm, HamletPasteForm, LargeForm
from areas.hamlet_lists import add_hamlets_from_text, read_hamlet_list
from areas.hamlets import add_hamlet, change_hamlet, correct_spelling, kind_warnings, mark_large, unmark_large
from areas.models import Area
from areas.places import path_to
from common.access import fetch, requires


def _unit(request: HttpRequest, pk: int, level: str) -> Area:
    """A unit of today that the user may edit; 404 where the page makes no sense for its level."""
    area: Area = fetch(request, Area.objects.select_related("parent"), "area.edit", pk=pk)
    if area.level != level or area.valid_to is not None:
        raise Http404(_("Not found in your area."))
    return area


def _show(
    request: HttpRequest, area: Area, form: forms.Form, title: str, submit: str, **more: Any
) -> HttpResponse:
    """A page that is one form about a unit."""
    path = path_to(request.user, area, (title, ""))  # type: ignore[arg-type] # our user, login is required
    context = {"area": area, "form": form, "title": title, "submit": submit, "path": path, **more}
    return render(request, "areas/form_page.html", context)


@requires("area.edit")
def hamlet_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Add one hamlet to a commune."""
    commune = _unit(request, pk, AreaLevel.COMMUNE)
    form = HamletForm(request.POST or None, commune=commune, initial={"valid_from": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            hamlet = add_hamlet(by=request.user, commune=commune, **form.cleaned_data)
        except ValidationError as error:
            add_refusal(form, error)
        else:
            messages.success(request, _("%(hamlet)s was added.") % {"hamlet": hamlet.full_name})
            for warning in kind_warnings(commune, hamlet.kind):
                messages.warning(request, warning)
            return redirect("areas:hamlet_create" if "another" in request.POST else "areas:area_detail", pk)
    return _show(request, commune, form, _("Add a hamlet"), _("Add"), another=True)


@requires("area.edit")
def hamlet_paste(request: HttpRequest, pk: int) -> HttpResponse:
    """Add many hamlets from a list: look at what each line does, then write."""
    commune = _unit(request, pk, AreaLevel.COMMUNE)
    form = HamletPasteForm(request.POST or None, commune=commune)
    result, accepted = (
        None,
        [int(line) for line in request.POST.getlist("accept") if line.isdecimal() and len(line) < 6],
    )
    if request.method == "POST" and form.is_valid():
        kind, text = form.cleaned_data["kind"], form.cleaned_data["text"]
        try:
            if "write" in request.POST:
                result = add_hamlets_from_text(
                    by=request.user, commune=commune, accepted=accepted, **form.cleaned_data
                )
                count = len(result.created)
                text = ngettext("%(count)s hamlet was added.", "%(count)s hamlets were added.", count)
                messages.success(request, text % {"count": count})
                return redirect(commune)
            result = read_hamlet_list(commune=commune, kind=kind, text=text, accepted=accepted)
        except ValidationError as error:
            add_refusal(form, error)
    path = path_to(request.user, commune, (_("Add a list of hamlets"), ""))  # type: ignore[arg-type] # our user
    context = {"area": commune, "form": form, "result": result, "path": path}
    return render(request, "areas/hamlet_paste.html", context)


@requires("area.edit")
def hamlet_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a hamlet's name or kind, or record that it changed on a day."""
    hamlet = _unit(request, pk, AreaLevel.HAMLET)
    commune: Any = hamlet.parent
    initial = {name: getattr(hamlet, name) for name in ("kind", "name", "same_name_accepted")}
    form = HamletEditForm(request.POST or None, commune=commune, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            hamlet = _change(request, hamlet, form.cleaned_data)
        except ValidationError as error:
            add_refusal(form, error)
        else:
            messages.success(request, _("%(hamlet)s was saved.") % {"hamlet": hamlet.full_name})
            for warning in kind_warnings(commune, hamlet.kind):
                messages.warning(request, warning)
            return redirect(hamlet)
    return _show(request, hamlet, form, _("Change name or kind"), _("Save"))


def _change(request: HttpRequest, hamlet: Area, cleaned: dict[str, Any]) -> Area:
    names = "kind", "name", "same_name_accepted"
    facts = {name: cleaned[name] for name in names}
    if cleaned["how"] == "correct":
        return correct_spelling(by=request.user, area=hamlet, reason=cleaned["reason"], **facts)
    day, document = cleaned["on"], cleaned["document_ref"]
    return change_hamlet(by=request.user, area=hamlet, on=day, document_ref=document, **facts)


@requires("area.edit")
def hamlet_large(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a hamlet as one of large population, or take the mark away (BR-04)."""
    hamlet = _unit(request, pk, AreaLevel.HAMLET)
    names = "large_population", "large_reason"
    form = LargeForm(request.POST or None, initial={name: getattr(hamlet, name) for name in names})
    if request.method == "POST" and form.is_valid():
        try:
            if form.cleaned_data["large_population"]:
                mark_large(by=request.user, area=hamlet, reason=form.cleaned_data["large_reason"])
            else:
                unmark_large(by=request.user, area=hamlet)
        except ValidationError as error:
            add_refusal(form, error)
        else:
            messages.success(request, _("%(hamlet)s was saved.") % {"hamlet": hamlet.full_name})
            return redirect(hamlet)
    intro = _(
        "The team of a marked hamlet may have supplementary members of the Youth Union above its ten seats"
        " (BR-04). Taking the mark away removes nobody."
    )
    return _show(request, hamlet, form, _("Mark as large"), _("Save"), intro=intro)


@requires("area.edit")
def hamlet_counts(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the households and people counted in a hamlet on a day."""
    hamlet = _unit(request, pk, AreaLevel.HAMLET)
    form = CountsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            stat = record_counts(by=request.user, area=hamlet, **form.cleaned_data)
        except ValidationError as error:
            add_refusal(form, error)
        else:
            messages.success(
                request, _("The figures of %(hamlet)s were saved.") % {"hamlet": hamlet.full_name}
            )
            for warning in count_warnings(stat.households, stat.population):
                messages.warning(request, warning)
            return redirect(hamlet)
    intro = _("Leave empty what is not known: empty is never counted as 0.")
    return _show(request, hamlet, form, _("Record counts"), _("Save"), intro=intro)
