"""How many characters are kept of what somebody says; who needs more brings a file."""

TITLE_LENGTH = 200
# Of a note, a reason, a standard.
WORDS = 2000
KIND_LENGTH, PLACE_LENGTH, FILE_NAME_LENGTH = 60, 300, 200
RECURRENCE_LENGTH = 60
