"""What the house speaks of: frozen values and codes, with no behaviour that asks for a database or a clock."""
