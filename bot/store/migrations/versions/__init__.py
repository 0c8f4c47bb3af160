"""One module a revision; none is ever changed once it is on main."""
