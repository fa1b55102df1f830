"""Entry point for the web server."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from granian.utils.proxies import wrap_wsgi_with_proxy_headers

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
application = get_wsgi_application()

if settings.TRUSTED_PROXIES:
    # The address of the visitor, not of the proxy, is what refused logins are counted by.
    application = wrap_wsgi_with_proxy_headers(application, settings.TRUSTED_PROXIES)
