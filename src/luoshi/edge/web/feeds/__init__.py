"""Calendar feeds: opened and revoked on one's own page, fetched by calendar programs."""
