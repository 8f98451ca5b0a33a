"""What may the public read? Stories of answered cases, and how to say that one has met the same."""
