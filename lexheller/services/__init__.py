"""What people do: verbs that change something, each one transaction on the unit of work it is handed."""
