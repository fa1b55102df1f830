#!/usr/bin/env python3
"""Starts, tests and checks Tổ Số on a machine that has nothing but Python 3.11 or newer.

    python3 start.py                 set up what is missing, then serve and open the register
    python3 start.py test [...]      the test suite on SQLite (further words go to pytest)
    python3 start.py check           everything that must hold before a change is taken
    python3 start.py bench [...]     the speed figures, on databases of their own

Standard library only: it runs before any package is installed. What the child processes need from the
environment is passed on, except the variables that would quietly point Django or Python somewhere else.
"""

from __future__ import annotations

import argparse
import signal
import sys

from config.start.checking import check
from config.start.machine import (
    Stop,
    child_environment,
    manage,
    pytest,
    require_free_port,
    require_python,
    run,
    set_up,
)
from config.start.serving import prepare_register, serve

WITHOUT_BROWSER = ("-m", "not browser and not postgres_only")


class Parser(argparse.ArgumentParser):
    """An argument parser whose refusals are one sentence too."""

    def error(self, message: str) -> None:
        raise Stop(f"Lệnh không đúng ({message}); xem: python3 start.py --help. / Wrong command line.")


def command_run(options: argparse.Namespace, rest: list[str]) -> int:
    require_free_port(options.port)
    set_up("requirements.txt")
    environment = child_environment("config.settings.dev")
    serve(environment, options.port, prepare_register(environment, options.demo))
    return 0


def command_test(options: argparse.Namespace, rest: list[str]) -> int:
    set_up("requirements-dev.txt")
    parallel = () if rest else ("-n", "2")
    chosen = () if "-m" in rest else WITHOUT_BROWSER
    return run(pytest(*parallel, *chosen, *rest), child_environment("config.settings.test"))


def command_check(options: argparse.Namespace, rest: list[str]) -> int:
    set_up("requirements-dev.txt")
    return check()


def command_bench(options: argparse.Namespace, rest: list[str]) -> int:
    set_up("requirements-dev.txt")
    return run(manage("bench", *rest), child_environment("config.settings.dev"))


def interrupt(number: int, frame: object) -> None:
    """A request to end (kill, closed terminal) is treated as Ctrl-C."""
    raise KeyboardInterrupt


def parse(words: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """The options, and the words that belong to pytest or the benchmark."""
    parser = Parser(
        prog="start.py", description="Tổ Số: chạy, thử, kiểm tra / run, test, check.", add_help=True
    )
    parser.add_argument("command", nargs="?", default="run", choices=["run", "test", "check", "bench"])
    if words and words[0] in ("test", "bench"):
        return parser.parse_args(words[:1]), words[1:]
    parser.add_argument(
        "--demo", action="store_true", help="nạp dữ liệu mẫu vào sổ trống / fill an empty register"
    )
    parser.add_argument(
        "--port", type=int, default=8000, help="cổng web, mặc định 8000 / port of the web server"
    )
    options = parser.parse_args(words)
    if not 1 <= options.port <= 65535:
        raise Stop("--port phải từ 1 đến 65535. / --port must be between 1 and 65535.")
    return options, []


def main(words: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    commands = {"run": command_run, "test": command_test, "check": command_check, "bench": command_bench}
    try:
        require_python()
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), interrupt)
        options, rest = parse(words)
        return commands[options.command](options, rest)
    except Stop as sentence:
        print(sentence, file=sys.stderr, flush=True)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
