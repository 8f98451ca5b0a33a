"""A year of casework for newcomers: three invented federations, their people and sample cases, through the desk."""
