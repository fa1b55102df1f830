"""What every page needs: sections, place and role of the user, demo mark."""

from django.http import HttpRequest


def page_frame(request: HttpRequest) -> dict[str, object]:
    """Context for the frame of a page."""
    return {}
