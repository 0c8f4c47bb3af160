"""The pure heart: a question, the knowledge, the time and the context go in; a reply comes out."""
