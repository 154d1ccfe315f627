"""What is owed: dated provisions 规定 × organizations → obligations."""

from luoshi.core.rules.kinds import KIND_LABELS, ActivityKind, ReportKind

__all__ = ["KIND_LABELS", "ActivityKind", "ReportKind"]
