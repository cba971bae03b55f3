"""The ways in which people speak with the house."""
