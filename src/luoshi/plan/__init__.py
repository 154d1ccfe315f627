"""What must be done, by whom, by when: deployments so far."""
