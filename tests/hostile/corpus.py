"""Files that mean harm or make work, built by hand: each small, each bad in one way."""

import io
import random
import zipfile
import zlib
from collections.abc import Callable, Iterator

MANY = 100_000


class Raw:
    """A PDF of objects that are written as they are given."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.objects: list[bytes] = []

    def add(self, content: bytes) -> int:
        """Add an object and return its number."""
        self.objects.append(content)
        return len(self.objects)

    def stream(self, keys: bytes, content: bytes) -> int:
        """Add a stream."""
        head = b"<<%s/Length %d>>" % (keys, len(content))
        return self.add(head + b"stream\n" + content + b"\nendstream")

    def file(self, root: int, trailer: bytes = b"") -> bytes:
        """Return the file, with `root` as its catalog."""
        body, places = bytearray(b"%PDF-1.7\n"), []
        for number, content in enumerate(self.objects, 1):
            places.append(len(body))
            body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
        start = len(body)
        body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        body += b"".join(b"%010d 00000 n \n" % place for place in places)
        size = len(places) + 1
        body += b"trailer\n<</Size %d/Root %d 0 R%s>>\n" % (size, root, trailer)
        return bytes(body + b"startxref\n%d\n%%%%EOF\n" % start)


def with_catalog(extra: bytes, *objects: bytes, page: bytes = b"") -> bytes:
    """Return a PDF of one page whose catalog has `extra`; `objects` begin at 4."""
    pdf = Raw()
    pdf.add(b"<</Type/Catalog/Pages 2 0 R%s>>" % extra)
    pdf.add(b"<</Type/Pages/Kids[3 0 R]/Count 1>>")
    pdf.add(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%s>>" % page)
    for each in objects:
        pdf.add(each)
    return pdf.file(1)


def packed(content: bytes, times: int = 1, keys: bytes = b"") -> bytes:
    """Return a stream that is packed that many times."""
    for _each in range(times):
        content = zlib.compress(content, 9)
    filters = b"/FlateDecode" * times
    head = b"<<%s/Filter[%s]/Length %d>>" % (keys, filters, len(content))
    return head + b"stream\n" + content + b"\nendstream"


def attached(stream: bytes, name: bytes = b"data.json") -> bytes:
    """Return a PDF that a stream is attached to."""
    return with_catalog(
        b"/Names<</EmbeddedFiles<</Names[(%s) 4 0 R]>>>>" % name,
        b"<</Type/Filespec/UF(%s)/EF<</F 5 0 R>>>>" % name,
        stream,
    )


def bomb() -> bytes:
    """Two hundred megabytes of nothing."""
    return attached(packed(b"\0" * 200_000_000))


def bomb_within_a_bomb() -> bytes:
    """The same, packed twice: a few hundred bytes."""
    return attached(packed(b"\0" * 200_000_000, 2))


def bomb_in_a_field() -> bytes:
    """A value that is a stream without end."""
    return with_catalog(
        b"/AcroForm<</Fields[4 0 R]>>",
        b"<</T(reason)/FT/Tx/V 5 0 R>>",
        packed(b"a" * 100_000_000),
    )


def bomb_of_a_page() -> bytes:
    """A page that draws a hundred megabytes."""
    return with_catalog(
        b"", packed(b"BT (a) Tj ET " * 8_000_000), page=b"/Contents 4 0 R"
    )


def many_bombs() -> bytes:
    """Many fields, each with as much text as one stream may have."""
    fields = b" ".join(b"%d 0 R" % (5 + n) for n in range(200))
    return with_catalog(
        b"/AcroForm<</Fields[%s]>>" % fields,
        packed(b"a" * 15_000_000),
        *(b"<</T(f%d)/FT/Tx/V 4 0 R>>" % n for n in range(200)),
    )


def object_stream_bomb() -> bytes:
    """An object stream that unpacks to objects without end."""
    pdf = Raw()
    pdf.add(b"<</Type/Catalog/Pages 2 0 R/AcroForm 9 0 R>>")
    heads = b" ".join(b"%d %d" % (n, n * 6) for n in range(2_000_000))
    body = heads + b" " + b"<<>>  " * 2_000_000
    pdf.add(packed(body, keys=b"/Type/ObjStm/N 2000000/First %d" % len(heads)))
    return pdf.file(1)


def many_objects() -> bytes:
    """A hundred thousand objects."""
    pdf = Raw()
    pdf.add(b"<</Type/Catalog/Pages 2 0 R>>")
    pdf.add(b"<</Type/Pages/Kids[]/Count 0>>")
    for _each in range(MANY):
        pdf.add(b"<<>>")
    return pdf.file(1)


def many_fields() -> bytes:
    """A hundred thousand fields in one object."""
    inner = b"".join(b"<</T(f%d)/FT/Tx/V(x)>>" % n for n in range(MANY))
    return with_catalog(b"/AcroForm<</Fields[%s]>>" % inner)


def many_pages() -> bytes:
    """Ten thousand pages that are one."""
    pdf = Raw()
    pdf.add(b"<</Type/Catalog/Pages 2 0 R>>")
    pdf.add(b"<</Type/Pages/Count 10000/Kids[%s]>>" % (b"3 0 R " * 10_000))
    pdf.add(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1 1]>>")
    return pdf.file(1)


def page_loop() -> bytes:
    """A tree of pages that is its own branch."""
    pdf = Raw()
    pdf.add(b"<</Type/Catalog/Pages 2 0 R>>")
    pdf.add(b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>>")
    return pdf.file(1)


def field_loop() -> bytes:
    """Fields that are one another's parents."""
    return with_catalog(
        b"/AcroForm<</Fields[4 0 R 5 0 R]>>",
        b"<</T(a)/Kids[5 0 R 4 0 R]/Parent 5 0 R>>",
        b"<</T(b)/Kids[4 0 R]/Parent 4 0 R/Subtype/Widget>>",
        page=b"/Annots[4 0 R 5 0 R]",
    )


def deep_fields() -> bytes:
    """Fields within fields, ten thousand deep."""
    kids = (b"<</T(a)/Kids[%d 0 R]>>" % (5 + n) for n in range(10_000))
    return with_catalog(b"/AcroForm<</Fields[4 0 R]>>", *kids)


def deep_array() -> bytes:
    """Brackets within brackets."""
    return with_catalog(b"/AcroForm<</Fields %s>>" % (b"[" * MANY))


def deep_dictionary() -> bytes:
    """Dictionaries within dictionaries."""
    return with_catalog(b"/AcroForm %s" % (b"<</A" * MANY))


def name_loop() -> bytes:
    """A tree of names that is its own branch."""
    return with_catalog(
        b"/Names<</EmbeddedFiles 4 0 R>>",
        b"<</Kids[4 0 R 5 0 R]>>",
        b"<</Kids[4 0 R]>>",
    )


def length_loop() -> bytes:
    """A stream whose length is the stream."""
    return attached(b"<</Length 5 0 R>>stream\n{}\nendstream")


def reference_loop() -> bytes:
    """References that lead to one another."""
    return with_catalog(b"/AcroForm 4 0 R", b"5 0 R", b"4 0 R")


def table_loop() -> bytes:
    """A cross-reference table that comes before itself."""
    pdf = Raw()
    pdf.add(b"<</Type/Catalog/Pages 2 0 R>>")
    pdf.add(b"<</Type/Pages/Kids[]/Count 0>>")
    plain = pdf.file(1)
    start = plain.rindex(b"xref\n0")
    return pdf.file(1, b"/Prev %d" % start)


def javascript() -> bytes:
    """Programs that a reader would run when it opens the file."""
    return with_catalog(
        b"/OpenAction 4 0 R/Names<</JavaScript<</Names[(a) 4 0 R]>>>>/AA<</WC 4 0 R>>",
        b"<</S/JavaScript/JS(while\\(1\\){app.alert\\('x'\\)})>>",
    )


def launch() -> bytes:
    """A program of the machine that is started, and an address that is fetched."""
    return with_catalog(
        b"/OpenAction<</S/Launch/F(/bin/sh)/Next<</S/URI/URI(http://127.0.0.1:9/)>>>>"
    )


def embedded() -> bytes:
    """A program as an attached file."""
    return attached(packed(b"MZ" + b"\x90" * 1000), b"setup.exe")


def external_file() -> bytes:
    """An attached file whose bytes lie in a file of the machine."""
    stream = b"<</F(/etc/passwd)/FFilter[]/Length 0>>stream\n\nendstream"
    return attached(stream)


def xfa() -> bytes:
    """A form in XML with an entity that grows, and no fields."""
    laughs = b'<!ENTITY a "ha">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
    )
    xml = b"<!DOCTYPE x [%s]><xdp>&j;</xdp>" % laughs
    return with_catalog(b"/AcroForm<</Fields[]/XFA 4 0 R>>", packed(xml))


def broken_table() -> bytes:
    """Numbers that point outside the file."""
    plain = javascript()
    start = plain.rindex(b"startxref")
    return plain[:start] + b"startxref\n99999999999999999999\n%%EOF\n"


def huge_numbers() -> bytes:
    """Numbers that no machine holds."""
    size = b"9" * 5000
    return with_catalog(
        b"/AcroForm<</Fields[4 0 R]>>", b"<</T(a)/FT/Btn/Ff %s/V/x>>" % size
    ).replace(b"/Size 5", b"/Size 2147483647")


def huge_table() -> bytes:
    """A cross-reference stream that tells of millions of objects."""
    rows = packed(b"\1\0\0\0\0\0\0" * 4_000_000, keys=b"/Type/XRef/W[1 4 2]")
    rows = rows.replace(b"/Type/XRef", b"/Type/XRef/Root 1 0 R/Size 4000000")
    return b"%%PDF-1.7\n1 0 obj\n%s\nendobj\nstartxref\n9\n%%%%EOF\n" % rows


def slow_pattern() -> bytes:
    """Half a million references to objects that are not there."""
    fields = b" ".join(b"%d 0 R" % n for n in range(100, 50_000))
    return with_catalog(
        b"/AcroForm<</Fields[%s]>>" % fields, b"(%s)" % (b"1 " * 900_000)
    )


def slow_font() -> bytes:
    """A table of characters that tells of ranges without end."""
    table = b"1 beginbfrange\n<0000> <ffff> <0000>\nendbfrange\n" * 3000
    return with_catalog(
        b"",
        packed(b"BT /F 9 Tf (a) Tj ET"),
        b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H"
        b"/DescendantFonts[<<>>]/ToUnicode 6 0 R>>",
        packed(table),
        page=b"/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>",
    )


def nothing_but_a_head() -> bytes:
    """The first line of a PDF."""
    return b"%PDF-1.7\n"


def zeros() -> bytes:
    """A head, and nothing."""
    return b"%PDF-1.7\n" + b"\0" * 14_000_000


def only_ends() -> bytes:
    """Millions of ends of file."""
    return b"%PDF-1.7\n" + b"%%EOF\nstartxref\n1\n" * 700_000


def zip_bomb() -> bytes:
    """A package whose data unpacks without end."""
    return zipped({"data.json": b" " * 300_000_000})


def zip_of_many() -> bytes:
    """A package with a hundred thousand files."""
    return zipped({f"{n}": b"" for n in range(MANY)})


def zip_with_paths() -> bytes:
    """A package whose files would lie elsewhere."""
    return zipped({"../../data.json": b"{}", "/etc/data.json": b"{}"})


def zip_twice() -> bytes:
    """A package with two data.json: readers would not agree on which counts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(zipfile.ZipInfo("data.json"), b"{}")
        archive.writestr(zipfile.ZipInfo("data.jsoX"), b"[]")
    return buffer.getvalue().replace(b"data.jsoX", b"data.json")


def zipped(files: dict[str, bytes]) -> bytes:
    """Return a package of files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


CORPUS: tuple[Callable[[], bytes], ...] = (
    bomb,
    bomb_within_a_bomb,
    bomb_in_a_field,
    bomb_of_a_page,
    many_bombs,
    object_stream_bomb,
    many_objects,
    many_fields,
    many_pages,
    page_loop,
    field_loop,
    deep_fields,
    deep_array,
    deep_dictionary,
    name_loop,
    length_loop,
    reference_loop,
    table_loop,
    javascript,
    launch,
    embedded,
    external_file,
    xfa,
    broken_table,
    huge_numbers,
    huge_table,
    slow_pattern,
    slow_font,
    nothing_but_a_head,
    zeros,
    only_ends,
    zip_bomb,
    zip_of_many,
    zip_with_paths,
    zip_twice,
)


def mutants(whole: bytes, count: int, seed: int) -> Iterator[bytes]:
    """Yield damaged versions of a file: cut, changed, doubled, moved, put together."""
    chance = random.Random(seed)
    for _each in range(count):
        damaged = bytearray(whole)
        for _blow in range(chance.choice((1, 1, 2, 5, 20))):
            _strike(damaged, chance)
        yield bytes(damaged)


def _strike(damaged: bytearray, chance: random.Random) -> None:
    """Change a file in place, in one of the ways that files go wrong."""
    place = chance.randrange(len(damaged) - 20)
    length = min(chance.choice((1, 2, 8, 100, 5000)), len(damaged) // 2)
    piece = bytes(damaged[place : place + length])
    way = chance.randrange(7)
    if way == 0:
        damaged[place : place + length] = chance.randbytes(len(piece))
    elif way == 1:
        del damaged[place : place + length]
    elif way == 2:
        damaged[place:place] = piece
    elif way == 3:
        elsewhere = chance.randrange(len(damaged) - 20)
        damaged[elsewhere : elsewhere + length] = piece
    elif way == 4:
        damaged[place] ^= 1 << chance.randrange(8)
    elif way == 5:
        numbers = [
            n
            for n in range(place, min(place + 4000, len(damaged)))
            if 48 <= damaged[n] <= 57
        ]
        for each in numbers[:3]:
            damaged[each] = 48 + chance.randrange(10)
    else:
        del damaged[max(1000, place) :]
