"""The burden meter 负担: what filling in forms cost whom, and who asked for it."""
