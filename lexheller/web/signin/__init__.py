"""How does somebody show who they are?"""
