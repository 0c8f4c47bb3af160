"""Ways to reach the bot: each translates between people and replies, none decides what is said."""
