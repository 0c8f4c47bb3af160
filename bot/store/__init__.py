"""State in a SQL database: what conversations are about, and what was asked."""
