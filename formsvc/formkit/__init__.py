"""What the forms of all kinds are built from."""
