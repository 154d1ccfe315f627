"""Files in and out: documents that people bring, tables and calendars that they take away."""

from .documents import document_text

__all__ = ["document_text"]
