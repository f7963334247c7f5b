"""The writable PDF once it is compiled: filled by appending, in about a millisecond.

template.py     a compiled form: its bytes, and a table of its fields
shape.py        what decides how a form is laid out
shelf.py        compiled forms in a folder
boxes.py        how much a box holds, and at what size
typesetting.py  a text in the lines of its box
faces.py        the fonts that fields are drawn with, other scripts too
truetype.py     what is needed of a font file: widths, and the few glyphs in use
appearance.py   what a field looks like, as a content stream
working_copy.py what a form says of the version it comes from
syntax.py       the objects of a PDF, and the end of an update
splice.py       START HERE: a template and values → a filled PDF

The standard library alone: what serves people while they wait imports nothing heavy.
"""
