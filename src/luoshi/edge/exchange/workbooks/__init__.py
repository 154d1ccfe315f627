"""Excel workbooks of organizations and people: a template, an export, and an import in two steps.

First a preview with a verdict for each cell, which writes nothing; then the import, all of it or nothing.
"""

from . import handover, organizations, people
from .preview import Preview, Verdict, VerdictKind

__all__ = ["Preview", "Verdict", "VerdictKind", "handover", "organizations", "people"]
