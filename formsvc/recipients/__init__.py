"""Recipients out of a spreadsheet or an address book, as rows of an invitation.

decoding.py   the bytes of a file → text, whatever program wrote them
table.py      text → rows of cells, with the number of each row
headings.py   what the columns are called, and which they are without headings
words.py      kinds, ways to send, yes and no, as people write them
reading.py    a table → recipients, with what was left out and what could not be placed
places.py     street, postal code and town, however they share cells
adding.py     recipients → the rows of an invitation that someone writes in
book.py       the organisation's address book, read anew when its file changes
finding.py    an organisation in the book, and the addresses that rows lack
example.py    a file to start an address book from
"""

from formsvc.recipients.reading import Recipient, Sheet, read_file, read_text

__all__ = ["Recipient", "Sheet", "read_file", "read_text"]
