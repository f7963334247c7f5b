"""The words that the pages' scripts say: they come with the page."""

from formsvc.i18n import _

WORDS = {
    "letters": _("Brev {done} av {of}"),
    "copies": _("Kopia {done} av {of}"),
    "copied": _("Kopierat: {name}. Klistra in i Link."),
    "marked_text": _("Texten är markerad. Kopiera den med Ctrl+C."),
    "working": _("Ett ögonblick …"),
    "making": _("Filen görs. Det kan ta några sekunder …"),
    "kept": _("Klart: {name} är hämtad."),
    "unreachable": _(
        "Det gick inte att nå tjänsten. Kontrollera nätet och försök igen om en stund."
    ),
    "too_much": _("Det är mer text än ett dokument rymmer. Korta texterna."),
    "still_here": _("Allt du har skrivit står kvar."),
    "removed": _("Raden är borttagen."),
    "full": _("Fler rader får inte plats i ett dokument."),
    "undo": _("Ångra"),
    "answered": _("Besvarad: därför går ni vidare"),
    "marked": _("{area} är markerat och öppnat."),
    "need": _("behov"),
    "one_measure": _("1 insats"),
    "measures": _("{count} insatser"),
    "same": _("Samma som:"),
}
"""By the key that `static/js/words.js` asks with."""
