"""Headers of every answer that the libraries do not set (T-L6), the language of visitors, a page where forms only are taken."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
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


def said_refusals(get_response: Handler) -> Handler:
    """Words for whoever opens an address that only takes forms: after a log-in in between, the browser does so."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and request.method == "GET":
            page = render(request, "405.html", status=405)
            page.headers["Allow"] = response.headers["Allow"]
            return page
        return response

    return answer
