"""Running the house: the command line, the server, its health and its logs."""
