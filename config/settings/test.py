"""For the test suite: fast password hashing, a database of its own; nothing else is weaker."""

import atexit
import shutil
import tempfile
from pathlib import Path

from config.settings.base import *  # noqa: F403 - a settings file extends the base
from config.settings.base import ACCOUNT_RATE_LIMITS, DATABASES, SQLITE_OPTIONS

SECRET_KEY = "test-only-key-of-the-suite-0123456789-abcdefghijklmnop"  # nosec B105 - guards nothing
DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# The tests open this page hundreds of times in a minute; the test of the limit sets its own.
ACCOUNT_RATE_LIMITS = ACCOUNT_RATE_LIMITS | {"paper_check": None}

WHITENOISE_USE_FINDERS = True
# Each client of a test starts the whole chain anew: files are looked for when asked for, not all at each start.
WHITENOISE_AUTOREFRESH = True
STATIC_ROOT = None

# Each test process has a folder of its own for its database and its uploads.
TEST_FOLDER = Path(tempfile.mkdtemp(prefix="to-so-test-"))
atexit.register(shutil.rmtree, TEST_FOLDER, ignore_errors=True)
MEDIA_ROOT = TEST_FOLDER / "media"

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, not memory: threads that race must meet in one database.
    # No disk flushes: nothing here outlives the run.
    unflushed = str(SQLITE_OPTIONS["init_command"]).replace("synchronous=FULL", "synchronous=OFF")
    DATABASES["default"] |= {
        "NAME": TEST_FOLDER / "unused.sqlite3",
        "OPTIONS": SQLITE_OPTIONS | {"init_command": unflushed},
        "TEST": {"NAME": str(TEST_FOLDER / "register.sqlite3")},
    }
