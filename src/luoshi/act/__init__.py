"""Where work is done: tasks on their way through the loop."""
