"""What do those who work with cases meet in the browser? An inbox, lists, the case on one page, its steps."""
