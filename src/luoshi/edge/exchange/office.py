"""Old Word and WPS documents become .docx with LibreOffice, when it is installed.

LibreOffice runs without a window in a throw-away folder that holds its profile, its input and its
output; macros and links are off; it and whatever it starts are killed after a minute.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from luoshi.core.formats import N_, Unreadable

SECONDS = 60
OUTPUT_LIMIT = 100 * 2**20
PROGRAMS = ("soffice", "libreoffice")

ABSENT = N_(
    "“{name}”是旧版 Word 或 WPS 文件：请在 Word 或 WPS 里另存为 .docx 再来，"
    "或请管理员在服务器上安装 LibreOffice。"
)
FAILED = N_(
    "“{name}”是旧版 Word 或 WPS 文件，转换没有成功（可能已损坏或设有密码）：请核对后另存为 .docx 再来。"
)
SLOW = N_("“{name}”是旧版 Word 或 WPS 文件，一分钟内没有转换完：请在 Word 或 WPS 里另存为 .docx 再来。")

# Level 3 runs no macro that is not signed and trusted; mode 1 never follows a link to another file.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" \
oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" \
oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" \
oor:op="fuse"><value>1</value></prop></item>
</oor:items>
"""


def as_docx(data: bytes) -> bytes:
    """An old Word, WPS or RTF document as .docx; raises Unreadable when it cannot be converted."""
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise Unreadable(ABSENT)
    with tempfile.TemporaryDirectory(prefix="luoshi-office-") as folder:
        room = Path(folder)
        _furnish(room, data)
        _convert(program, room)
        return _result(room)


def _furnish(room: Path, data: bytes) -> None:
    profile = room / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    (room / "out").mkdir()
    (room / "document.doc").write_bytes(data)


def _convert(program: str, room: Path) -> None:
    command = [
        program,
        f"-env:UserInstallation={(room / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "docx",
        "--outdir",
        str(room / "out"),
        str(room / "document.doc"),
    ]
    # The launcher starts the program proper as a child: only the whole group can be stopped.
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env={**os.environ, "HOME": str(room), "TMPDIR": str(room)},
    )
    try:
        process.wait(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        raise Unreadable(SLOW) from None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    finally:
        process.wait()


def _result(room: Path) -> bytes:
    made = room / "out" / "document.docx"
    if not made.is_file() or made.stat().st_size > OUTPUT_LIMIT:
        raise Unreadable(FAILED)
    return made.read_bytes()
