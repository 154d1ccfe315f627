"""The tables of deployments, as they grew."""
