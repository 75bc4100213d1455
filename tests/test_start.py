"""What `make run` asks for before it serves."""

import socket
import stat

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


def test_two_installations_have_two_keys(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert start.kept_secret_key(tmp_path / "a") != start.kept_secret_key(tmp_path / "b")
