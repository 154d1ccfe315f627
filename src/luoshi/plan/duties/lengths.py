"""How many characters are kept of what is said about duties; who needs more brings a file to a task."""

KEY_LENGTH = 40
# Of a duty: its name, and what is done, how, why it was changed.
TITLE_LENGTH, WORDS = 20, 300
PLACE_LENGTH, AGENDA_LENGTH, MINUTES_LENGTH = 100, 200, 10_000
SUBJECT_LENGTH, SUBMISSION_LENGTH = 100, 5000
