"""In an office, behind HTTPS: refuses to start while anything that protects it is missing.

Needs SECRET_KEY, ALLOWED_HOSTS, CSRF_TRUSTED_ORIGINS and DATABASE_URL; TRUSTED_PROXIES where a proxy
ends HTTPS.
"""

from django.core.exceptions import ImproperlyConfigured

from config.env import database_url, https_origins, production_secret_key, public_hosts
from config.settings.base import *  # noqa: F403 - a settings file extends the base
from config.settings.base import TRUSTED_PROXIES

DEBUG = False
SECRET_KEY = production_secret_key()
ALLOWED_HOSTS = public_hosts()
CSRF_TRUSTED_ORIGINS = https_origins()
if not database_url():
    raise ImproperlyConfigured("Set DATABASE_URL like postgres://user:password@host:5432/database.")

# HTTPS only. The header of a proxy counts only where TRUSTED_PROXIES names the proxy.
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# The __Host- prefix lets no other host of the domain plant a cookie.
SESSION_COOKIE_NAME = "__Host-session"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_COOKIE_SECURE = True
DEVICE_COOKIE_NAME = "__Host-device"
LANGUAGE_COOKIE_NAME = "__Host-language"
LANGUAGE_COOKIE_SECURE = True

STORAGES = {
    "default": {"BACKEND": "common.storage.WholeFileStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Counts of refused logins hold for every web process together.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"},
}
