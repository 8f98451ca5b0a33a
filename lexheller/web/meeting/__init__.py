"""The room of the working group and the manager: a meeting, decisions, patterns."""
