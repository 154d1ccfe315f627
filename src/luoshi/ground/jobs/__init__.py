"""Jobs: long work that goes on while its page is closed, shows how far it is, and can be cancelled."""
