"""The staff's own table of questions, asked and judged."""
