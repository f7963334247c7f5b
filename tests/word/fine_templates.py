"""Word templates that somebody has changed and that are as they should be."""

from word.template_changes import (
    FOOT,
    Broken,
    all_of,
    around,
    as_text,
    box,
    control,
    drawing,
    first,
    paragraphs,
    part,
    picture,
    related,
    repeating,
    swapped,
    text,
    without,
)

_PNG = all_of(part("word/media/own.png", b"x"), related("image", "media/own.png"))

FINE = {
    "nothing is changed": lambda _parts: None,
    "bars that LibreOffice no longer knows as decoration": picture(
        drawing("edge-health")
    ),
    "a picture with words": all_of(_PNG, picture(drawing("Bild", "Vår", "rId99"))),
    "a text box": first(box(text("Ring {{ organisation }}"))),
    "a condition in a text box": first(
        box(text("{%p if utkast %}") + text("Hej") + text("{%p endif %}"))
    ),
    "a field in a text box": all_of(
        without("child-name"), first(box(f"<w:p>{control('child-name')}</w:p>"))
    ),
    "rows that Word repeats": swapped(
        around("parties-0-unit", "w:tr"), repeating(around("parties-0-unit", "w:tr"))
    ),
    "quotes as Word writes them": paragraphs(
        "{%p if organisation == ”Växjö” %}", "Hej", "{%p endif %}"
    ),
    "straight quotes": paragraphs(
        '{%p if organisation == "Växjö" %}', "Hej", "{%p endif %}"
    ),
    "a hard space beside a name": paragraphs(
        "{{\N{NO-BREAK SPACE}titel\N{NO-BREAK SPACE}}}"
    ),
    "a filter": paragraphs("{{ titel|upper }}"),
    "else": paragraphs("{% if utkast %}a{% elif tom %}b{% else %}c{% endif %}"),
    "braces of something else": paragraphs("{ namn } och 100 % }"),
    "a tag in several runs": swapped(
        "{{ titel }}", "{{ ti</w:t></w:r><w:r><w:t>tel }}"
    ),
    "a note for those who write": paragraphs("{# titeln står nedan #}"),
}
"""What has no faults, by what it is."""

TIPS = {
    "a choice is a text": Broken(
        as_text(), ("Vid ”Vårdnad”", "”custody” är en textkontroll", "Tjänsten gör om")
    ),
    "a foot without the version": Broken(
        swapped("{{ rad }}", "", FOOT),
        ("I sidfoten på första sidan saknas raden om vilken version",),
    ),
    "a foot without the number of the page": Broken(
        swapped(" PAGE ", " DATE ", FOOT), ("på första sidan saknas sidnummer",)
    ),
    "no code": Broken(
        swapped('name="qr"', 'name="Bild 4"', FOOT), ("Bilden ”qr” saknas",)
    ),
    "no title": Broken(swapped("{{ titel }}", "Samtycke"), ("{{ titel }} som rubrik",)),
    "no version": Broken(without("sign-version"), ("Vilken version", "{{ version }}")),
    "a foot that is not shown": Broken(
        swapped("<w:titlePg/>", ""), ("Bilden ”qr” saknas",)
    ),
}
"""What could be better, and how it is told; the template can be used as it is."""
