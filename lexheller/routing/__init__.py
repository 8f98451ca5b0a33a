"""Where should a case go, and why? Rules as values, one file per kind of partner, held against what is known.

A rule proposes; a person sends. `shipped.py` is the book of rules that come with the program, `book.py` asks them,
`checking.py` finds rules that can never do anything, `rehearsal.py` tries changed rules on earlier cases.
"""
