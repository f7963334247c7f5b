"""What people are told of a file of a word processor that cannot be read."""

from formsvc.i18n import _

DAMAGED = _(
    "Filen är skadad, eller inte gjord av Word, och går inte att läsa: en del av den "
    "saknas eller är fel. Hämta eller be om den en gång till. Kan du öppna den i Word, "
    "spara den under ett nytt namn där och välj den nya filen."
)

LOCKED = _(
    "Filen är låst med ett lösenord eller en känslighetsetikett. Öppna den i Word, ta "
    "bort låset under Arkiv, Info, Skydda dokument, och spara. Välj sedan filen igen. "
    "Kan du inte det, be den som skickade filen."
)

TAGS_LOST = _(
    "Det här är ett dokument härifrån, men fälten går inte att känna igen i det "
    "längre. Det blir så när det sparas i en äldre version av LibreOffice, eller i ett "
    "program som inte kan Words fält. Öppna filen som du fick från början i Word, i "
    "LibreOffice 25.2 eller nyare, eller ta pdf:en, och fyll i den där. Annars kan du "
    "öppna blanketten här och klistra in texten."
)

FOREIGN = _(
    "Det här är ett Word-dokument, men inget härifrån. Välj ett samtycke, en inbjudan "
    "eller en plan som är sparad härifrån."
)

TWICE = _(
    "I filen står samma fält på flera ställen, med olika innehåll: {fields}. Det går "
    "inte att veta vilket som gäller. Öppna filen i Word, skriv samma sak på alla "
    "ställen eller töm fältet där det är fel, och spara. Välj sedan filen igen."
)

OLD = _(
    "Det här är ett Word-dokument i det gamla formatet .doc, och i det går fälten "
    "förlorade. Välj filen som du fyllde i, den som slutar på .docx. Finns den inte, "
    "öppna blanketten här och klistra in texten."
)

OPEN = _(
    "Det här är ett dokument i LibreOffices eget format, och det går inte att läsa "
    "här. Öppna det i LibreOffice 25.2 eller nyare, välj Spara som och formatet Word "
    "(docx), och välj den nya filen."
)

RICH_TEXT = _(
    "Det här är en rtf-fil, och i en sådan går fälten förlorade. Välj filen som du "
    "fyllde i, den som slutar på .docx eller .pdf. Finns den inte, öppna blanketten "
    "här och klistra in texten."
)

FLAT = _(
    "Det här är ett Word-dokument sparat som xml. Öppna det i Word, välj Spara som och "
    "formatet Word-dokument (docx), och välj den nya filen."
)

MACROS = _(
    "Det här är ett Word-dokument som kan ha makron, och ett sådant öppnas inte här. "
    "Dokument härifrån har inga. Öppna det i Word, välj Spara som och formatet "
    "Word-dokument (docx), och välj den nya filen."
)

TEMPLATE = _(
    "Det här är en Word-mall. Öppna den i Word, välj Spara som och formatet "
    "Word-dokument (docx), och välj den nya filen."
)

OFFICE = _(
    "Det här är en fil från Excel eller PowerPoint, och inget dokument härifrån. Välj "
    "ett samtycke, en inbjudan eller en plan som är sparad härifrån."
)

PAGES = _(
    "Det här är en fil från Pages, Numbers eller Keynote, och den går inte att läsa "
    "här. Välj filen som du fick från början, och fyll i den i Word eller en "
    "pdf-läsare."
)

LINKED = _(
    "Filen hämtar något från en annan plats eller har en annan fil i sig, och därför "
    "öppnas den inte här. Dokument härifrån har inget sådant. Har du klistrat in något "
    "från ett annat program, ta bort det och spara. Annars, välj filen som du fick "
    "från början."
)

FAILED = {
    "locked": LOCKED,
    "macros": MACROS,
    "template": TEMPLATE,
    "office": OFFICE,
    "linked": LINKED,
    "open": OPEN,
    "pages": PAGES,
}
"""What is said by the word of the process that reads."""
