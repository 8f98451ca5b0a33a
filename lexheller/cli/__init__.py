"""How is lexheller used from a terminal, and from scripts? One file per noun; a command asks the desk for one thing."""
