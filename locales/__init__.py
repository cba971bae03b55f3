"""What it is called in each language."""
