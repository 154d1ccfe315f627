"""The subcommands of ``luoshi``: one module each, its name is theirs, and it holds ``command``.

A module imports Django only inside its function, so that commands which need no database start at once.
"""
