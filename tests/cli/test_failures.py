"""Whatever goes wrong ends in one message and the right exit code."""

from __future__ import annotations

import errno
import re
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import click
import pytest

from rapport.cli.failures import guarded
from rapport.errors import BuildError, RapportError, SettingsError, UsageError


def run(fault: BaseException, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    def command() -> int:
        raise fault

    code = guarded(command, ["audit", "a file.md"])
    out, err = capsys.readouterr()
    assert out == ""
    return code, err


def test_what_a_command_returns_is_the_exit_code() -> None:
    assert guarded(lambda: 1, []) == 1


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (RapportError("a.md:3: mend this."), 1),
        (BuildError("the disk is full."), 1),
        (UsageError("no such post."), 2),
        (SettingsError("no such setting."), 2),
    ],
)
def test_what_a_person_can_mend_is_said_in_one_line(
    fault: RapportError, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(fault, capsys) == (code, f"Error: {fault}\n")


def test_wrong_use_points_to_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    context = click.Context(click.Command("rapport"), info_name="rapport")
    fault = click.UsageError("no such option", context)
    context.help_option_names = ["--help"]
    code, said = run(fault, capsys)
    assert code == 2
    assert "no such option" in said


def _wrapped() -> RuntimeError:
    """Ctrl-C while a class is being made, as Python hands it on before 3.12."""
    fault = RuntimeError("Error calling __set_name__")
    fault.__cause__ = KeyboardInterrupt()
    return fault


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), click.Abort(), _wrapped()])
def test_control_c_stops_without_a_traceback(
    fault: BaseException, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(fault, capsys) == (130, "\nStopped.\n")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_fault_of_the_machine_is_not_our_fault(
    number: int, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = run(OSError(number, "No room", "output/index.html"), capsys)
    assert code == 1
    assert "No room: 'output/index.html'" in said


def test_our_own_fault_leaves_a_report(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    code, said = run(KeyError("thread"), capsys)
    assert code == 3
    assert "our fault, not yours: KeyError: 'thread'" in said
    assert "Traceback" not in said
    report = Path(re.search(r"What to report is in (.*)", said)[1])  # type: ignore[index]
    assert report.parent == tmp_path
    assert report.stat().st_mode & 0o077 == 0, "only this user may read it"
    text = report.read_text("utf-8")
    for part in ("rapport 0.", "Python 3.", "pelican 4.", "rapport audit 'a file.md'", "Traceback"):
        assert part in text


def test_our_own_fault_on_a_full_disk_is_reported_on_the_spot(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.ENOSPC, "No room")

    monkeypatch.setattr("tempfile.mkstemp", full)
    code, said = run(KeyError("thread"), capsys)
    assert code == 3
    assert "Traceback" in said


def in_a_process(body: str, **environment: str) -> subprocess.CompletedProcess[str]:
    script = f"from rapport.cli.failures import guarded\n{textwrap.dedent(body)}"
    home = {"PYTHONPATH": str(Path(__file__).parents[2] / "plugins"), "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        env=home | environment,
    )


def test_nobody_reads_the_output_any_more() -> None:
    done = in_a_process("""
        import os, sys
        read, write = os.pipe()
        os.close(read)
        os.dup2(write, 1)
        def command():
            sys.stdout.write("a line\\n" * 10000)
            return 0
        sys.exit(guarded(command, []))
    """)
    assert (done.returncode, done.stderr) == (141, "")


def test_a_terminal_that_cannot_show_a_letter_shows_its_number() -> None:
    body = """
        import sys
        def command():
            print("Zoë")
            return 0
        sys.exit(guarded(command, []))
    """
    done = in_a_process(body, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout) == (0, "Zo\\xeb\n")


def test_a_termination_tidies_up_as_ctrl_c_does(capsys: pytest.CaptureFixture[str]) -> None:
    before = signal.getsignal(signal.SIGTERM)
    tidied = []

    def command() -> int:
        try:
            signal.raise_signal(signal.SIGTERM)
        finally:
            tidied.append(True)
        return 0

    assert guarded(command, []) == 143
    assert capsys.readouterr().err == "\nStopped.\n"
    assert tidied == [True]
    assert signal.getsignal(signal.SIGTERM) is before
