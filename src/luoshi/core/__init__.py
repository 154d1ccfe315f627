"""Pure engines: no Django, no database, no clock, no I/O."""
