"""Settings from outside: the only place that reads the environment (through django-environ).

A value that cannot be meant stops the start with one sentence that says what to set.
"""

import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()

TRUE_WORDS = {"1", "true", "yes", "on"}
FALSE_WORDS = {"0", "false", "no", "off", ""}
DATABASE_SCHEMES = {"postgres", "postgresql", "sqlite"}
SECRET_KEY_LENGTH = 50


def required(name: str, what: str) -> str:
    """The value of a setting that has no default; says what to set when it is missing."""
    value = str(env.str(name, default="")).strip()
    if not value:
        raise ImproperlyConfigured(f"Set {name}: {what}.")
    return value


def flag(name: str, default: bool = False) -> bool:
    """A switch; anything but the usual words is refused, so that DEBUG=flase does not mean yes."""
    value = str(env.str(name, default="on" if default else "off")).strip().lower()
    if value in TRUE_WORDS:
        return True
    if value in FALSE_WORDS:
        return False
    raise ImproperlyConfigured(f"Set {name} to on or off, not to {value!r}.")


def words(name: str) -> list[str]:
    """A list, separated by commas; empty when not set."""
    return [word.strip() for word in str(env.str(name, default="")).split(",") if word.strip()]


def database_url() -> str:
    """DATABASE_URL, checked; empty when the embedded database is meant."""
    url = str(env.str("DATABASE_URL", default="")).strip()
    if not url:
        return ""
    form = "Set DATABASE_URL like postgres://user:password@host:5432/database"
    parts = urlsplit(url)
    if parts.scheme not in DATABASE_SCHEMES:
        raise ImproperlyConfigured(
            f"{form}; {parts.scheme or 'no scheme'!r} is not a database of this register."
        )
    try:
        parts.port  # noqa: B018 - reading it is what checks it
    except ValueError as error:
        raise ImproperlyConfigured(f"{form}; its port is not a number.") from error
    if not parts.path.strip("/"):
        raise ImproperlyConfigured(f"{form}; the name of the database is missing.")
    return url


def first_account() -> tuple[str, str, str]:
    """ADMIN_USERNAME, ADMIN_FULL_NAME and ADMIN_PASSWORD of the first administrator; empty where not set."""
    name, full_name = (str(env.str(key, default="")).strip() for key in ("ADMIN_USERNAME", "ADMIN_FULL_NAME"))
    return name, full_name, str(env.str("ADMIN_PASSWORD", default=""))


def production_secret_key() -> str:
    """SECRET_KEY from outside: long, and not one that was published with the code."""
    key = required("SECRET_KEY", f"a random text of at least {SECRET_KEY_LENGTH} characters, kept secret")
    if len(key) < SECRET_KEY_LENGTH or len(set(key)) < 5 or "insecure" in key:
        raise ImproperlyConfigured(
            f"Set SECRET_KEY to a random text of at least {SECRET_KEY_LENGTH} characters."
        )
    return key


def https_origins() -> list[str]:
    """CSRF_TRUSTED_ORIGINS: the addresses under which people open the register, all of them https."""
    required("CSRF_TRUSTED_ORIGINS", "the addresses of the register, such as https://to-so.example.vn")
    origins = words("CSRF_TRUSTED_ORIGINS")
    if not all(origin.startswith("https://") for origin in origins):
        raise ImproperlyConfigured("Set CSRF_TRUSTED_ORIGINS to addresses that start with https://.")
    return origins


def public_hosts() -> list[str]:
    """ALLOWED_HOSTS: the names under which the register answers; a star would answer to any."""
    required("ALLOWED_HOSTS", "the host names of the register, such as to-so.example.vn")
    hosts = words("ALLOWED_HOSTS")
    if "*" in hosts:
        raise ImproperlyConfigured("Set ALLOWED_HOSTS to the host names of the register, not to *.")
    return hosts


def stored_secret_key(path: Path) -> str:
    """The key of a desk installation: made on the first start, readable by its owner only."""
    try:
        return path.read_text(encoding="ascii").strip() or _new_secret_key(path)
    except FileNotFoundError:
        return _new_secret_key(path)


def _new_secret_key(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    key = secrets.token_urlsafe(64)
    # Written beside and renamed: a second process never reads half a key.
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
        file.write(key)
    fresh.replace(path)
    return key
