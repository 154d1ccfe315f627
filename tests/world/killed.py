"""``python -m world.killed NUMBER COMMAND…`` types a command and kills it, as the machine would, right before it changes
something on the disk for the NUMBER-th time; 0 lets it end, and prints how often it did."""

import os
import signal
import sys

CHANGES = frozenset(
    {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate", "os.chmod", "sqlite3.connect"}
)


def _changes(event: str, arguments: "tuple[object, ...]") -> bool:
    # Whether Python still has to compile something is another thing each time.
    if any("__pycache__" in str(each) for each in arguments):
        return False
    if event == "open":
        path, mode, flags = (*arguments, None, None)[:3]
        writes = isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))
        return writes and os.environ["LUOSHI_HOME"] in str(path) and mode != "r"
    return event in CHANGES


def main() -> None:
    """Count what happens, and end at the number asked for."""
    number, command = int(sys.argv[1]), sys.argv[2:]
    seen = 0

    def watch(event: str, arguments: "tuple[object, ...]") -> None:
        nonlocal seen
        if _changes(event, arguments):
            seen += 1
            if seen == number:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    from luoshi.edge.ops.cli import main as typed  # noqa: PLC0415  # watched from its first import on

    try:
        typed(command, prog_name="luoshi")
    finally:
        sys.stdout.write(f"{seen}\n")


if __name__ == "__main__":
    main()
