"""Word templates made by hand: no look, but every field of a form, for unit tests."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from formsvc.formkit.kind import Kind
from formsvc.formkit.view import FieldView, GroupView, RowsView, view

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{RELATIONS}"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' mc:Ignorable="w14"'
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main"
WORDS = (
    "{{ titel }}",
    "{%p if utkast %}",
    "{{ utkast }}",
    "{%p endif %}",
    "{%p for stycke in personuppgifter %}",
    "{{ stycke }}",
    "{%p endfor %}",
    "{{ rad }} {{ fraga }} {{ kontakt }} {{ anmarkning }}",
)


def paragraph(inside: str) -> str:
    """Return a paragraph of runs or controls."""
    return f"<w:p>{inside}</w:p>"


def text(words: str) -> str:
    """Return a run of words that need no escaping."""
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def control(tag: str, inside: str = "", style: str = "") -> str:
    """Return a control as a person makes one: the tag and nothing else is right."""
    inside = inside or text("\N{EN SPACE}" * 3)
    return (
        f'<w:sdt><w:sdtPr>{style}<w:tag w:val="{tag}"/><w:id w:val="7"/>'
        "<w:showingPlcHdr/><w:text/></w:sdtPr>"
        f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def field(tag: str) -> str:
    """Return a paragraph with nothing but a control."""
    return paragraph(control(tag))


def table(rows: Iterable[Iterable[str]]) -> str:
    """Return a table whose first row is its head; cells hold paragraphs."""
    made = []
    for number, cells in enumerate(rows):
        head = "<w:trPr><w:tblHeader/></w:trPr>" if number == 0 else ""
        inside = "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in cells)
        made.append(f"<w:tr>{head}{inside}</w:tr>")
    return (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
        f"{''.join(made)}</w:tbl><w:p/>"
    )


def body_of(kind: Kind, without: frozenset[str] = frozenset()) -> str:
    """Return the body of a template with all fields of a kind but `without`."""
    form = kind.form(data=_first_rows(kind.form()))
    version = (
        paragraph(text("{%p if version %}")),
        field("sign-version"),
        paragraph(text("{%p endif %}")),
    )
    fixed = "".join(paragraph(text(words)) for words in WORDS)
    return "".join((fixed, *version, *_blocks(view(form), without)))


def _first_rows(form: Any) -> dict[str, Any]:
    from formsvc.formkit.spare_rows import empty_rows

    lists = ("guardians", "participants", "absentees", "review", "measures")
    names = dict.fromkeys((*form._fields, *lists), 1)
    return empty_rows(type(form), {**names, "child_informed": 1})


def _blocks(part: Any, without: frozenset[str]) -> Iterator[str]:
    if isinstance(part, FieldView):
        if part.name in without:
            return
        names = [part.name]
        if part.kind == "checks":
            names = [f"{part.name}-{value}" for value, _words in part.options]
        for name in names:
            yield paragraph(text(f"{part.label}: ") + control(name))
    elif isinstance(part, RowsView) and isinstance(part.rows[0], GroupView):
        cells = [
            each
            for each in part.rows[0]
            if isinstance(each, FieldView) and each.name not in without
        ]
        yield table(
            (
                [paragraph(text(each.label)) for each in cells],
                [field(each.name) for each in cells],
            )
        )
    else:
        for each in part:
            yield from _blocks(each, without)


def template(body: str, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return the file of a template with that body, and other `parts` by name."""
    document = f"<w:document {NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>"
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{MAIN}+xml"/>'
            "</Types>"
        ),
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": document,
        **(parts or {}),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in made.items():
            opened.writestr(name, content)
    return file.getvalue()


def relations(*listed: tuple[str, str, str]) -> str:
    """Return a relationships part; each is id, sort and target."""
    inside = "".join(
        f'<Relationship Id="{number}" Type="{RELATIONS}/{sort}" Target="{target}"/>'
        for number, sort, target in listed
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def put_in(instance: Path, kind: Kind, raw: bytes) -> Path:
    """Make a template the organisation's own, and return its file."""
    folder = instance / "templates_docx"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{kind.name}.docx"
    path.write_bytes(raw)
    return path
