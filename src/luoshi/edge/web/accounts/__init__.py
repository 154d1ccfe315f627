"""Signing in, and what everybody keeps of their own account."""
