"""The tables of sign-offs, as they grew."""
