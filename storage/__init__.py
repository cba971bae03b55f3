"""What is remembered: people, talks, bookings, letters."""
