"""The register of versions: numbers and times, and nothing of a person."""
