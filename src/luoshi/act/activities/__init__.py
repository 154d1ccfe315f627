"""Activities: what an organization met for, who was there, what was said and resolved."""
