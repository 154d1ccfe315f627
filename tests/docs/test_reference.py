"""The pages of reference are what the code says today."""

import subprocess
import sys
from pathlib import Path

from tidy.tree import ROOT

REFERENCE = ROOT / "docs" / "reference"


def test_the_generated_pages_are_those_that_are_kept(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(ROOT / "tools" / "reference.py"), str(tmp_path)], check=True)
    written = {page.name: page.read_text(encoding="utf-8") for page in tmp_path.iterdir()}
    assert written.keys() >= {"lifecycle.md", "commands.md"}
    kept = {name: (REFERENCE / name).read_text(encoding="utf-8") for name in written}
    assert kept == written, "run `make reference`"
