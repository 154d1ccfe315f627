"""The command line: found by module name, quick to start, one sentence when refused."""

import os
import re
import socket
import subprocess
import sys

from click.testing import CliRunner

from luoshi.edge.ops.cli import main


def test_lists_every_command() -> None:
    result = CliRunner().invoke(main, ["--help"])
    assert result.exit_code == 0
    for name in ("demo", "migrate", "serve"):
        assert f"\n  {name} " in result.output


def test_refuses_an_unknown_command() -> None:
    assert CliRunner().invoke(main, ["juggle"]).exit_code == 2


def _said(language: str, *arguments: str) -> str:
    command = [sys.executable, "-m", "luoshi.edge.ops", *arguments]
    environment = {**os.environ, "LUOSHI_LANG": language}
    done = subprocess.run(command, env=environment, check=False, capture_output=True)
    return (done.stdout + done.stderr).decode()


def test_its_own_words_are_chinese_too() -> None:
    assert "没有 juggle 这个命令。" in _said("zh", "juggle")
    assert "显示本说明。" in _said("zh", "--help")
    assert not re.search(r"Usage|Options|Commands|Show|Error", _said("zh", "serve", "--help"))


def test_and_english_when_asked() -> None:
    assert "No such command 'juggle'." in _said("en", "juggle")
    assert "Luoshi: what was deployed becomes tasks" in _said("en", "--help")
    assert not re.search("[一-鿿]", _said("en", "--help"))


def test_says_one_sentence_when_the_port_is_taken() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = CliRunner().invoke(main, ["serve", "--port", str(port)])
    assert result.exit_code == 2
    assert result.output.count("\n") == 1
    assert f"127.0.0.1:{port} 已被占用" in result.output
    assert f"LUOSHI_PORT={port + 1}" in result.output


def test_starts_without_django() -> None:
    code = "import sys, luoshi.edge.ops.cli as c; c.main(['--help'], standalone_mode=False); "
    code += "sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0
