"""The hamlet in an address, inside the user's scope."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from areas.enums import AreaLevel
from areas.models import Area
from households.reach import may_in_hamlet


def hamlet_where(request: HttpRequest, pk: int, capability: str) -> Area:
    """The hamlet, where the user may do `capability`: 404 where households are not seen, 403 where only seen."""
    area = Area.objects.filter(pk=pk, level=AreaLevel.HAMLET).first()
    if area is None or not may_in_hamlet(request.user, area, "household.view"):  # type: ignore[arg-type] # logged in
        raise Http404(_("Not found in your area."))
    if not may_in_hamlet(request.user, area, capability):  # type: ignore[arg-type] # logged in
        raise PermissionDenied(_("You may look at this, but not change it."))
    return area
