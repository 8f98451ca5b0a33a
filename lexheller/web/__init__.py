"""What do people meet in the browser? A room per visitor, all of them through the desk."""

from lexheller.web.app import make_app

__all__ = ["make_app"]
