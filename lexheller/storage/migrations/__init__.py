"""How did the schema become what it is? One file for each that there has been; `upgrading.py` runs them."""
