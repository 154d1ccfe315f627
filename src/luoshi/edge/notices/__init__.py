"""People are told: one digest a working morning, its deliveries, and the supervision notice."""
