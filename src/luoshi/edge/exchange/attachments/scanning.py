"""Every file is shown to the virus scanner of this site, where the settings name one."""

import shlex
import subprocess
from pathlib import Path

from django.conf import settings

from luoshi.core.refusals import N_, Refusal

SECONDS = 120
# What clamdscan and clamscan answer for a file in which they found something.
INFECTED = 1

VIRUS = N_("“{name}”里查出病毒，没有收下：请先在本机杀毒，再换一份干净的文件上传。")
NO_ANSWER = N_("“{name}”没有收下：查毒程序没有给出结果，请稍后再传；如仍不行，请告知管理员。")


def refuse_infected(path: Path, name: str) -> None:
    """Raise ``Refusal`` for a file in which the scanner finds a virus, and when the scanner cannot tell.

    ``LUOSHI_SCANNER`` is its command; the path is added, and the exit code 0 means clean, 1 infected.
    """
    command = shlex.split(settings.LUOSHI_SCANNER)
    if not command:
        return
    try:
        end = subprocess.run(
            [*command, str(path)], check=False, capture_output=True, timeout=SECONDS
        ).returncode
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise Refusal(NO_ANSWER, name=name) from fault
    if end:
        raise Refusal(VIRUS if end == INFECTED else NO_ANSWER, name=name)
