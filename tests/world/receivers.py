"""Real receivers of notices: an SMTP server and a web hook. Both count what arrives; both can be slow or say no."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope

from .site import free_port

SECONDS = 60


class Mailbox:
    """What came by mail: recipient, subject and text of each, in order. ``answer`` is what the server says to it."""

    def __init__(self) -> None:
        self.port = free_port()
        self.got: list[tuple[str, str, str]] = []
        self.answer = "250 OK"

    async def handle_DATA(self, _server: object, _session: object, envelope: Envelope) -> str:  # noqa: N802  # its name
        """Keep the message unless it is turned down, and answer."""
        if not self.answer.startswith("250"):
            return self.answer
        content = envelope.content
        assert isinstance(content, bytes)
        message = message_from_bytes(content, policy=policy.default)
        body = message.get_body(("plain",))
        assert body is not None
        self.got.append((envelope.rcpt_tos[0], str(message["subject"]), str(body.get_content())))
        return self.answer


@contextmanager
def mailbox() -> Iterator[Mailbox]:
    """Run an SMTP server on a port of its own."""
    box = Mailbox()
    server = Controller(box, hostname="127.0.0.1", port=box.port)
    server.start()
    try:
        yield box
    finally:
        server.stop()


class Hook:
    """What came to the web hook: the key of each request, in order.

    ``status`` is answered after ``go_on`` is set; ``arrived`` tells that a request is there and waits.
    """

    def __init__(self) -> None:
        self.port = 0
        self.got: list[str] = []
        self.texts: list[bytes] = []
        self.status = 200
        self.go_on, self.arrived = threading.Event(), threading.Semaphore(0)
        self.go_on.set()


@contextmanager
def hook() -> Iterator[Hook]:
    """Run a web server on a port of its own."""
    kept = Hook()

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            text = self.rfile.read(int(self.headers["Content-Length"]))
            kept.got.append(self.headers["Idempotency-Key"])
            kept.texts.append(text)
            kept.arrived.release()
            kept.go_on.wait(SECONDS)
            self.send_response(kept.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_arguments: Any) -> None:
            """Say nothing."""

        def handle_one_request(self) -> None:
            try:
                super().handle_one_request()
            except (BrokenPipeError, ConnectionResetError):
                # Whoever sent it was killed; this is what the tests are about.
                self.close_connection = True

    server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    kept.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield kept
    finally:
        kept.go_on.set()
        server.shutdown()
        server.server_close()
        thread.join(SECONDS)
