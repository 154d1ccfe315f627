"""Organizations: one tree, in which everything below a node is one range of one index."""
