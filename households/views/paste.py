"""Adding many households of a hamlet from pasted rows."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from areas.forms import add_refusal
from areas.places import path_to
from common.access import requires
from households.forms.households import PasteForm
from households.household_paste import add_households_from_text, read_household_rows
from households.views.places import hamlet_where
from teams.views.page_parts import posted


@requires("household.edit")
def household_paste(request: HttpRequest, pk: int) -> HttpResponse:
    """Look at what the rows would do, then write them all at once."""
    hamlet = hamlet_where(request, pk, "household.edit")
    form, result = PasteForm(posted(request)), None
    accepted = [int(line) for line in request.POST.getlist("accept") if line.isdecimal() and len(line) < 6]
    back = f"{reverse('households:household_list')}?{urlencode({'area': hamlet.pk})}"
    if request.method == "POST" and form.is_valid():
        try:
            if "write" in request.POST:
                written = add_households_from_text(
                    by=request.user,  # type: ignore[arg-type] # logged in
                    area=hamlet,
                    accepted=accepted,
                    **form.cleaned_data,
                )
                text = ngettext(
                    "%(count)s household was added.", "%(count)s households were added.", written.created
                )
                messages.success(request, text % {"count": written.created})
                return redirect(back)
            result = read_household_rows(area=hamlet, accepted=accepted, **form.cleaned_data)
        except ValidationError as error:
            add_refusal(form, error)
    title = _("Paste rows of households")
    context = {
        "form": form,
        "result": result,
        "title": title,
        "back": back,
        "path": path_to(request.user, hamlet, (_("Household register"), back), (title, "")),  # type: ignore[arg-type] # logged in
    }
    return render(request, "households/household_paste.html", context)
