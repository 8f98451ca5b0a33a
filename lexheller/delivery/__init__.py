"""How does a letter reach somebody outside? By mail, in plain text, when they wait for it to get in.

`letters.letter` writes one from the catalogues, `smtp.send` hands it to the server that the settings name.
"""
