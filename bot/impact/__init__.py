"""What an edit of the knowledge changes: every question of the tables, asked of the old and of the new."""
