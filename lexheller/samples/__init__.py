"""Sample cases: invented, in Swedish, with the labels that their people decided."""
