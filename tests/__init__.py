"""Do the rooms keep their promises?"""
