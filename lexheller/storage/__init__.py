"""Where are cases kept, and how are they found again?"""
