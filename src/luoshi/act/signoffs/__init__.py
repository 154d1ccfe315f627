"""Sign-offs: what was said when tasks were reported and closed, kept so that repetition is seen."""
