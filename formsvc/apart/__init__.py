"""Reads files from outside in a process of its own (docs/decisions/0012).

Nothing here knows of forms, and nothing of formsvc is imported but this folder: the
process takes bytes, and answers with the names and texts that it found in them.
"""
