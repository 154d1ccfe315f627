"""Who belongs to an organization 党员名册, and who is on the way to belong 发展党员: dates only, no dossiers."""
