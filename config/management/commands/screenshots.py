"""`manage.py screenshots`: pictures of the main pages, at the width of a phone and of a desk.

The pages are served from a demo register of their own in a temporary folder; no other database is touched.
"""

import os
import socket
import subprocess  # nosec B404 - starting this same application is what the command is for
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from config.demo.accounts import PASSWORD

CHROMIUM = Path("/usr/bin/chromium")
WIDTHS = (360, 1280)
HEIGHT = 860
TALLEST = 2400
"""Pixels of the tallest picture: what follows in a long list looks like what came before."""
PATIENCE_SECONDS = 60
WAIT_MS = 90_000
ADMIN = "/admin/teams/team/"
DRAFT_DECISIONS = "/teams/decisions/?status=DRAFT"
HOUSEHOLD = "main a[href^='/households/'][href$='/']:not([href*='visits']):not([href*='in/'])"


@dataclass(frozen=True)
class Shot:
    """A page to look at: file name, who looks, address, and the links to follow from there (CSS selectors)."""

    name: str
    user: str
    address: str
    follow: tuple[str, ...] = ()


SHOTS = (
    Shot("01-login", "", "/accounts/login/"),
    Shot("02-province-home", "lan", "/"),
    Shot("03-coverage", "lan", "/reports/coverage/"),
    Shot("04-commune-home", "minh", "/"),
    Shot("05-team-list", "minh", "/teams/"),
    Shot("06-team-detail", "minh", "/teams/?status=ACTIVE", ("main tbody a[href^='/teams/']",)),
    Shot(
        "07-roster-builder",
        "minh",
        "/teams/?status=DRAFT",
        ("main tbody a[href^='/teams/']", "main a[href*='/proposals/']"),
    ),
    Shot(
        "08-decision-issue",
        "minh",
        DRAFT_DECISIONS,
        ("main tbody a[href^='/teams/decisions/']", "main a[href$='/issue/']"),
    ),
    Shot("09-uncovered-hamlets", "lan", "/reports/uncovered/"),
    Shot("10-admin", "an", ADMIN),
    Shot("13-households", "hoa", "/households/"),
    Shot("14-household", "hoa", "/households/", (HOUSEHOLD,)),
    Shot("15-visit", "hoa", "/households/visits/new/"),
    Shot("16-outreach", "lan", "/reports/households/"),
    Shot("17-list-in", "minh", "/imports/new/?kind=members"),
    Shot("18-list-review", "minh", "/imports/", ("main tbody a[href^='/imports/']",)),
)
"""11 and 12 are papers; their pictures are made from the files themselves."""
LIST = """Danh sách Tổ công nghệ số cộng đồng ấp Minh Thành, xã Minh Thuận
1. Ông Danh Văn Bần Mẫu - Trưởng ấp - Tổ trưởng - 0912 000 401
2. Bà Lý Thị Én Mẫu - Bí thư chi đoàn - Tổ phó - chưa có số
3. Trần Thị Vú Sữa Mẫu, sinh 1980, Chi hội Phụ nữ - thành viên - 0912000402
4. Lê Văn Lác Mẫu - Agribank - 091200"""
"""A message as it is pasted from a chat; the people are invented."""


class Command(BaseCommand):
    """Makes the pictures anew; they are looked at before they are published."""

    help = "Take pictures of the main pages with Chromium into docs/screenshots/."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to, and how large a demo to show."""
        parser.add_argument("--to", type=Path, default=settings.BASE_DIR / "docs" / "screenshots")
        parser.add_argument("--size", choices=("demo", "commune"), default="demo")
        parser.add_argument("--database", type=Path, help="a demo register that exists already (SQLite file)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Seed, serve, log in, look."""
        try:
            # Only those who make pictures need the browser and its driver.
            from playwright.sync_api import sync_playwright  # noqa: PLC0415 - an optional package
        except ImportError as error:
            raise CommandError(_("Playwright is needed: pip install -r requirements-dev.txt")) from error
        if not CHROMIUM.exists():
            raise CommandError(_("Chromium is needed: sudo apt install chromium"))
        options["to"].mkdir(parents=True, exist_ok=True)
        with served(options["database"], options["size"]) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
            draw_up_decision(browser, address)
            hand_in_list(browser, address)
            for width in WIDTHS:
                for shot in SHOTS:
                    path = options["to"] / f"{shot.name}-{width}.png"
                    take(browser, address, shot, width, path)
                    self.stdout.write(str(path))
            browser.close()


@contextmanager
def served(database: Path | None, size: str) -> Iterator[str]:
    """A demo register of its own, served on a free port; the address."""
    with tempfile.TemporaryDirectory(prefix="to-so-pictures-") as folder:
        environment = os.environ | {"DATABASE_URL": f"sqlite:///{database or Path(folder) / 'demo.sqlite3'}"}
        if database is None:
            manage(environment, "migrate", "--verbosity", "0")
            manage(environment, "seed_demo", "--yes", "--size", size)
        port = free_port()
        processes = [
            subprocess.Popen(
                [sys.executable, str(settings.BASE_DIR / "manage.py"), *words],
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )  # nosec B603 - words of ours, no shell
            for words in (("runserver", "--noreload", str(port)), ("run_worker",))
        ]
        try:
            wait_until_ready(f"http://127.0.0.1:{port}")
            yield f"http://127.0.0.1:{port}"
        finally:
            for process in processes:
                process.terminate()
                process.wait()


def manage(environment: dict[str, str], *words: str) -> None:
    """Run another command of ours on the demo register."""
    subprocess.run(
        [sys.executable, str(settings.BASE_DIR / "manage.py"), *words], env=environment, check=True
    )  # nosec B603 - words of ours, no shell


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_ready(address: str) -> None:
    """Until the server answers."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=5):  # nosec B310 - our own server
                return
        except (URLError, OSError) as error:
            if time.monotonic() > deadline:
                raise CommandError(_("The server of the pictures did not start.")) from error
            time.sleep(0.2)


def log_in(page: Any, address: str, user: str) -> None:
    """Through the door, as everybody does."""
    page.goto(f"{address}/accounts/login/")
    page.fill("input[name=login]", user)
    page.fill("input[name=password]", PASSWORD)
    page.locator("main form button.btn-primary").click()
    page.wait_for_url(f"{address}/")


def draw_up_decision(browser: Any, address: str) -> None:
    """The official of Minh Thuận enters a decision for the proposals that lie there, and does not issue it yet."""
    context = browser.new_context(locale="vi-VN")
    page = context.new_page()
    log_in(page, address, "minh")
    page.goto(f"{address}{DRAFT_DECISIONS}")
    if page.locator("main tbody a").count() == 0:
        page.goto(f"{address}/teams/decisions/new/")
        page.fill("#id_number", "45/QĐ-UBND")
        page.fill("#id_subject", "Kiện toàn Tổ công nghệ số cộng đồng các ấp trên địa bàn xã Minh Thuận")
        page.locator("main button[name=issue]").click()
        page.wait_for_load_state()
    context.close()


def hand_in_list(browser: Any, address: str) -> None:
    """The official pastes a message with four members, and waits until it has been read."""
    context = browser.new_context(locale="vi-VN")
    page = context.new_page()
    log_in(page, address, "minh")
    page.goto(f"{address}/imports/new/?kind=members")
    page.fill("textarea[name=text]", LIST)
    page.locator("main form button.btn-primary").click()
    # The page of the job goes on to the list by itself.
    page.locator("main form.review").wait_for(timeout=WAIT_MS)
    context.close()


def take(browser: Any, address: str, shot: Shot, width: int, path: Path) -> None:
    """Log in as the user, open the page and write the picture."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT}, locale="vi-VN", reduced_motion="reduce"
    )
    page = context.new_page()
    if shot.user:
        log_in(page, address, shot.user)
    page.goto(f"{address}{shot.address}")
    for selector in shot.follow:
        page.goto(f"{address}{page.locator(selector).first.get_attribute('href')}")
    page.wait_for_load_state("networkidle")
    height = min(TALLEST, int(page.evaluate("document.documentElement.scrollHeight")))
    page.set_viewport_size({"width": width, "height": max(HEIGHT, height)})
    page.wait_for_timeout(300)
    page.screenshot(path=str(path))
    context.close()
