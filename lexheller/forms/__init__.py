"""How is what a form asks shown to people, and how are their answers read? Only drawing and reading: a door asks."""
