"""The whole way of an update, measured: this bot beside others, each in a process of its own."""
