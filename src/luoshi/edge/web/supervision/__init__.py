"""The table of tasks 督办台: found, sorted, filtered, kept as views, moved by many, taken away."""
