"""The start script and the settings: wrong machines and wrong settings end with one sentence."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

import start
from config.start import checking, machine, serving

ROOT = Path(__file__).resolve().parent.parent
PRODUCTION = checking.PRODUCTION


def start_py(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "start.py", *words],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]} | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def load_settings(module: str, **environment: str) -> str:
    """What loading a settings module prints: the sentence of its refusal, or `loaded`."""
    code = (
        "import importlib, sys\n"
        "from django.core.exceptions import ImproperlyConfigured\n"
        "try:\n    importlib.import_module(sys.argv[1]); print('loaded')\n"
        "except ImproperlyConfigured as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, module],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]} | environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.strip()


# --- the machine -----------------------------------------------------------------------------------------


def test_an_old_python_is_refused() -> None:
    with pytest.raises(machine.Stop, match=r"Python 3\.11 trở lên.*Python 3\.9\."):
        machine.require_python((3, 9))
    machine.require_python((3, 11))


def test_a_busy_port_is_one_sentence_and_exit_code_2() -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = start_py("--port", str(port))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"Cổng {port} đang bận")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "words", [["--port", "abc"], ["--port", "0"], ["--port", "70000"], ["fly"], ["--fly"]]
)
def test_a_wrong_command_line_is_one_sentence(words: list[str]) -> None:
    done = start_py(*words)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    with pytest.raises(machine.Stop, match=f"Không ghi được vào thư mục {blocked}"):
        machine.require_writable(blocked / "var")


def test_variables_that_lead_astray_are_not_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "elsewhere.settings")
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("DATABASE_URL", "postgres://a@b/c")
    environment = machine.child_environment("config.settings.dev")
    assert environment["DJANGO_SETTINGS_MODULE"] == "config.settings.dev"
    assert "PYTHONPATH" not in environment
    assert environment["DATABASE_URL"] == "postgres://a@b/c"


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("error: command 'gcc' failed: No such file", "Máy thiếu trình biên dịch C"),
        ("ERROR: Failed building wheel for x", "Máy thiếu trình biên dịch C"),
        ("OSError: [Errno 28] No space left on device", "Ổ đĩa đã đầy"),
        ("ERROR: No matching distribution found for django", "Không tải được các gói Python"),
    ],
)
def test_a_failed_installation_is_one_sentence(output: str, sentence: str) -> None:
    problem = machine.installation_problem(output)
    assert problem.startswith(sentence)
    assert "\n" not in problem


def test_a_failed_command_is_reduced_to_its_sentence() -> None:
    output = (
        "Traceback ...\n  File x\ndjango.core.exceptions.ImproperlyConfigured: Set DATABASE_URL to that.\n"
    )
    assert serving.command_problem(output) == "Không khởi động được / Cannot start: Set DATABASE_URL to that."


def test_the_marker_changes_with_either_requirements_file() -> None:
    runtime, development = map(machine.requirements_digest, ("requirements.txt", "requirements-dev.txt"))
    assert len({runtime, development}) == 2


def test_every_requirement_is_pinned_once() -> None:
    names = []
    for name in ("requirements.txt", "requirements-dev.txt"):
        for line in (ROOT / name).read_text().splitlines():
            if line and not line.startswith(("#", "-r")):
                assert line.count("==") >= 1, line
                names.append(line.partition("==")[0].lower())
    assert sorted(names) == sorted(set(names))


def test_words_after_test_and_bench_are_passed_on() -> None:
    options, rest = start.parse(["test", "tests/teams", "-x", "--port"])
    assert (options.command, rest) == ("test", ["tests/teams", "-x", "--port"])
    options, rest = start.parse(["--demo", "--port", "8123"])
    assert (options.command, options.demo, options.port, rest) == ("run", True, 8123, [])


@pytest.mark.skipif(os.name == "nt", reason="process groups are a POSIX matter")
def test_stopping_ends_grandchildren_too() -> None:
    services = serving.Services(dict(os.environ))
    child = "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])"
    services.start([sys.executable, "-c", f"import subprocess, sys, time; p = {child}; time.sleep(60)"])
    group = services.processes[0].pid
    time.sleep(0.5)
    services.stop()
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and _group_lives(group):
        time.sleep(0.05)
    assert not _group_lives(group)
    assert services.ended()


def _group_lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(os.name == "nt", reason="signals are a POSIX matter")
def test_the_worker_ends_when_asked() -> None:
    worker = subprocess.Popen(
        [sys.executable, "manage.py", "run_worker"],
        cwd=ROOT,
        env=machine.child_environment("config.settings.test"),
        stderr=subprocess.DEVNULL,
    )
    time.sleep(3)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(10) in (0, -signal.SIGTERM)


# --- settings --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SECRET_KEY", "", "Set SECRET_KEY: a random text of at least 50 characters, kept secret."),
        ("SECRET_KEY", "short", "Set SECRET_KEY to a random text of at least 50 characters."),
        ("SECRET_KEY", "a" * 60, "Set SECRET_KEY to a random text of at least 50 characters."),
        ("ALLOWED_HOSTS", "", "Set ALLOWED_HOSTS: the host names of the register, such as to-so.example.vn."),
        ("ALLOWED_HOSTS", "*", "Set ALLOWED_HOSTS to the host names of the register, not to *."),
        (
            "CSRF_TRUSTED_ORIGINS",
            "http://to-so.example.vn",
            "Set CSRF_TRUSTED_ORIGINS to addresses that start with https://.",
        ),
        ("DATABASE_URL", "", "Set DATABASE_URL like postgres://user:password@host:5432/database."),
        ("TRUSTED_PROXIES", "127.0.0.1", "loaded"),
    ],
)
def test_production_refuses_to_start_unprotected(name: str, value: str, sentence: str) -> None:
    assert load_settings("config.settings.prod", **(PRODUCTION | {name: value})) == sentence


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("nonsense", "'no scheme' is not a database of this register."),
        ("mysql://a@b/c", "'mysql' is not a database of this register."),
        ("postgres://a@b:port/c", "its port is not a number."),
        ("postgres://a@b:5432/", "the name of the database is missing."),
    ],
)
def test_a_bad_database_url_is_one_sentence(url: str, reason: str) -> None:
    expected = f"Set DATABASE_URL like postgres://user:password@host:5432/database; {reason}"
    assert load_settings("config.settings.dev", DATABASE_URL=url) == expected


def test_a_switch_takes_only_the_usual_words() -> None:
    assert load_settings("config.settings.dev", DEBUG="flase") == "Set DEBUG to on or off, not to 'flase'."


def test_start_with_a_bad_database_url_ends_with_one_sentence() -> None:
    environment = machine.child_environment("config.settings.dev", DATABASE_URL="mysql://a@b/c")
    code, output = machine.capture([sys.executable, "manage.py", "prepare"], environment)
    assert code == 2
    assert serving.command_problem(output).startswith(
        "Không khởi động được / Cannot start: Set DATABASE_URL like"
    )


def test_the_secret_key_of_a_desk_is_made_once_and_kept_private(tmp_path: Path) -> None:
    from config.env import stored_secret_key

    path = tmp_path / "var" / "secret_key"
    first = stored_secret_key(path)
    assert len(first) > 50
    assert stored_secret_key(path) == first
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["secret_key"]
