"""How long the words of a task may be; whoever prepares one keeps to it before it is opened."""

TITLE_LENGTH = 200
