"""The tables of tasks, as they grew."""
