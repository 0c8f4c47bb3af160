"""Measuring the bot from outside: what the Makefile runs that no visitor needs."""
