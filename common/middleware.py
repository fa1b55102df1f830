"""Headers of every answer that the libraries do not set (T-L6), and the language of visitors."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

Handler = Callable[[HttpRequest], HttpResponse]

PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def privacy_headers(get_response: Handler) -> Handler:
    """Pages stay in no cache, those of a logged-in user whatever the view says; files say it themselves."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        user = getattr(request, "user", None)
        if user is not None and user.is_authenticated:
            response.headers["Cache-Control"] = "no-store, private"
        response.headers.setdefault("Cache-Control", "no-store, private")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response

    return answer


def chosen_language(get_response: Handler) -> Handler:
    """Vietnamese, unless the visitor chose otherwise; the language of the browser says nothing here."""

    def answer(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        translation.activate(language)
        request.LANGUAGE_CODE = language  # type: ignore[attr-defined] # as Django's own middleware does
        response = get_response(request)
        response.headers.setdefault("Content-Language", translation.get_language())
        return response

    return answer
