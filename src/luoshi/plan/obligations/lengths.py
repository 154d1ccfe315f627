"""How long the texts of obligations may be, in characters."""

FACT_LENGTH, KIND_LENGTH = 40, 40
TITLE_LENGTH, NOTE_LENGTH, WHY_LENGTH = 120, 200, 300
TEXT_LENGTH = 20_000
