"""What each recipient may see, when someone in a document lives in hiding.

recipients_guarded   who may not read of units and places, if the sender says nothing
Sight                a document, of which each recipient sees its own

people   whose names stand in it; who is guarded
fields   in which fields something may be hidden
words    what to look for in running text

Words that tell where somebody is, and words that do not, are in
`formkit/place_words.py`; what nobody may see of a protected person, whoever reads, in
`formkit/protection.py`.
"""

from formsvc.hiding.people import AUTHORITIES, recipients_guarded
from formsvc.hiding.seen import Hidden, Sight

__all__ = ["AUTHORITIES", "Hidden", "Sight", "recipients_guarded"]
