"""What comes in from outside: files with forms, and the old sheet."""
