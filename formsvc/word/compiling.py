"""A template is compiled: read, its rows marked, cut into text and slots."""

from collections.abc import Iterator, Sequence

from formsvc.i18n import _
from formsvc.word import environment, package, properties
from formsvc.word.archive import Packed, packed
from formsvc.word.compiled import Compiled, TextPart
from formsvc.word.cutting import MARK, Cutting, refuse_ours
from formsvc.word.faults import UnusableError
from formsvc.word.fields import Fields
from formsvc.word.package import Part, Relation, relations_name, relations_part
from formsvc.word.pictures import Place, cut_pictures
from formsvc.word.repeating import demand_rows
from formsvc.word.rows import mark_rows, numbered_styles
from formsvc.word.slots import RowSlot
from formsvc.word.tidying import declare, protect, settings_of, tidy
from formsvc.word.unread import refuse_unread
from formsvc.word.wheel import cut_wheel, renew_wheels
from formsvc.word.xml import name

_TEXTS = ("officeDocument", "header", "footer", "footnotes", "endnotes")
"""The parts that may have fields, and words of the template's language."""

_PROPERTIES = (
    Relation("rIdCore", "core-properties", properties.CORE),
    Relation("rIdApp", "extended-properties", properties.APP),
    Relation("rIdCustom", "custom-properties", properties.CUSTOM),
)
_ITEM = Relation("rIdFormsvc", "customXml", properties.ITEM)
_ITEM_PROPERTIES = Relation("rId1", "customXmlProps", properties.ITEM_PROPERTIES)


def compile_template(raw: bytes, fields: Fields, ours: bytes = b"") -> Compiled:
    """Return a template's file compiled for the fields of a form.

    `ours` is the file of the template that comes along, for what is lost of this one.

    Raises `UnusableError` when it cannot be used.
    """
    parts = _read(raw, ours)
    main = parts[0]
    refuse_unread([part for part in parts if part.sort in _TEXTS], fields)
    cutting = Cutting(fields, _placeholders(parts))
    mark_rows(main.root, fields, _numbered(parts), cutting.marks)
    places: list[Place] = []
    texts = [_cut(part, cutting, places) for part in parts if part.sort in _TEXTS]
    _demand_all_there(texts, cutting)
    main.relations.append(_ITEM)
    with_pictures = {place.part for place in places}
    return Compiled(
        fields=fields,
        texts=texts,
        slots=cutting.slots,
        rows=cutting.rows,
        places=places,
        relations={
            part.name: _without(part.relations, places)
            for part in parts
            if part.name in with_pictures
        },
        first=_first(parts),
        fixed=list(_fixed(parts, places, with_pictures)),
    )


def _read(raw: bytes, ours: bytes) -> list[Part]:
    """Return the parts of a template, tidied and locked."""
    parts = package.read_package(raw)
    for part in parts:
        if part.sort in _TEXTS:
            declare(part.root)
    if ours:
        renew_wheels(parts[0].root, package.read_package(ours)[0].root)
    tidy(parts)
    protect(settings_of(parts).root)
    return parts


def _numbered(parts: Sequence[Part]) -> frozenset[str]:
    styles = next((part.root for part in parts if part.sort == "styles"), None)
    return frozenset() if styles is None else numbered_styles(styles)


def _placeholders(parts: Sequence[Part]) -> frozenset[str]:
    """Return the names of what controls may show when they are empty."""
    where = f"{name('w:docPartPr')}/{name('w:name')}"
    return frozenset(
        str(named.get(name("w:val")))
        for part in parts
        if part.sort == "glossaryDocument"
        for docpart in part.root.iter(name("w:docPart"))
        for named in docpart.findall(where)
    )


def _cut(part: Part, cutting: Cutting, places: list[Place]) -> TextPart:
    """Return a part with slots in the place of all that differs."""
    refuse_ours(part.root)
    cutting.number(part.root)
    cutting.cut_controls(part.root)
    cut_wheel(part.root, cutting)
    places += cut_pictures(part, cutting)
    text = cutting.text(part.root)
    if not environment.is_template(text):
        return TextPart(part.name, text, None)
    text = environment.patched(text)
    compiled = environment.compiled(text)
    demand_rows(text, cutting.slots)
    return TextPart(part.name, text, compiled)


def _demand_all_there(texts: Sequence[TextPart], cutting: Cutting) -> None:
    """Raise `UnusableError` when the template's language has swallowed a field."""
    there = {int(number) for part in texts for number in part.text.split(MARK)[1::2]}
    for number, slot in enumerate(cutting.slots):
        field = f"{slot.row.listed}-0" if isinstance(slot, RowSlot) else slot.tag
        if number not in there and field:
            raise UnusableError(
                _(
                    "fältet {field} står i samma stycke eller rad som Jinja, "
                    "som tar bort hela stycket eller raden"
                ).format(field=field)
            )


def _types(parts: Sequence[Part]) -> dict[str, str]:
    told = {
        part.name: package.TYPES[part.sort]
        for part in parts
        if part.sort in package.TYPES
    }
    return {parts[0].name: package.MAIN, **told, **properties.TYPES}


def _first(parts: Sequence[Part]) -> list[Packed]:
    """Return the parts that tell of all others."""
    return [
        packed("[Content_Types].xml", package.content_types(_types(parts))),
        packed("_rels/.rels", _root_relations(parts[0])),
    ]


def _root_relations(main: Part) -> bytes:
    first = Relation("rIdDocument", "officeDocument", main.name)
    return relations_part("", [first, *_PROPERTIES])


def _without(relations: Sequence[Relation], places: Sequence[Place]) -> list[Relation]:
    """Return the relations without those to what stands for pictures."""
    stand_ins = {place.stand_in for place in places}
    return [each for each in relations if each.target not in stand_ins]


def _fixed(
    parts: Sequence[Part], places: Sequence[Place], with_pictures: set[str]
) -> Iterator[Packed]:
    """Yield the parts that are the same in all documents."""
    yield packed(
        relations_name(properties.ITEM),
        relations_part(properties.ITEM, [_ITEM_PROPERTIES]),
    )
    stand_ins = {place.stand_in for place in places}
    for part in parts:
        if part.relations and part.name not in with_pictures:
            content = relations_part(part.name, part.relations)
            yield packed(relations_name(part.name), content)
        if part.sort not in _TEXTS and part.name not in stand_ins:
            yield packed(part.name, part.as_bytes())
