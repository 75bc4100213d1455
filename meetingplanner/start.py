"""What `make run` does: prepare the database, the reference data and the static files, then serve on this machine."""

import os
import secrets
import signal
import socket
import subprocess
import sys
from pathlib import Path

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from meetingplanner import catalogue

BASE_DIR = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
STOPPING_SECONDS = 2


def chosen_port(text: str) -> int:
    """The port to serve on. Exits in words where it is no port or not free."""
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        sys.exit(f"PORT is {text!r}; it must be a number from 1 to 65535, such as: make run PORT=8001")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(text)))
        except PermissionError:
            sys.exit(f"Port {text} is reserved for the system. Choose another one: make run PORT=8001")
        except OSError:
            sys.exit(f"Port {text} is in use by another program. Choose another one: make run PORT={int(text) + 1}")
    return int(text)


def kept_secret_key(folder: Path) -> str:
    """The secret key of this installation, made on the first run, readable by its owner alone."""
    path = folder / "secret_key"
    if not path.exists():
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
    return path.read_text().strip()


def prepare_environment(port: int) -> None:
    folder = Path(os.environ.get("VAR_DIR") or BASE_DIR / "var")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ["DJANGO_SETTINGS_MODULE"] = "meetingplanner.settings"
    if not os.environ.get("SECRET_KEY"):
        os.environ["SECRET_KEY"] = kept_secret_key(folder)
    if not os.environ.get("PUBLIC_URL"):
        os.environ["PUBLIC_URL"] = f"http://{HOST}:{port}"


def prepare_data() -> None:
    """Bring the database up to date; what users wrote into it stays."""
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("load_reference")
    try:
        call_command("create_demo_user")
    except CommandError as refusal:
        # A database given by DATABASE_URL has people of its own; it is served all the same.
        print(refusal)
    call_command("collectstatic", interactive=False, verbosity=0)


def main() -> None:
    port = chosen_port(os.environ.get("PORT") or "8000")
    catalogue.compile_stale()
    try:
        prepare_environment(port)
        prepare_data()
    except (CommandError, ImproperlyConfigured) as error:
        sys.exit(str(error))
    print(f"\nMeeting Planner: http://{HOST}:{port}/ (Ctrl+C stops it)\n", flush=True)
    sys.exit(serve(port))


def serve(port: int) -> int:
    """Serve, with one worker beside, until stopped; return the server's exit code. A worker that died is replaced."""
    worker = start_worker()
    server = subprocess.Popen(  # noqa: S603
        [
            *(sys.executable, "-m", "gunicorn", "meetingplanner.wsgi:application"),
            *("--bind", f"{HOST}:{port}", "--workers", "2", "--threads", "4"),
            *("--chdir", str(BASE_DIR), "--log-level", "warning", "--no-control-socket"),
        ]
    )
    # Ctrl+C reaches all three of the terminal's programs; a signal to this one alone is passed on.
    signal.signal(signal.SIGINT, lambda *_: server.send_signal(signal.SIGINT))
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    try:
        while (code := ended(server)) is None:
            if worker.poll() is not None:
                worker = start_worker()
        return code
    finally:
        stop(worker)


def start_worker() -> subprocess.Popen:
    return subprocess.Popen([sys.executable, str(BASE_DIR / "manage.py"), "worker"])  # noqa: S603 - our own program


def ended(server: subprocess.Popen) -> int | None:
    """Wait some seconds for the server to end; return its exit code, None while it serves."""
    try:
        return server.wait(timeout=STOPPING_SECONDS)
    except subprocess.TimeoutExpired:
        return None


def stop(worker: subprocess.Popen) -> None:
    """End the worker: asked once it ends what it is making, asked again it hands it back; else it is killed."""
    for _ in range(2):
        worker.terminate()
        try:
            worker.wait(timeout=STOPPING_SECONDS)
            return
        except subprocess.TimeoutExpired:
            pass
    worker.kill()
    worker.wait()


if __name__ == "__main__":
    main()
