"""Bounds what an upload may take from this machine, while it is still coming in."""

from io import BytesIO

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from luoshi.edge.exchange.documents import LIMIT


class Bounded(FileUploadHandler):
    """Lets the files of one request pass up to ``LIMIT`` bytes together and keeps nothing beyond.

    A file that is too big arrives at its form empty but with its true size, so that the form can say
    so beside the field, and what else was typed is still there. Must be the first upload handler.
    """

    received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:  # noqa: ARG002  # Django's signature
        """Hand the chunk on to the next handler, or drop it."""
        self.received += len(raw_data)
        return raw_data if self.received <= LIMIT else None

    def file_complete(self, file_size: int) -> "UploadedFile[bytes] | None":
        """Stand in for a file that did not pass, whose beginning is let go; else let the next handler deliver."""
        if self.received <= LIMIT:
            return None
        for handler in self.request.upload_handlers if self.request else ():
            begun = getattr(handler, "file", None)
            if begun is not None:
                begun.close()
        return UploadedFile(BytesIO(), self.file_name, self.content_type, file_size)
