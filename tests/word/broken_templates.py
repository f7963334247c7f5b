"""Word templates that somebody has broken, each in one way, from the one of consent."""

from word.template_changes import (
    DOCUMENT,
    FOOT,
    Broken,
    all_of,
    around,
    between,
    box,
    control,
    drawing,
    first,
    linked,
    paragraphs,
    part,
    picture,
    related,
    run,
    same_id,
    strict,
    swapped,
    text,
    typed_in,
    without,
)

MISTAKES = {
    "a misspelt tag": Broken(
        swapped('w:val="child-name"', 'w:val="child-nmae"'),
        ("child-nmae", "Menade du ”child-name”?", "Barnets namn"),
    ),
    "a tag of no field": Broken(
        swapped('w:val="child-name"', 'w:val="favoritdjur"'),
        ("Taggen ”favoritdjur” finns inte",),
    ),
    "a field is gone": Broken(
        without("child-name"),
        ("Fältet ”Barnet, Barnets namn” saknas", "taggen child-name"),
    ),
    "a field stands twice": Broken(
        swapped('w:val="child-setting"', 'w:val="child-name"'),
        ("Fältet ”child-name” finns 2 gånger",),
    ),
    "a second row": Broken(
        swapped('w:val="parties-0-unit"', 'w:val="parties-1-unit"'),
        ("”parties-1-unit” är en rad för mycket", "parties-0-unit"),
    ),
    "a control without a tag": Broken(
        swapped('<w:tag w:val="child-name"/>', ""), ("har ingen tagg", "Barnets namn")
    ),
    "two controls with one id": Broken(same_id(), ("har samma id", "Spara om mallen")),
    "braces in a control": Broken(
        typed_in("child-name", "{{ titel }}"),
        ("I en innehållskontroll står ”{{ titel }}”", "Barnets namn"),
    ),
    "an unclosed block": Broken(
        paragraphs("{%p if utkast %}"), ("”{%p if utkast %}” är inte stängt", "endif")
    ),
    "a block that is closed only": Broken(
        paragraphs("{%p endif %}"), ("stänger något som inte är öppnat",)
    ),
    "text beside a tag of its paragraph": Broken(
        paragraphs("Hej {%p if utkast %}"), ("som då försvinner", "Vid ”Hej")
    ),
    "half a brace": Broken(
        paragraphs("Välkommen {{ titel"), ("”{{” har ingen motsvarighet", "Välkommen")
    ),
    "a name that there is not": Broken(
        paragraphs("{{ titeln }}"), ("Namnet ”titeln” finns inte", "Menade du ”titel”?")
    ),
    "a name of Python": Broken(
        paragraphs("{{ lipsum() }}"), ("”{{ lipsum() }}” går inte att använda", "titel")
    ),
    "what Jinja does not take": Broken(
        paragraphs("{{ titel ? }}"), ("”{{ titel ? }}” går inte att förstå",)
    ),
    "a statement that is not for templates": Broken(
        paragraphs("{% include titel %}"), ("kan inte användas i en mall",)
    ),
    "a picture without words": Broken(
        picture(drawing()), ("saknar alternativtext", "Vår bild", "Högerklicka")
    ),
    "a tracked change": Broken(
        swapped(
            "<w:body>",
            '<w:body><w:p><w:r><w:t>Nytt här:</w:t></w:r><w:ins w:id="9" w:author="x">'
            "<w:r><w:t>text</w:t></w:r></w:ins></w:p>",
        ),
        ("spårade ändringar", "Nytt här"),
    ),
    "a comment": Broken(
        part("word/comments.xml", b"<w/>"), ("Mallen har kommentarer",)
    ),
    "macros": Broken(part("word/vbaProject.bin", b"x"), ("Mallen har makron",)),
    "a picture from outside": Broken(linked, ("hämtar något utifrån",)),
    "XML that is cut": Broken(
        lambda parts: parts.update({DOCUMENT: parts[DOCUMENT][:-40]}),
        ("Mallen går inte att öppna", "spara den på nytt"),
    ),
    "a filter that there is not": Broken(
        swapped("{{ titel }}", "{{ titel|versaler }}", FOOT),
        ("”{{ titel|versaler }}” går inte att använda: filtret ”versaler”", "upper"),
    ),
    "a test that there is not": Broken(
        paragraphs("{% if titel is versal %}x{% endif %}"), ("”versal” finns inte",)
    ),
    "a text compared with a number": Broken(
        paragraphs("{{ titel &lt; 3 }}"), ("mellan klamrar går inte att räkna ut",)
    ),
    "a picture beside a tag of its paragraph": Broken(
        first(
            text("{%p if utkast %}").replace("</w:p>", drawing("x", "Vår") + "</w:p>")
            + text("{%p endif %}")
        ),
        ("”{%p if utkast %}” står i samma stycke som en bild", "som då försvinner"),
    ),
    "a field beside a tag of its paragraph": Broken(
        between(control("sign-version"), "<w:r><w:t>{%p if titel %}</w:t></w:r>", ""),
        ("står i samma stycke som ett fält, som då försvinner",),
    ),
    "text beside a tag of its row": Broken(
        between(
            around("parties-0-unit", "w:tr"),
            "<w:tr><w:tc><w:p><w:r><w:t>{%tr if utkast %}Hej</w:t></w:r></w:p></w:tc>"
            "</w:tr>",
            "",
        ),
        ("”{%tr if utkast %}” står i samma rad som annan text",),
    ),
    "a tag of a row outside tables": Broken(
        paragraphs("{%tr if utkast %}", "Hej", "{%tr endif %}"),
        ("”{%tr if utkast %}” står inte i en tabell", "{%p … %}"),
    ),
    "a block from one cell to another": Broken(
        first(
            "<w:tbl><w:tr>"
            + "".join(
                f"<w:tc>{text(words)}<w:p/></w:tc>"
                for words in ("{%p if utkast %}", "{%p endif %}")
            )
            + "</w:tr></w:tbl>"
        ),
        ("”{%p endif %}” hör till ”{%p if utkast %}”, men står på en annan plats",),
    ),
    "a block of two sorts of tags": Broken(
        paragraphs("{%p if utkast %}", "Hej", "du {% endif %}"),
        ("”{% endif %}” hör till ”{%p if utkast %}”, men är skriven på ett annat",),
    ),
    "single braces": Broken(
        swapped("{{ titel }}", "{ titel }", FOOT),
        ("”{ titel }” skrivs ut som det står", "{{ titel }}"),
    ),
    "a lone brace before a tag": Broken(
        paragraphs("100 % } procent {"), ("Vid ”100 % } procent {”", "ensam klammer")
    ),
    "a name in quotes": Broken(
        paragraphs("{{ “titel” }}"), ("skriver ut ordet ”titel” som det står",)
    ),
    "quotes that are none": Broken(
        paragraphs("{% if organisation == „Växjö“ %}x{% endif %}"),
        ("går inte att förstå", "Skriv raka citattecken"),
    ),
    "a hard space": Broken(
        paragraphs("{%p\N{NO-BREAK SPACE}if utkast %}", "Hej", "{%p endif %}"),
        ("ett hårt mellanslag",),
    ),
    "a sign that is not seen": Broken(
        paragraphs("{{ ti\N{ZERO WIDTH SPACE}tel }}"), ("ett tecken som inte syns",)
    ),
    "no space after the letter": Broken(
        paragraphs("{%pif utkast %}", "Hej", "{%p endif %}"),
        ("”{%pif utkast %}” saknas ett mellanslag efter p",),
    ),
    "no space after the word": Broken(
        paragraphs("{%p ifutkast %}", "Hej", "{%p endif %}"),
        ("”{%p ifutkast %}” saknas ett mellanslag efter if",),
    ),
    "a loop around a row": Broken(
        between(
            around("parties-0-unit", "w:tr"),
            f"<w:tr><w:tc>{text('{%tr for x in personuppgifter %}')}</w:tc></w:tr>",
            f"<w:tr><w:tc>{text('{%tr endfor %}')}</w:tc></w:tr>",
        ),
        ("Vid ”Slag”", "Fält kan inte upprepas så", "tjänsten upprepar listans första"),
    ),
    "a condition around a field": Broken(
        between(control("child-name"), run("{% if utkast %}"), run("{% endif %}")),
        ("Vid ”Barnets namn”", "”child-name”", "kommer fältet inte med"),
    ),
    "a condition around a table": Broken(
        between(
            around("child-name", "w:tbl"),
            text("{%p if organisation %}"),
            text("{%p endif %}"),
        ),
        ("Vid ”Barnets namn”", "”child-name”", "kommer fältet inte med"),
    ),
    "a field that has left its row": Broken(
        all_of(
            without("parties-0-unit"), first(f"<w:p>{control('parties-0-unit')}</w:p>")
        ),
        ("”Verksamhet 1, Enhet” (parties-0-unit) står inte i samma rad",),
    ),
    "a field in the row of another list": Broken(
        all_of(
            without("third_parties-0-name"),
            between(control("parties-0-unit"), "", control("third_parties-0-name")),
        ),
        ("”Person 1, Namn” (third_parties-0-name) står i samma rad",),
    ),
    "a picture of Windows": Broken(
        all_of(
            part("word/media/own.emf", b"x"),
            related("image", "media/own.emf"),
            picture(drawing("Bild 9", "Vår", "rId99")),
        ),
        ("Vid ”Vår bild”", "av en sort som inte kan användas", "PNG eller JPG"),
    ),
    "a link to a file": Broken(
        all_of(
            related("hyperlink", "file:///S:/x.docx", 'TargetMode="External"'),
            first(
                f'<w:p><w:hyperlink r:id="rId99">{run("Rutinen")}</w:hyperlink></w:p>'
            ),
        ),
        ("Vid ”Rutinen”", "En länk går till något annat än en webbplats"),
    ),
    "saved in the strict form": Broken(strict, ("Strict Open XML", "Spara den som")),
    "a tracked change of looks": Broken(
        swapped(
            '<w:pStyle w:val="Title"/>',
            '<w:pStyle w:val="Title"/><w:pPrChange w:id="9" w:author="x"><w:pPr/>'
            "</w:pPrChange>",
        ),
        ("Vid ”{{ titel }}”", "spårade ändringar"),
    ),
    "an unknown tag in a text box": Broken(
        first(box(text("Ring {{ organisationn }}"))),
        ("Vid ”Ring {{ organisationn }}”", "Menade du ”organisation”?"),
    ),
}
"""Mistakes by what they are; each is told in these words."""
