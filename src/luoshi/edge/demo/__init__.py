"""The invented city that ``luoshi demo`` seeds, through the same actions that people use.

What is in it stands in ``content/demo``: the city, its cast, the names of all others, and the stories of its tasks.
"""
