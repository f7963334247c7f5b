"""How the tables have changed, step by step."""
