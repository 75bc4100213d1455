"""What `make run` asks for before it serves."""

import signal
import socket
import stat
import subprocess
import sys

import pytest

from meetingplanner import start


def test_taken_port_is_told_in_words():
    with socket.socket() as other:
        other.bind((start.HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(SystemExit, match=f"Port {port} is in use by another program. .* make run PORT={port + 1}"):
            start.chosen_port(str(port))


@pytest.mark.parametrize("text", ["0", "65536", "http", "-1", "80a"])
def test_port_that_is_none_is_told_in_words(text):
    with pytest.raises(SystemExit, match="it must be a number from 1 to 65535"):
        start.chosen_port(text)


def test_secret_key_is_long_kept_and_readable_by_its_owner_alone(tmp_path):
    key = start.kept_secret_key(tmp_path)
    assert start.kept_secret_key(tmp_path) == key
    assert (len(key) >= 50, stat.S_IMODE((tmp_path / "secret_key").stat().st_mode)) == (True, 0o600)


@pytest.mark.parametrize("deeds", ["pass", "signal.signal(signal.SIGTERM, signal.SIG_IGN)"])
def test_worker_does_not_outlive_the_server_even_if_it_does_not_listen(monkeypatch, deeds):
    monkeypatch.setattr(start, "STOPPING_SECONDS", 0.2)
    program = f"import signal, time; {deeds}; print(flush=True); time.sleep(60)"
    worker = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    worker.stdout.readline()
    assert start.ended(worker) is None
    start.stop(worker)
    worker.stdout.close()
    assert start.ended(worker) == (-signal.SIGTERM if deeds == "pass" else -signal.SIGKILL)


def test_two_installations_have_two_keys(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert start.kept_secret_key(tmp_path / "a") != start.kept_secret_key(tmp_path / "b")


def test_server_leaves_what_it_loaded_out_of_the_search_for_garbage():
    program = "import gc\nimport meetingplanner.wsgi\nprint(gc.get_freeze_count() > 100_000, gc.get_threshold()[0])"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout == "True 20000\n"
