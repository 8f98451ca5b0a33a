"""Which schemas have there been?"""
