"""The pattern report as pages: filters in the address, pictures with their tables, files to take along."""
