"""Answers questions about one seminar from a folder of YAML."""
