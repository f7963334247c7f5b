"""Word documents that mean harm or make work, built by hand: each bad in one way."""

import io
import random
import re
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping

import worddocs
from worddocs import OFFICE, Parts, docx, line, parts, relations, run, sdt, typed, xml

MANY = 100_000
FILLED = line(typed("reason", "Lugn") + typed("child-name", "Bo"))


def whole() -> Parts:
    """Return the parts of a small document that is read."""
    made = parts(FILLED)
    made["customXml/item1.xml"] = worddocs.own_part("plan 1")
    return made


def with_document(content: bytes) -> bytes:
    """Return a file whose document is `content`."""
    return docx({**whole(), "word/document.xml": content})


def with_part(name: str, content: bytes) -> bytes:
    """Return a file with one part more, or another."""
    return docx({**whole(), name: content})


def with_type(declared: str, used: str = "") -> bytes:
    """Return a file whose document declares a type, and uses something of it."""
    plain = whole()["word/document.xml"].replace(b"Lugn", f"{used}Lugn".encode())
    head, _end, rest = plain.partition(b"?>")
    return with_document(head + b"?><!DOCTYPE x " + declared.encode() + b">" + rest)


def entity_of_a_file() -> bytes:
    """A text that is a file of the machine."""
    return with_type('[<!ENTITY a SYSTEM "file:///etc/passwd">]', "&a;")


def external_type() -> bytes:
    """A type that is fetched."""
    return with_type('SYSTEM "http://127.0.0.1:9/x.dtd"')


def parameter_entity() -> bytes:
    """A type within a type that is fetched."""
    return with_type('[<!ENTITY % a SYSTEM "http://127.0.0.1:9/"> %a;]')


def internal_entity() -> bytes:
    """A text that stands elsewhere."""
    return with_type('[<!ENTITY a "Lugn">]', "&a;")


def billion_laughs() -> bytes:
    """An entity that grows tenfold nine times."""
    grown = "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    return with_type(f'[<!ENTITY a "ha">{grown}]', "&j;")


def quadratic() -> bytes:
    """A long entity that is used many times."""
    return with_type(f'[<!ENTITY a "{"a" * MANY}">]', "&a;" * 10_000)


def bare_type() -> bytes:
    """A type that says nothing."""
    return with_type("")


def type_in_a_small_part() -> bytes:
    """An entity in the list of relations."""
    links = whole()["word/_rels/document.xml.rels"]
    declared = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    return with_part("word/_rels/document.xml.rels", declared + links)


def type_in_the_stamp() -> bytes:
    """An entity in the part that says what the document is."""
    declared = b'<!DOCTYPE x [<!ENTITY a "plan 1">]>'
    return with_part("customXml/item1.xml", declared + worddocs.own_part("&a;"))


def other_coding() -> bytes:
    """The same in UTF-16, past whoever looks for signs of ASCII."""
    text = whole()["word/document.xml"].decode()
    text = text.replace("?>", '?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/x">]>', 1)
    return with_document(text.replace("UTF-8", "UTF-16").encode("utf-16"))


def other_coding_without_a_mark() -> bytes:
    """UTF-16 that does not say so."""
    return with_document(whole()["word/document.xml"].decode().encode("utf-16-le"))


def declared_coding() -> bytes:
    """Another coding by name, in which bytes mean something else."""
    plain = whole()["word/document.xml"]
    return with_document(plain.replace(b'"UTF-8"', b'"ISO-8859-1"'))


def many_elements() -> bytes:
    """Twenty million elements in two hundred kilobytes."""
    return with_document(xml("<w:p/>" * 10_000_000))


def many_controls() -> bytes:
    """A hundred thousand fields."""
    return with_document(xml("".join(line(sdt(f"f{n}", "")) for n in range(MANY))))


def many_items() -> bytes:
    """A choice with a million items."""
    items = '<w:listItem w:value="a"/>' * 1_500_000
    more = f"<w:dropDownList>{items}</w:dropDownList>"
    return with_document(xml(line(sdt("reason", run("x"), more))))


def long_names() -> bytes:
    """Names of fields without end."""
    return with_document(xml(line(sdt("a" * 1_000_000, run("x")))))


def deep_elements() -> bytes:
    """Elements within elements, a hundred thousand deep."""
    return with_document(xml("<w:p>" * MANY))


def deep_controls() -> bytes:
    """Controls within controls."""
    start = '<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr><w:sdtContent>'
    return with_document(xml(start * MANY))


def deep_relations() -> bytes:
    """Elements within elements where the parts are listed."""
    return with_part("_rels/.rels", b"<a>" * MANY)


def bomb() -> bytes:
    """Three hundred megabytes of blanks in a text."""
    return with_document(xml(line(sdt("reason", run(" " * 300_000_000)))))


def long_text() -> bytes:
    """A text of nine million characters that does not pack well."""
    words = "".join(random.Random(5).choices("abcdefghijklmnop", k=9_000_000))
    return with_document(xml(line(sdt("reason", run(words)))))


def long_tag() -> bytes:
    """A tag that takes all of the file, so that each piece is read from its start."""
    chance = random.Random(5)
    words = "".join(chance.choices("abcdefghijklmnop", k=20_000_000))
    return with_document(xml(f'<w:p w:a="{words}"/>'))


def long_comment() -> bytes:
    """The same with a comment of XML."""
    words = "".join(random.Random(5).choices("abcdefghijklmnop", k=20_000_000))
    return with_document(xml(f"<!--{words}-->"))


def many_attributes() -> bytes:
    """An element that says a hundred thousand things."""
    said = " ".join(f'w:a{n}="1"' for n in range(MANY))
    return with_document(xml(f"<w:p {said}/>"))


def many_namespaces() -> bytes:
    """Names for names without end."""
    said = " ".join(f'xmlns:a{n}="urn:{n}"' for n in range(MANY))
    return with_document(xml(f"<w:p {said}/>"))


def bomb_of_a_picture() -> bytes:
    """Half a gigabyte that the document does not even show."""
    return with_part("word/media/image1.png", b"\0" * 500_000_000)


def bomb_of_a_stamp() -> bytes:
    """A part that says what the document is, and does not end."""
    return with_part(
        "customXml/item1.xml", worddocs.own_part("plan 1", " " * 50_000_000)
    )


def bomb_of_relations() -> bytes:
    """Relations without end."""
    return with_part("_rels/.rels", relations(*[("a", "b")] * 1_000_000))


def bomb_of_comments() -> bytes:
    """Comments in the margin without end."""
    comment = f"<w:comment>{line(run('x' * 1000))}</w:comment>" * 60_000
    made = parts(FILLED, comments=xml(comment, "comments", "x"))
    return docx(made)


def lying_size() -> bytes:
    """A part that says that it is a few bytes long, in both tables."""
    raw = with_document(xml(FILLED + "<w:p/>" * 10_000_000))
    return raw.replace(struct.pack("<L", size_in(raw)), struct.pack("<L", 900))


def lying_a_little() -> bytes:
    """A part that is a little longer than it says."""
    raw = docx(whole())
    size = size_in(raw)
    return raw.replace(struct.pack("<L", size), struct.pack("<L", size - 9))


def size_in(raw: bytes) -> int:
    """Return how many bytes a file says that its document has."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return archive.getinfo("word/document.xml").file_size


def wrong_checksum() -> bytes:
    """A part that is not as it was packed."""
    raw = with_part("word/document.xml", whole()["word/document.xml"])
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        entry = archive.getinfo("word/document.xml")
    return raw.replace(struct.pack("<L", entry.CRC), struct.pack("<L", 7))


def two_documents() -> bytes:
    """Two parts of one name: readers would not agree on which counts."""
    raw = with_part("word/documenX.xml", xml(line(typed("reason", "Annat"))))
    return raw.replace(b"word/documenX.xml", b"word/document.xml")


def two_documents_by_capitals() -> bytes:
    """Two parts whose names are the same to Word."""
    return with_part("word/Document.xml", xml(line(typed("reason", "Annat"))))


def two_tables() -> bytes:
    """A part that is called one thing in front and another at the end."""
    raw = with_part("word/document.xml", whole()["word/document.xml"])
    return raw.replace(b"word/document.xml", b"word/documenX.xml", 1)


def path_up() -> bytes:
    """A part that would lie elsewhere."""
    return with_part("word/../../../etc/passwd", b"x")


def path_of_the_machine() -> bytes:
    """A part with a path of the machine."""
    return with_part("/etc/passwd", b"x")


def path_of_windows() -> bytes:
    """A part with a path of Windows."""
    return with_part("word\\..\\..\\x", b"x")


def path_in_disguise() -> bytes:
    """A path that is written in percent."""
    return with_part("word/%2e%2e/%2E%2E/x", b"x")


def many_parts() -> bytes:
    """Twenty thousand parts."""
    return docx({**whole(), **{f"word/x{n}.xml": b"" for n in range(20_000)}})


def some_parts() -> bytes:
    """A few parts too many."""
    return docx({**whole(), **{f"word/x{n}.xml": b"" for n in range(600)}})


def packed_in_another_way() -> bytes:
    """A part in a way of packing that no document has."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_BZIP2) as archive:
        for name, content in whole().items():
            archive.writestr(name, content)
    return buffer.getvalue()


def locked_parts() -> bytes:
    """Parts that say that they take a password."""
    raw = bytearray(docx(whole()))
    for sign, distance in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = raw.find(sign)
        while at >= 0:
            raw[at + distance] |= 1
            at = raw.find(sign, at + 4)
    return bytes(raw)


def linked(sort: str, target: str = "http://127.0.0.1:9/x", part: str = "") -> bytes:
    """Return a file that refers to something outside it."""
    name = part or "word/_rels/document.xml.rels"
    return with_part(name, relations((OFFICE + sort, target), outside=True))


def template_elsewhere() -> bytes:
    """A template that Word would fetch."""
    return linked("relationships/attachedTemplate", part="word/_rels/settings.xml.rels")


def picture_elsewhere() -> bytes:
    """A picture that Word would fetch, and so tell that the file is open."""
    return linked("relationships/image")


def file_elsewhere() -> bytes:
    """A picture of a share of files, which sends a password there."""
    return linked("relationships/image", "file://127.0.0.1/share/x.png")


def held(sort: str, target: str, content: bytes) -> bytes:
    """Return a file that holds another."""
    made = whole()
    made["word/_rels/document.xml.rels"] = relations((OFFICE + sort, target))
    made[f"word/{target}"] = content
    return docx(made)


def embedded() -> bytes:
    """A program that is an object in the document."""
    return held("relationships/oleObject", "embeddings/a.bin", b"MZ" + b"\x90" * 1000)


def document_within() -> bytes:
    """Another document that is part of this one."""
    html = b"<script>alert(1)</script>"
    return held("relationships/aFChunk", "chunk.htm", html)


def macros() -> bytes:
    """Programs under a name that has none."""
    return held("relationships/vbaProject", "vbaProject.bin", b"Attribute VB_Name")


def macros_by_type() -> bytes:
    """A document with programs, with another ending."""
    sort = "application/vnd.ms-word.document.macroEnabled.main+xml"
    return with_part("[Content_Types].xml", worddocs.types(sort))


def both_sorts() -> bytes:
    """A Word document and a package in one: readers would not agree on which it is."""
    return with_part("data.json", b"{}")


def no_document() -> bytes:
    """A document that is not there."""
    made = whole()
    del made["word/document.xml"]
    return docx(made)


def relation_loop() -> bytes:
    """A document that is its own list of parts."""
    made = whole()
    made["_rels/.rels"] = relations((f"{OFFICE}officeDocument", "_rels/.rels"))
    made["[Content_Types].xml"] = worddocs.types(part="_rels/.rels")
    return docx(made)


def unfinished() -> bytes:
    """A document that stops in the middle of a control."""
    return with_document(whole()["word/document.xml"].partition(b"</w:sdtContent>")[0])


def properties_twice() -> bytes:
    """A control that says twice what it is, the second time after its content."""
    again = '<w:sdtPr><w:tag w:val="reason"/></w:sdtPr>'
    return with_document(xml(line(f"<w:sdt><w:sdtContent/>{again}</w:sdt>")))


def no_xml() -> bytes:
    """A document that is something else."""
    return with_document(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))


WORD_CORPUS: tuple[Callable[[], bytes], ...] = (
    entity_of_a_file,
    external_type,
    parameter_entity,
    internal_entity,
    billion_laughs,
    quadratic,
    bare_type,
    type_in_a_small_part,
    type_in_the_stamp,
    other_coding,
    other_coding_without_a_mark,
    declared_coding,
    many_elements,
    many_controls,
    many_items,
    long_names,
    deep_elements,
    deep_controls,
    deep_relations,
    bomb,
    long_text,
    long_tag,
    long_comment,
    many_attributes,
    many_namespaces,
    bomb_of_a_picture,
    bomb_of_a_stamp,
    bomb_of_relations,
    bomb_of_comments,
    lying_size,
    lying_a_little,
    wrong_checksum,
    two_documents,
    two_documents_by_capitals,
    two_tables,
    path_up,
    path_of_the_machine,
    path_of_windows,
    path_in_disguise,
    many_parts,
    some_parts,
    packed_in_another_way,
    locked_parts,
    template_elsewhere,
    picture_elsewhere,
    file_elsewhere,
    embedded,
    document_within,
    macros,
    macros_by_type,
    both_sorts,
    no_document,
    relation_loop,
    unfinished,
    properties_twice,
    no_xml,
)


def rewritten(made: Mapping[str, bytes], count: int, seed: int) -> Iterator[bytes]:
    """Yield files of parts whose XML is damaged, each packed as it should be."""
    chance = random.Random(seed)
    names = [name for name in made if name.endswith((".xml", ".rels"))]
    documents = ["word/document.xml"] * len(names)  # half of the blows
    for each in range(count):
        name = chance.choice([*names, *documents])
        way = chance.choice((_bytes_of, _tags_of))
        yield docx({**made, name: way(made[name], seed + each)})


def _bytes_of(content: bytes, seed: int) -> bytes:
    """Return XML in which bytes have been changed, left out or put in."""
    chance = random.Random(seed)
    damaged = bytearray(content)
    for _blow in range(chance.choice((1, 1, 2, 5))):
        at, length = chance.randrange(len(damaged) + 1), chance.choice((1, 1, 8, 100))
        damaged[at : at + chance.choice((0, length))] = chance.randbytes(
            chance.choice((0, length))
        )
    return bytes(damaged)


def _tags_of(content: bytes, seed: int) -> bytes:
    """Return XML in which tags have been left out, doubled, moved or renamed."""
    chance = random.Random(seed)
    pieces = _TAG.split(content)
    for _blow in range(chance.choice((1, 1, 3, 20))):
        one, other = chance.randrange(len(pieces)), chance.randrange(len(pieces))
        way = chance.randrange(4)
        if way == 0:
            pieces[one] = b""
        elif way == 1:
            pieces[one] *= 2
        elif way == 2:
            pieces[one], pieces[other] = pieces[other], pieces[one]
        else:
            pieces[one] = pieces[one].replace(b"w:p", b"w:sdt")
    return b"".join(pieces)


_TAG = re.compile(rb"(<[^>]*>)")
