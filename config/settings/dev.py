"""On a desk: embedded database, no HTTPS. `start.py` serves with these settings."""

from config.env import VAR_DIR, flag, stored_secret_key
from config.settings.base import *  # noqa: F403 - a settings file extends the base

SECRET_KEY = stored_secret_key(VAR_DIR / "secret_key")
DEBUG = flag("DEBUG")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "testserver"]

# Files are served from static/ as they are: nothing to collect before the first page.
WHITENOISE_USE_FINDERS = True
STATIC_ROOT = None
