"""The talk: what is heard, and what is said in answer and unasked."""
