"""What a person can do: the one face that the terminal, the web and scripts talk to. This is the Python API.

    from lexheller.desk import open_desk

    desk = open_desk(person="elsa")
    for row in desk.inbox().late:
        print(row.number, row.due)

A desk belongs to one person (or to nobody: then it takes submissions and answers claim codes). Each method that changes
something is one transaction; each that reads shows what this person may see and answers "not found" for the rest.
"""

from lexheller.desk.answers import Done, Many, SheetPreview, Submission
from lexheller.desk.opening import Desk, open_desk
from lexheller.desk.who import viewer_for, viewer_of

__all__ = ["Desk", "Done", "Many", "SheetPreview", "Submission", "open_desk", "viewer_for", "viewer_of"]
