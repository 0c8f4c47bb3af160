"""A Bot API server of our own in a process of its own: mistakes on demand, and an account of every update."""
