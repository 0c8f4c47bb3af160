"""What holds for every test."""

from hypothesis import settings

# A busy machine makes single examples slow; how fast the bot answers is measured by `make bench`, not by chance.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

pytest_plugins = ["tests.store.databases"]  # for the tests of the store, and of the service with it
