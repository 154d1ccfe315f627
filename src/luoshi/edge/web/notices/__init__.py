"""Pages of notices: one's own digests, deliveries that did not go out, the notice of supervision."""
