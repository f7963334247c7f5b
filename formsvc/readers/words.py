"""What people are told of a file that cannot be read, and what they can do instead."""

from formsvc.i18n import _

EMPTY = _("Filen är tom. Välj ett dokument som du har sparat härifrån.")

OTHER_FILE = _(
    "Det här är inget dokument härifrån. Välj en fil som du har sparat här: den heter "
    "något på .pdf, .docx, .json eller .zip."
)

WHICH_KIND = _(
    "Det syns inte på filen om den är ett samtycke, en inbjudan eller en plan. Välj "
    "ett dokument som är sparat härifrån."
)

TOO_LARGE = _(
    "Filen är för stor för att vara ett dokument härifrån: de är under {most} MB. Har "
    "den skannats eller slagits ihop med annat? Välj filen som du fyllde i."
)

BUSY = _(
    "Just nu läses många filer på en gång. Vänta en stund och försök igen. Din fil är "
    "det inget fel på."
)

HEAVY = _(
    "Filen är för stor eller för krånglig för att läsas. Dokument härifrån är inte så "
    "stora. Välj filen som du fyllde i, och inte en som har gjorts om i ett annat "
    "program."
)

DAMAGED = _(
    "Filen är skadad och går inte att läsa: en del av den saknas eller är fel. Hämta "
    "eller be om den en gång till. Kan du öppna den i en pdf-läsare, spara den under "
    "ett nytt namn där och välj den nya filen."
)

LOCKED = _(
    "Filen är låst med ett lösenord. Öppna den i en pdf-läsare med lösenordet, spara "
    "den utan lösenord och välj den filen. Kan du inte det, be den som skickade filen."
)

MERGED = _(
    "I filen ligger flera dokument som har slagits ihop, och det går inte att veta vad "
    "som hör till vilket. Välj dokumenten ett i taget, som de var innan de slogs ihop."
)

PRINTED = _(
    "Fälten finns inte kvar i filen. Det blir så när ett dokument skrivs ut till pdf, "
    "eller sparas på nytt i ett program som inte kan fält. Öppna filen som du fyllde "
    "i, spara den med ”Spara” och välj den. Har du fått filen av någon annan, be om "
    "den ursprungliga. Annars kan du öppna blanketten här och skriva av den."
)

PRINTED_REFERENCE = _("Det här är en utskrift av {reference}.")

SCAN = _(
    "Det här är bilder av sidor, till exempel från en skanner, och text i bilder går "
    "inte att läsa. Välj filen som dokumentet skrevs ut från. Finns den inte, öppna "
    "blanketten här och skriv av papperet."
)

PICTURE = _(
    "Det här är en bild, till exempel ett foto eller en skanning, och text i bilder "
    "går inte att läsa. Välj filen som dokumentet skrevs ut från. Finns den inte, "
    "öppna blanketten här och skriv av bilden."
)

TEXT = _(
    "Det här är texten ur ett dokument, och den går inte att öppna igen. Välj pdf:en, "
    "Word-filen, paketet eller utkastet (json)."
)

CALENDAR = _(
    "Det här är en kalenderfil, och i den finns bara mötet. Välj pdf:en, Word-filen, "
    "paketet eller utkastet (json)."
)

FOREIGN = _(
    "Det här är en pdf, men inget dokument härifrån. Välj ett samtycke, en inbjudan "
    "eller en plan som är sparad härifrån."
)

NO_DATA = _(
    "Det här är ett zip-paket utan filen data.json, och alltså inget paket härifrån. "
    "Ligger ditt dokument i det, packa upp paketet och välj dokumentet."
)

TWICE = _(
    "Paketet har filen data.json två gånger. Packa upp det och välj den rätta filen."
)

ZIP_LOCKED = _(
    "Paketet är skadat eller låst. Hämta eller be om det en gång till, eller packa upp "
    "det och välj filen data.json i det."
)
