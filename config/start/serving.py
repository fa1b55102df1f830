"""Filling the register for its first page, and the processes that serve it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess  # nosec B404 - starting processes is what this module is for
import time
from contextlib import closing, suppress

from config.start.machine import HOST, PYTHON, ROOT, WINDOWS, Stop, capture, manage

DEMO_LOGINS = (
    ("lan", "cán bộ Sở, xem toàn tỉnh / provincial staff"),
    ("an", "quản lý cấp tỉnh / provincial manager"),
    ("minh", "công chức xã / commune official"),
    ("binh", "lãnh đạo xã / commune leader"),
    ("hoa", "tổ trưởng / team leader"),
    ("tuan", "thành viên tổ / team member"),
    ("quang", "công chức xã khác / official of another commune"),
    ("son", "quản trị hệ thống / system administrator"),
)
DEMO_PASSWORD = "to-so-demo-2022"  # nosec B105 - the published password of invented people


def prepare_register(environment: dict[str, str], demo: bool) -> str:
    """Migrate, compile the translations, fill an empty embedded register; what the register holds."""
    code, output = capture(manage("prepare"), environment)
    if code:
        raise Stop(command_problem(output))
    kind = output.strip().splitlines()[-1].rpartition(" ")[2]
    embedded = not environment.get("DATABASE_URL")
    if demo and kind == "real":
        raise Stop(
            "Cơ sở dữ liệu này là sổ thật, không nạp dữ liệu mẫu vào đó: hãy bỏ --demo."
            " / This database holds a real register, the demo stays out of it: leave out --demo."
        )
    if kind == "empty" and (embedded or demo):
        print("Nạp địa bàn Kiên Giang (tháng 8/2022) và dữ liệu mẫu … / Loading areas and demo …", flush=True)
        asked = ["--yes"] if demo else []
        for words in (["load_areas", "--set", "kien-giang-2022"], ["seed_demo", "--size", "demo", *asked]):
            code, output = capture(manage(*words), environment, show=True)
            if code:
                raise Stop(command_problem(output))
        return "demo"
    return kind


def command_problem(output: str) -> str:
    """The sentence in what a failed management command wrote: its last line, without the exception's path."""
    lines = [line.strip() for line in output.strip().splitlines() if line.strip()] or ["?"]
    sentence = re.sub(r"^[\w.]*(Error|Exception|ImproperlyConfigured): ", "", lines[-1])
    return f"Không khởi động được / Cannot start: {sentence}"


class Services:
    """The processes of a running register; each leads its own group, so that none outlives the script."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self.processes: list[subprocess.Popen[bytes]] = []

    def start(self, command: list[str]) -> None:
        self.processes.append(
            subprocess.Popen(  # nosec B603 - as in run()
                command,
                cwd=ROOT,
                env=self.environment,
                start_new_session=not WINDOWS,
                creationflags=0x200 if WINDOWS else 0,  # a new process group
            )
        )

    def ended(self) -> bool:
        return any(process.poll() is not None for process in self.processes)

    def stop(self) -> None:
        """Ask each group to end, then make it end."""
        for process in self.processes:
            self.signal_group(process, "SIGTERM")
        deadline = time.monotonic() + 8
        for process in self.processes:
            with suppress(subprocess.TimeoutExpired):
                process.wait(max(0.1, deadline - time.monotonic()))
            self.signal_group(process, "SIGKILL")
            process.wait()

    @staticmethod
    def signal_group(process: subprocess.Popen[bytes], name: str) -> None:
        if WINDOWS:
            if process.poll() is None:
                capture(["taskkill", "/T", "/F", "/PID", str(process.pid)])
            return
        with suppress(ProcessLookupError):  # the whole group may have ended already
            os.killpg(process.pid, getattr(signal, name))


def wait_until_serving(services: Services, port: int, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and not services.ended():
        with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.1)
    raise Stop(
        "Máy chủ web không khởi động được, xem thông báo phía trên."
        " / The web server did not start, see above."
    )


def announce(port: int, kind: str) -> None:
    """The address, and who can log in."""
    print(f"\n  Tổ Số: http://{HOST}:{port}/    (Ctrl-C để dừng / to stop)\n")
    if kind == "demo":
        print(f"  Đăng nhập mẫu, mật khẩu chung / demo logins, one password: {DEMO_PASSWORD}")
        for name, role in DEMO_LOGINS:
            print(f"    {name:<6} {role}")
    elif kind == "empty":
        print("  Sổ còn trống / the register is empty: python manage.py init_province --code 91")
        print("  hoặc nạp dữ liệu mẫu / or fill it with the demo: python3 start.py --demo")
    print(flush=True)


def serve(environment: dict[str, str], port: int, kind: str) -> None:
    """Web server and worker, until one of them ends or the person wants to stop."""
    services = Services(environment)
    server = ["--interface", "wsgi", "--host", HOST, "--port", str(port), "--no-ws"]
    # Enough threads to read while one waits for the disk, not so many that they only take turns.
    server += ["--workers", "1", "--blocking-threads", str(2 * (os.cpu_count() or 1))]
    try:
        services.start(
            [str(PYTHON), "-m", "granian", *server, "--log-level", "warning", "config.wsgi:application"]
        )
        wait_until_serving(services, port)
        services.start(manage("run_worker"))
        announce(port, kind)
        while not services.ended():
            time.sleep(0.3)
        raise Stop("Một tiến trình đã dừng đột ngột, xem thông báo phía trên. / A process ended, see above.")
    except KeyboardInterrupt:
        print("\nĐang dừng … / Stopping …", flush=True)
    finally:
        services.stop()
