"""Where the processes of a server keep their counters; known before the library is loaded, which looks once."""

from pathlib import Path

FOLDER = "metrics"
FILES_OF = "PROMETHEUS_MULTIPROC_DIR"


def empty_folder(home: Path) -> Path:
    """Return the folder for the counters of a server that begins now, without those of the one before."""
    folder = home / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for kept in folder.glob("*.db"):
        kept.unlink()
    return folder
