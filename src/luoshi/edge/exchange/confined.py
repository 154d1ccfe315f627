"""Reads a PDF in a process of its own, with bounds on memory and time that the kernel enforces.

PDFium is a large C++ library and bounds nothing itself: 57 KB of PDF made it take 850 MB, and a fault
in it would end the server. Here it can end only its own process, and the reader gets a sentence.
Run as a module, this file is that process: the document comes in on standard input, the text or
the refusal goes out on standard output as JSON.
"""

import json
import resource
import subprocess
import sys

from luoshi.core.formats import N_, Unreadable, text_of

MEMORY = 280 * 2**20
SECONDS = 30
TOO_HEAVY = N_(
    "“{name}”结构异常或过于复杂，在限定的时间和内存内读不完：请另存为一份新的 PDF，或改用 Word 文件。"
)


def text_in_confinement(data: bytes, name: str) -> str:
    """The text of ``data``; raises Unreadable also when the kernel ends the process that reads it.

    A RuntimeError means that the process could not even start reading: that is our fault, not the file's.
    """
    command = [sys.executable, "-P", "-m", __name__, name]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise Unreadable(TOO_HEAVY) from None
    if done.returncode < 0:
        raise Unreadable(TOO_HEAVY)
    if done.returncode > 0:
        raise RuntimeError(done.stderr.decode("utf-8", "replace"))
    answer = json.loads(done.stdout)
    if "text" in answer:
        return str(answer["text"])
    raise Unreadable(answer["sentence"], **answer["facts"])


def main() -> None:
    """Reads standard input within the bounds and answers on standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        answer = _answer({"text": text_of(sys.stdin.buffer.read(), sys.argv[1])})
    except Unreadable as refusal:
        answer = _answer({"sentence": refusal.sentence, "facts": refusal.facts})
    except MemoryError:
        answer = _answer({"sentence": TOO_HEAVY, "facts": {}})
    sys.stdout.buffer.write(answer)


def _answer(content: dict[str, object]) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode()


if __name__ == "__main__":
    main()
