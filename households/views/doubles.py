"""Pages of doubles: entries that may be one household, merged side by side, and taken back (E5)."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from areas.forms import add_refusal
from common.access import fetch, requires
from common.audit import record
from common.models import AuditAction
from households.doubles import possible_doubles
from households.enums import LivingStatus
from households.forms.filters import HouseholdFilter
from households.forms.households import MergeForm
from households.merging import CHOSEN, UNDO_DAYS, merge_households, undo_merge
from households.models import Household, HouseholdMerge
from households.search import with_words
from households.views.households import household_of, path_of_home
from teams.views.form_pages import form_page
from teams.views.page_parts import EmptyForm, posted


@requires("household.manage")
def double_list(request: HttpRequest) -> HttpResponse:
    """Entries of one hamlet with the same name and group, or the same phone."""
    form = HouseholdFilter(request.user, request.GET)
    del form.fields["q"]
    pairs = possible_doubles(request.user, form.values.get("area"))
    if pairs:
        record(request, AuditAction.VIEW, row_count=2 * len(pairs))
    return render(request, "households/double_list.html", {"form": form, "pairs": pairs})


@requires("household.manage")
def household_merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Two entries side by side; of each field one of the two is kept."""
    kept = household_of(request, pk, "household.manage")
    other = request.GET.get("other", "")
    if not other:
        return _choose(request, kept)
    dropped = fetch(request, Household.objects.select_related("area"), "household.manage", pk=other)
    if dropped.pk == kept.pk:
        raise Http404(_("Choose two different entries."))
    for home in (kept, dropped):
        record(request, AuditAction.VIEW, home, reason=_("merging doubles"))
    form = MergeForm(kept, dropped, CHOSEN, posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            merge = merge_households(
                by=request.user,  # type: ignore[arg-type] # logged in
                kept=kept,
                dropped=dropped,
                choices=form.cleaned_data,
            )
        except ValidationError as error:
            add_refusal(form, error)
        else:
            text = _("The two entries are one now. You can take this back within %(days)s days.")
            undo = (reverse("households:merge_undo", args=[merge.pk]), _("Take the merger back"))
            words = (text % {"days": UNDO_DAYS}, *undo)
            messages.success(request, format_html('{} <a href="{}">{}</a>', *words))
            return redirect(kept)
    context = {
        "form": form,
        "kept": kept,
        "dropped": dropped,
        "counts": [_counts(home) for home in (kept, dropped)],
        "swap_url": f"{reverse('households:household_merge', args=[dropped.pk])}?other={kept.pk}",
        "path": path_of_home(request, kept, (_("Merge doubles"), "")),
    }
    return render(request, "households/household_merge.html", context)


def _counts(home: Household) -> dict[str, int]:
    return {
        "visits": home.visits.count(),
        "businesses": home.businesses.count(),
        "consents": home.consents.count(),
    }


def _choose(request: HttpRequest, kept: Household) -> HttpResponse:
    """Which entry is the same household: those of the same hamlet with the same words first."""
    words = request.GET.get("q") or kept.head_name
    rows: Any = Household.objects.visible_to(request.user, "household.manage").exclude(pk=kept.pk)  # type: ignore[attr-defined] # our queryset
    rows = rows.exclude(status=LivingStatus.MERGED).filter(
        anonymised_at=None, area__parent=kept.area.parent_id
    )
    found = list(with_words(rows, words).select_related("area").order_by("search_key", "pk")[:20])
    record(request, AuditAction.VIEW, row_count=len(found))
    context = {
        "kept": kept,
        "found": found,
        "words": words,
        "path": path_of_home(request, kept, (_("Merge doubles"), "")),
    }
    return render(request, "households/merge_choose.html", context)


@requires("household.manage")
def merge_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Both entries are as they were before the merger."""
    rows = HouseholdMerge.objects.select_related("kept__area", "dropped__area")
    merge = fetch(request, rows, "household.manage", pk=pk)
    title = _("Take the merger back")
    return form_page(
        request,
        EmptyForm(posted(request)),
        lambda _asked: undo_merge(by=request.user, merge=merge),  # type: ignore[arg-type] # logged in
        title=title,
        path=path_of_home(request, merge.kept, (title, "")),
        submit=_("Take it back"),
        back=merge.kept.get_absolute_url(),
        done=_("Both entries are as they were, with their visits."),
        intro=_("“%(kept)s” and “%(dropped)s” become two entries again, each with the visits it had.")
        % {"kept": merge.kept, "dropped": merge.dropped},
    )
