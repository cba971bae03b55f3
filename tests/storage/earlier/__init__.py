"""What programs of earlier days have left: a database a migration, as SQL, written by the program of that time."""
