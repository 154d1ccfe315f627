"""Ledgers of organizational life that branches kept by hand, in Excel: recognized, judged cell by cell, imported as a job.

Other than a workbook of people, such a file has nobody's template: its columns are recognized by their titles,
what cannot be taken is said at its cell, and the rest is taken.
"""

from .judging import Foreseen, foreseen
from .layout import FIELDS, Field, guessed
from .sheets import Sheet, pasted, sheet_of

__all__ = ["FIELDS", "Field", "Foreseen", "Sheet", "foreseen", "guessed", "pasted", "sheet_of"]
