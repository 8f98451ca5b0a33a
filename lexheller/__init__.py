"""What is lexheller? The way coordination federations collect, work through and learn from failed cooperation."""

__version__ = "0.1.0"
