"""Which keys are there, what do they seal and sign, and how is tampering seen? Only this room knows cryptography."""
