"""Text as it may stand in the XML of a Word document."""

import re

# What XML 1.0 has no way to say, and what Word takes as the end of a line.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_SPECIAL = re.compile(
    '[&<>"\t\r\v\f\x00-\x08\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]'
)


def cleaned(text: str) -> str:
    """Return `text` without what XML cannot say: tabs are spaces, line ends LF."""
    if not _SPECIAL.search(text):
        return text
    return _UNWANTED.sub("", _BREAK.sub("\n", text).replace("\t", " "))


def escaped(text: str) -> str:
    """Return `text`, cleaned, as it stands between tags or in an attribute."""
    if not _SPECIAL.search(text):
        return text
    text = cleaned(text).replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;")
