"""T-R8, T-R9: visits are sent through the form while PostgreSQL restarts or is killed; nothing acknowledged is lost."""

import http.client
import re
import signal
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlencode
from uuid import UUID, uuid4

import psycopg2
import pytest

from config.start.machine import PYTHON, ROOT, child_environment, manage
from config.throwaway_postgres import ThrowawayServer, free_port

pytestmark = [pytest.mark.race, pytest.mark.postgres_only]

SHIPPED = ("max_connections=100",)
"""Everything else as PostgreSQL comes: `fsync` and `synchronous_commit` are on, as in a real register."""
CLIENTS, ROUNDS, SECONDS = 4, 4, 3.0
USER, PASSWORD = "minh", "to-so-demo-2022"
LOGIN = "/accounts/login/"
ENDS = (signal.SIGINT, signal.SIGQUIT)
"""Restarted in order, and killed with all that was not yet written."""


class Site:
    """A register of its own behind the web server that ships."""

    def __init__(self) -> None:
        self.database = ThrowawayServer()
        self.url, self.port = self.database.start(), free_port()
        environment = child_environment("config.settings.test", DATABASE_URL=self.url)
        for words in (["prepare"], ["seed_demo", "--size", "commune", "--yes"]):
            subprocess.run(manage(*words), cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
        self.database.halt()
        self.database.options = SHIPPED  # filling it need not wait for the disk
        self.database.begin()
        words = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(self.port), "--no-ws"]
        words += ["--workers", "1", "--blocking-threads", "4", "--log-level", "critical"]
        command = [str(PYTHON), "-m", "granian", *words, "config.wsgi:application"]
        self.web = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def ask(self, statement: str) -> list[tuple]:
        """Rows of the database itself."""
        connection = psycopg2.connect(self.url)
        try:
            with connection.cursor() as cursor:
                cursor.execute(statement)
                return cursor.fetchall()
        finally:
            connection.close()

    def end(self) -> None:
        """Stop the web server, then the database."""
        self.web.terminate()
        try:
            self.web.wait(10)
        except subprocess.TimeoutExpired:
            self.web.kill()
            self.web.wait()
        self.database.stop()


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()
    yield found
    found.end()


class Phone:
    """A client with a session of its own; it writes down what it was told of each visit."""

    def __init__(self, port: int) -> None:
        self.port, self.cookies = port, dict[str, str]()
        self.acknowledged: list[tuple[float, UUID]] = []
        self.answers: Counter[str] = Counter()
        self.strange: list[str] = []

    def send(
        self, method: str, path: str, fields: dict[str, object] | None = None
    ) -> http.client.HTTPResponse:
        """One request on a connection of its own; cookies are kept."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=15)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if fields is not None:
            token = {"csrfmiddlewaretoken": self.cookies.get("csrftoken", "")}
            body = urlencode(token | fields, doseq=True)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        answer.text = answer.read().decode("utf-8", "replace")  # type: ignore[attr-defined] # kept beside it
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _equals, rest = cookie.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        connection.close()
        return answer

    def log_in(self) -> None:
        """As the commune's official."""
        self.send("GET", LOGIN)
        answer = self.send("POST", LOGIN, {"login": USER, "password": PASSWORD})
        assert answer.status == 302, answer.status

    def visit(self, home: int, member: int) -> None:
        """A call at which nobody was there, with a number made here."""
        number = uuid4()
        fields = {
            "client_uuid": number,
            "visited_on": f"{date.today():%d/%m/%Y}",
            "outcome": "NOT_HOME",
            "people_reached": 0,
            "members": member,
            "mode": "DOOR_TO_DOOR",
            "method": "VERBAL_RECORDED",
        }
        try:
            answer = self.send("POST", f"/households/visits/new/?household={home}", fields)
        except (OSError, http.client.HTTPException):
            self.answers["cut"] += 1
            return
        self.answers[str(answer.status)] += 1
        if answer.status == 302 and "/households/" in answer.headers["Location"]:
            self.acknowledged.append((time.monotonic(), number))
        elif not (answer.status == 503 and answer.headers["Retry-After"]):
            text = answer.text  # type: ignore[attr-defined] # kept beside it
            errors = re.findall(r'class="[^"]*error[^"]*"[^>]*>(.*?)<', text, re.S)
            self.strange.append(f"{answer.status} {answer.headers.get('Location')} {errors[:3]}")


def wait_for(port: int) -> None:
    """Until the web server answers."""
    for _try in range(300):
        try:
            Phone(port).send("GET", LOGIN)
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the web server did not start")


def send_until(stopped: threading.Event, phone: Phone, homes: list[tuple[int, int]]) -> None:
    """One visit after the other; after an outage a short rest, as a phone does."""
    turn = 0
    while not stopped.is_set():
        before = len(phone.acknowledged)
        phone.visit(*homes[turn % len(homes)])
        turn += 1
        if len(phone.acknowledged) == before:
            stopped.wait(0.05)


HOMES = """
SELECT h.id, m.person_id FROM households_household h JOIN teams_teamarea t ON t.area_id = h.area_id
JOIN teams_membership m ON m.team_id = t.team_id AND m.to_date IS NULL AND m.role = 'LEADER'
WHERE h.consent_state = 'UNASKED' AND h.status = 'LIVING' AND t.valid_to IS NULL ORDER BY h.id
"""


def test_nothing_acknowledged_is_lost(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    wait_for(site.port)
    homes = site.ask(HOMES)
    phones = [Phone(site.port) for _client in range(CLIENTS)]
    for phone in phones:
        phone.log_in()
    stopped = threading.Event()
    threads = [
        threading.Thread(target=send_until, args=(stopped, phone, homes[number::CLIENTS]))
        for number, phone in enumerate(phones)
    ]
    for thread in threads:
        thread.start()
    back = []
    try:
        for turn in range(ROUNDS):
            time.sleep(SECONDS)
            site.database.halt(ENDS[turn % 2])
            site.database.begin()
            back.append(time.monotonic())
        time.sleep(SECONDS)
    finally:
        stopped.set()
        for thread in threads:
            thread.join()
    stored = {UUID(row[0]) for row in site.ask("SELECT client_uuid::text FROM households_visit")}
    told = sorted(one for phone in phones for one in phone.acknowledged)
    answers = sum((phone.answers for phone in phones), Counter())
    waits = [min(moment for moment, _number in told if moment > at) - at for at in back]
    with capsys.disabled():
        print(
            f"\n{len(told)} visits acknowledged through {ROUNDS} restarts, answers {dict(answers)},"
            f" first one again after {', '.join(f'{wait:.2f}' for wait in waits)} s"
        )
    assert [line for phone in phones for line in phone.strange] == []
    assert [number for _moment, number in told if number not in stored] == []
    assert len(told) > 20
    assert max(waits) <= 2


def kept_of_100(options: tuple[str, ...]) -> int:
    """How many of 100 rows are there after their commits were answered and the server was killed."""
    database = ThrowawayServer(options)
    try:
        url = database.start()
        connection = psycopg2.connect(url)
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE told (number integer)")
            cursor.execute("CHECKPOINT")
            for number in range(100):
                cursor.execute("INSERT INTO told VALUES (%s)", [number])
        database.halt(signal.SIGQUIT)
        database.begin()
        connection = psycopg2.connect(url)
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM told")
            return cursor.fetchone()[0]
    finally:
        database.stop()


def test_wrong_twin_commits_that_do_not_wait_are_lost() -> None:
    assert kept_of_100(SHIPPED) == 100
    assert kept_of_100(("synchronous_commit=off", "wal_writer_delay=10000")) < 100
