"""What the office allows: pure functions over plain values, after the notice's clauses."""
