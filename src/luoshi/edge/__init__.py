"""Where Luoshi meets the world: pages, interfaces, files, notices, operation."""
