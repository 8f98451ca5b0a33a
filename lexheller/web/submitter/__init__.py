"""What does somebody meet who has something to tell, and later a code to follow it with? No account, no script."""
