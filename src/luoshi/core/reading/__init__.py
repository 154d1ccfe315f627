"""Reads the text of an official document: masthead, outline, draft tasks.

>>> from luoshi.core.reading import read, to_do
>>> to_do(read("一、健全机制。市数据局要在2026年6月底前印发办法。"))[0].deadline
'2026年6月底前'
"""

from luoshi.core.reading.model import Clause, Reading, Remark, Span, Task
from luoshi.core.reading.reader import read, to_do
from luoshi.core.reading.standards import evidence_for, standards_for

__all__ = [
    "Clause",
    "Reading",
    "Remark",
    "Span",
    "Task",
    "evidence_for",
    "read",
    "standards_for",
    "to_do",
]
