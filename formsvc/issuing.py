"""Which version a document becomes (contract, section 4)."""
