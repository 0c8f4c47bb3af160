"""What the room raises."""


class StoreError(ValueError):
    """A database that cannot be used; its message says which setting to change, or what to type."""
