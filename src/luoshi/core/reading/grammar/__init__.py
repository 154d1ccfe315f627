"""The reading grammar: rules as data, each with its reason and its examples."""
