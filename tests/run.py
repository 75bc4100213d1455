"""Runs the whole suite twice, on SQLite and on PostgreSQL: `python -m tests.run [arguments of pytest]`."""

import os
import signal
import subprocess
import sys

from tests.postgres import running_postgres


def run_suite(vendor: str, url: str, arguments: list[str]) -> tuple[int, str]:
    """Run pytest on one database, passing its output on; its exit code and last line."""
    environment = os.environ | {"TEST_DATABASE_URL": url, "TEST_DATABASE_VENDOR": vendor, "PYTHONUNBUFFERED": "1"}
    # Every process, and each that tests start, reads the same sources: whoever comes first compiles them for all.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    colour = ["--color=yes"] if sys.stdout.isatty() else []
    processes = str(min(os.cpu_count() or 1, 4))
    # Each process keeps to its own stretch of the files until it has done it: one browser, and one set of prints.
    command = [sys.executable, "-m", "pytest", "-n", processes, "--dist", "worksteal", *colour, *arguments]
    print(f"\nThe suite on {vendor}:", flush=True)
    last_line = "pytest said nothing"
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, errors="replace") as process:
        for line in process.stdout:
            print(line, end="", flush=True)
            last_line = line.strip() or last_line
    return process.returncode, last_line


# What asks no database answers the same beside any; what is marked once follows from tests that run on both.
ON_A_SECOND = ["-m", "database and not browser and not once"]


def main(arguments: list[str]) -> int:
    given_url = os.environ.get("TEST_DATABASE_URL", "")
    results = {"sqlite": run_suite("sqlite", "", arguments)}
    if given_url:
        results["postgresql"] = run_suite("postgresql", given_url, [*ON_A_SECOND, *arguments])
    else:
        with running_postgres() as url:
            results["postgresql"] = run_suite("postgresql", url, [*ON_A_SECOND, *arguments])
    print()
    for vendor, (_, last_line) in results.items():
        print(f"{vendor:<11}{last_line}", flush=True)
    return max(code for code, _ in results.values())


if __name__ == "__main__":
    # Ended from outside, it still stops the server it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(main(sys.argv[1:]))
