"""`manage.py init_province --code 91 [--on 2022-08-05]`: founds a real register in an empty database."""

from datetime import date
from getpass import getpass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError
from django.utils import timezone
from django.utils.translation import gettext as _

from common.models import Register, RegisterKind
from config.env import first_account
from config.founding import Account, check_account, check_unmarked_is_empty, found_register

TRIES = 3


class Command(BaseCommand):
    """Loads areas and rules and makes the first administrator; a second run changes nothing."""

    help = (
        "Found a real register: areas, rule set, first administrator (asked for, or from"
        " ADMIN_USERNAME, ADMIN_FULL_NAME and ADMIN_PASSWORD)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The province and the day of which the units are loaded."""
        parser.add_argument("--code", required=True, help="code of the province, such as 91")
        parser.add_argument(
            "--on", type=date.fromisoformat, default=None, help="day of the units, YYYY-MM-DD (today)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Found the register, or say what it already is."""
        if self._is_founded():
            return
        try:
            check_unmarked_is_empty()
            account = self._account()
            founded = found_register(
                kind=RegisterKind.REAL,
                code=options["code"],
                on=options["on"] or timezone.localdate(),
                account=account,
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except IntegrityError as error:
            raise CommandError(_("Another process founded this register at the same moment.")) from error
        text = _("Register of %(province)s founded. Administrator: %(user)s. Rules: %(rules)s.")
        words = {
            "province": founded.province.full_name,
            "user": founded.administrator.username,
            "rules": founded.rule_set.document_ref,
        }
        self.stdout.write(text % words)

    def _is_founded(self) -> bool:
        register = Register.objects.first()
        if register is None:
            return False
        if register.kind != RegisterKind.REAL:
            text = _(
                "This database holds invented data (%(kind)s). A real register needs a database of its own."
            )
            raise CommandError(text % {"kind": register})
        self.stdout.write(_("This is a real register already. Nothing was changed."))
        return True

    def _account(self) -> Account:
        """From the environment as a whole, else asked on the terminal."""
        given = first_account()
        if any(given):
            if not all(given):
                raise CommandError(
                    _("Set ADMIN_USERNAME, ADMIN_FULL_NAME and ADMIN_PASSWORD together, or none of them.")
                )
            username, full_name, password = given
            account = Account(username.lower(), full_name, password)
            check_account(account)
            return account
        return self._ask()

    def _ask(self) -> Account:
        for _try in range(TRIES):
            account = Account(
                username=input(_("User name of the first administrator: ")).strip().lower(),
                full_name=input(_("Full name: ")).strip(),
                password=getpass(_("Password: ")),
            )
            if getpass(_("Password again: ")) != account.password:
                self.stderr.write(_("The two passwords differ. Type them again."))
                continue
            try:
                check_account(account)
            except ValidationError as error:
                self.stderr.write(" ".join(error.messages))
                continue
            return account
        raise CommandError(_("No account was made and nothing was written. Start again."))
