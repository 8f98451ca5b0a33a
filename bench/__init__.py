"""What the numbers in the documents come from: each bench prints ratios to a floor measured in the same run."""
