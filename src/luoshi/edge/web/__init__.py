"""The pages: their shell, the home page, errors in the users' words, style sheet."""
