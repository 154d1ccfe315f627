"""Pages of long work: how far it is, what came of it; whoever asked may cancel it or start it again."""
