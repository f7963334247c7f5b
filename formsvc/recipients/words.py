"""What people write in a sheet for kinds, ways to send, and yes and no."""

import re

from formsvc.formkit.fields import CHECKED
from formsvc.formkit.text import plain_line
from formsvc.formkit.vocabularies import (
    PARTY_KINDS,
    PROTECTED_IDENTITY,
    SEND_CHANNELS,
    Vocabulary,
)

_KINDS = {
    "guardian": "vh förälder föräldrar mamma pappa mor far",
    "child": "barn elev eleven",
    "maternity_care": "barnmorska barnmorskemottagning barnmorskemottagningen mhv "
    "mödravård mödravården mödrahälsovården kvinnohälsan",
    "child_health": "bvc bhv barnhälsovård barnhälsovården barnavårdscentral",
    "primary_care": "vc vårdcentralen primärvård primärvården",
    "specialist_care": "specialistvården barnklinik barnkliniken",
    "habilitation": "habiliteringen barnhabilitering barnhabiliteringen hab",
    "child_psychiatry": "bup",
    "dental_care": "tandvården folktandvård folktandvården tandläkare",
    "preschool": "förskolan förskolor",
    "school": "skolan grundskola grundskolan gymnasium gymnasiet gymnasieskola",
    "school_health": "elevhälsan skolhälsovård skolhälsovården skolsköterska",
    "social_services": "socialtjänsten soc socialförvaltning socialförvaltningen ifo",
    "activity_duty": "kaa aktivitetsansvar aktivitetsansvaret",
    "police": "polisen polismyndigheten",
    "leisure": "fritidsgård fritidsgården",
    "association": "föreningen idrottsförening",
    "other": "annat övrig övriga övrigt",
}
_CHANNELS = {
    "post": "post posten brev postas papper pappersbrev pappersutskick",
    "link": "",
    "by_hand": "personligen hand överlämnas lämnas",
}
_PROTECTED = {
    "none": "n no 0 false falskt inga ingen",
    "secrecy_mark": "sekretess sekretessmarkerad sekretessmarkerade",
    "protected_registration": "",
}
_TOLD_BY_NAME = {
    "preschool": r"förskol(?:a|an|or|orna)",
    "school": r"(?:grund|gymnasie|låg|mellan|hög)skol(?:a|an)|gymnasi(?:um|et)",
    "child_health": r"bvc|barnhälsovård(?:en)?",
    "maternity_care": r"barnmorskemottagning(?:en)?|mödrahälsovård(?:en)?",
    "primary_care": r"vårdcentral(?:en)?",
    "habilitation": r"(?:barn|ungdoms)?habilitering(?:en)?",
    "child_psychiatry": r"bup|ungdomspsykiatri(?:n)?",
    "dental_care": r"(?:folk)?tandvård(?:en)?",
    "school_health": r"elevhälsa(?:n)?",
    "social_services": r"socialtjänst(?:en)?|socialförvaltning(?:en)?",
    "police": r"polis(?:en|myndigheten)?",
}
_YES = ("ja", "j", "x", "1", "true", "sant", "yes", "y", "✓", "✔", "☒", "☑", "omfattas")
_NO = ("", "nej", "n", "0", "false", "falskt", "no", "☐", "omfattas inte")


def plain(written: str) -> str:
    """Return the words alone, alike in any case, dash and sign around them."""
    return " ".join(re.findall(r"[\w✓✔☒☑☐]+", plain_line(written).casefold()))


def _known(vocabulary: Vocabulary, others: dict[str, str]) -> dict[str, str]:
    known = {plain(words): value for value, words in vocabulary}
    known |= {plain(value): value for value, _words in vocabulary}
    for value, words in others.items():
        known |= dict.fromkeys(words.split(), value)
    return known


_KNOWN_KINDS = _known(PARTY_KINDS, _KINDS)
_KNOWN_CHANNELS = _known(SEND_CHANNELS, _CHANNELS) | {
    plain(words): "by_hand" for words in ("för hand", "lämnas över", "personlig")
}
_KNOWN_CHANNELS |= dict.fromkeys(("med post", "per post", "via post"), "post")
_KNOWN_PROTECTED = _known(PROTECTED_IDENTITY, _PROTECTED)
_BY_NAME = {
    kind: re.compile(rf"\b(?:{words})\b") for kind, words in _TOLD_BY_NAME.items()
}


def kind_of(written: str) -> str:
    """Return the kind that the words mean, or the words as they are."""
    return _KNOWN_KINDS.get(plain(written), written)


def is_kind(written: str) -> bool:
    """Return whether a cell names a kind of recipient."""
    return plain(written) in _KNOWN_KINDS


def channel_of(written: str) -> str:
    """Return the way to send that the words mean, or the words as they are."""
    return _KNOWN_CHANNELS.get(plain(written), written)


def protected_of(written: str) -> str:
    """Return the protection that the words mean; a bare yes stays, and protects."""
    return _KNOWN_PROTECTED.get(plain(written), written)


def ticked(written: str) -> str | None:
    """Return what a ticked box sends, empty for no; nothing when it is neither."""
    words = plain(written)
    return CHECKED if words in _YES else "" if words in _NO else None


def kind_by_name(*names: str) -> str:
    """Return the kind that a name says of itself, empty when none or several.

    "Förskolan Provet" is a preschool; "Ridskolan" says nothing of the sort.
    """
    written = " ".join(plain(name) for name in names)
    found = [kind for kind, words in _BY_NAME.items() if words.search(written)]
    return found[0] if len(found) == 1 else ""
