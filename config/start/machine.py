"""The machine under the register: its Python, folders, ports, virtual environment and packages.

Standard library only, and syntax that an old Python can read, because it runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import socket
import subprocess  # nosec B404 - starting processes is what this module is for
import sys
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
VAR = ROOT / "var"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
HOST = "127.0.0.1"
# Each would change what Django or Python loads; none is needed to run the register.
STRIPPED = re.compile(
    r"^(DJANGO_\w+|PYTHON(PATH|HOME|STARTUP|OPTIMIZE|WARNINGS)|VIRTUAL_ENV|__PYVENV_LAUNCHER__)$"
)


class Stop(Exception):
    """One sentence (Vietnamese, then English) that tells the person what to do; exit code 2."""


def child_environment(settings: str, **more: str) -> dict[str, str]:
    """The environment for a child: ours, without what would lead it astray, with the settings named."""
    kept = {name: value for name, value in os.environ.items() if not STRIPPED.match(name)}
    fixed = {"DJANGO_SETTINGS_MODULE": settings, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
    return kept | fixed | more


def run(command: list[str], environment: dict[str, str] | None = None) -> int:
    """Run a command in the project folder with its output shown; its exit code."""
    # The words of the command are ours or the caller's own, and no shell reads them.
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode  # nosec B603 - see above


def capture(
    command: list[str], environment: dict[str, str] | None = None, *, show: bool = False
) -> tuple[int, str]:
    """Run a command; its exit code and what it wrote (with `show`, the errors only: the rest goes to the screen)."""
    done = subprocess.run(  # nosec B603 - as in run()
        command,
        cwd=ROOT,
        env=environment,
        check=False,
        stdout=None if show else subprocess.PIPE,
        stderr=subprocess.PIPE if show else subprocess.STDOUT,
    )
    return done.returncode, (done.stderr if show else done.stdout).decode("utf-8", "replace")


def require_python(version: tuple[int, ...] = tuple(sys.version_info[:2])) -> None:
    """Django 5.2 and the pins need Python 3.11."""
    if version < (3, 11):
        found = ".".join(map(str, version))
        raise Stop(
            f"Cần Python 3.11 trở lên, máy này đang chạy Python {found}."
            f" / Python 3.11 or newer is needed, found {found}."
        )


def require_writable(folder: Path) -> None:
    """The virtual environment and the embedded database live beside the code."""
    probe = folder / f".write-probe-{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise Stop(
            f"Không ghi được vào thư mục {folder}: hãy chép chương trình sang thư mục có quyền ghi."
            f" / Folder {folder} cannot be written ({error.strerror}): copy the program to one that can."
        ) from error


def require_free_port(port: int) -> None:
    """Somebody else may listen already: another start of this program, most often."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
        if not WINDOWS:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError as error:
            raise Stop(
                f"Không được phép mở cổng {port}: hãy chọn cổng từ 1024 trở lên."
                f" / Port {port} is not allowed: choose one from 1024 up."
            ) from error
        except OSError as error:
            raise Stop(
                f"Cổng {port} đang bận: hãy tắt chương trình đang dùng nó hoặc chọn cổng khác"
                f" bằng --port {port + 1}."
                f" / Port {port} is busy: stop what uses it or choose another with --port {port + 1}."
            ) from error


def venv_works() -> bool:
    """Whether the virtual environment has an interpreter that starts (it breaks when Python is upgraded)."""
    if not PYTHON.exists():
        return False
    return capture([str(PYTHON), "-c", "import sys; sys.exit(sys.version_info < (3, 11))"])[0] == 0


def make_venv() -> None:
    """Make the virtual environment, also where Debian left out ensurepip."""
    print("Tạo môi trường Python trong .venv … / Creating .venv …", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    if capture([sys.executable, "-m", "venv", str(VENV)])[0] == 0 and venv_works():
        return
    shutil.rmtree(VENV, ignore_errors=True)
    bare = capture([sys.executable, "-m", "venv", "--without-pip", str(VENV)])[0] == 0
    if not bare or capture([*outside_pip(), "--version"])[0] != 0:
        shutil.rmtree(VENV, ignore_errors=True)
        raise Stop(
            "Máy thiếu mô-đun venv của Python: hãy cài bằng lệnh: sudo apt install python3-venv."
            " / Python's venv module is missing: run: sudo apt install python3-venv."
        )


def outside_pip() -> list[str]:
    """The pip of the machine, working on our virtual environment."""
    return [sys.executable, "-m", "pip", "--python", str(PYTHON)]


def requirements_digest(name: str) -> str:
    """What the marker file must hold for the packages to be the pinned ones."""
    files = ["requirements.txt"] if name == "requirements.txt" else ["requirements.txt", name]
    return hashlib.sha256(b"\0".join((ROOT / file).read_bytes() for file in files)).hexdigest()


def install(name: str) -> None:
    """Install the pins of a requirements file, once for each version of the file."""
    digest, marker = requirements_digest(name), VENV / f"installed-{name}"
    if marker.exists() and marker.read_text() == digest:
        return
    print(f"Cài các gói trong {name} (lần đầu mất một hai phút) … / Installing {name} …", flush=True)
    inside = [str(PYTHON), "-m", "pip"]
    pip = inside if capture([*inside, "--version"])[0] == 0 else outside_pip()
    code, output = capture([*pip, "install", "--disable-pip-version-check", "--prefer-binary", "-r", name])
    if code:
        raise Stop(installation_problem(output))
    marker.write_text(digest)


def installation_problem(output: str) -> str:
    """The one sentence for what pip wrote in many lines."""
    if re.search(r"gcc|cc1|clang|Visual C\+\+|cargo|rustc|[Ff]ailed (building wheel|to build)", output):
        return (
            "Máy thiếu trình biên dịch C mà một gói cần:"
            " hãy cài bằng lệnh: sudo apt install build-essential python3-dev."
            " / A package needs a C compiler: run: sudo apt install build-essential python3-dev."
        )
    if "No space left" in output:
        return "Ổ đĩa đã đầy: hãy dọn chỗ trống rồi chạy lại. / The disk is full: make room and start again."
    errors = [line for line in output.splitlines() if line.startswith("ERROR:")]
    reason = errors[-1][7:] if errors else output.strip()[-200:]
    return (
        "Không tải được các gói Python: hãy kiểm tra kết nối mạng rồi chạy lại."
        f" / Packages could not be installed: {reason}"
    )


def set_up(requirements: str) -> None:
    """Everything that has to be there before a command of the project can run."""
    require_writable(ROOT if not PYTHON.exists() else VAR)
    require_writable(VAR)
    if not venv_works():
        make_venv()
    install(requirements)


def manage(*words: str) -> list[str]:
    """The command line of a management command."""
    return [str(PYTHON), "manage.py", *words]


def pytest(*words: str) -> list[str]:
    """The command line of the test runner; as a module, so that the project folder can be imported."""
    return [str(PYTHON), "-m", "pytest", *words]
