"""Where Luoshi meets the world: pages, the command line, later interfaces and exchange."""
