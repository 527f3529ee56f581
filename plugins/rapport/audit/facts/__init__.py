"""The kinds of facts, one a module: what a post does, measured from its Document."""
