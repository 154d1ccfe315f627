"""What keeps the house tidy: limits and bans, as data."""
