"""How is a report drawn? On the terminal, as one page of HTML, as a sheet and for programs; from one value."""
