"""A logo is a whole picture that runs and fetches nothing; its size is found."""

from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from formsvc.errors import UnreadableError
from formsvc.logos import MOST_PIXELS, fault_of, size_of
from formsvc.profiles import Profile, load_profile
from formsvc.renderers.logo import logo_of

SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def drawing(inside: str = "", attributes: str = 'viewBox="0 0 9 9"') -> bytes:
    """Return a drawing."""
    return f"<svg {SVG} {attributes}>{inside}</svg>".encode()


def picture(kind: str) -> bytes:
    """Return a picture of 40 by 20 pixels."""
    file = BytesIO()
    Image.new("RGB", (40, 20), "red").save(file, kind)
    return file.getvalue()


SIZES = {
    "exponents": ('viewBox="0 0 1e3 2.5E2"', (1000, 250)),
    "commas": ('viewBox="-1,-2 , 30,1.5e1"', (30, 15)),
    "no-unit": ('width="200" height="50"', (200, 50)),
    "px": ('width="200px" height="50.5px"', (200, 50.5)),
    "mm": ('width="254mm" height="25.4mm"', (960, 96)),
    "pt": ('width="72pt" height=".36e2pt"', (96, 48)),
    "both": ('width="200" height="50" viewBox="0 0 4 1"', (200, 50)),
    "width-and-box": ('width="20mm" viewBox="0 0 40 10"', (75.59, 18.9)),
    "height-and-box": ('height="10" viewBox="0 0 40 10"', (40, 10)),
    "shares": ('width="100%" height="100%" viewBox="0 0 40 10"', (40, 10)),
    "ems": ('width="2em" height="1em"', None),
    "two-points": ('viewBox="0 0 1.2.3 4"', None),
    "a-point": ('viewBox="0 0 . 4"', None),
    "three": ('viewBox="0 0 4"', None),
    "digits": (f'viewBox="0 0 {"9" * 400} 4"', None),
    "without-end": ('viewBox="0 0 1e999 4"', None),
    "nought": ('viewBox="0 0 0 4"', None),
    "negative": ('width="-3" height="4"', None),
    "huge": ('width="1e300" height="1"', None),
    "words": ('width="bred" height="hög"', None),
}


@pytest.mark.parametrize(("attributes", "size"), SIZES.values(), ids=list(SIZES))
def test_the_size_of_a_drawing(
    attributes: str, size: tuple[float, float] | None
) -> None:
    raw = drawing("", attributes)
    found = size_of(raw, "svg")
    logo = b64encode(raw).decode()

    assert found == (size and pytest.approx(size, abs=0.01))
    placed = logo_of(Profile(logo=f"data:image/svg+xml;base64,{logo}"))
    assert placed is not None
    assert 0 < placed.width <= 50
    assert 0 < placed.height <= 16


def test_the_size_of_what_is_no_drawing() -> None:
    assert size_of(b"<svg", "svg") is None
    assert size_of(b"\x89PNG", "png") is None
    assert size_of(b"", "jpg") is None


def test_the_size_of_a_photograph_with_bytes_that_fill() -> None:
    raw = picture("JPEG")
    filled = raw[:2] + b"\xff\xff\xff" + raw[2:]

    assert size_of(raw, "jpg") == size_of(filled, "jpg") == (40, 20)
    assert size_of(picture("PNG"), "png") == (40, 20)


GOOD = {
    "plain": drawing('<rect width="9" height="9" style="fill:url(#a)"/>'),
    "own-reference": drawing('<use xlink:href="#a"/><use href=" #b"/>'),
    "picture-inside": drawing('<image href="data:image/png;base64,AAAA"/>'),
    "style": drawing("<style>.a{fill:#00f}</style>"),
    "font": drawing("<style>a{src:url('data:font/woff2;base64,//8=')}</style>"),
    "notes": drawing('<!-- x --><metadata about="http://purl.org/dc/"/>'),
    "declared": b'<?xml version="1.0"?>' + drawing(),
}
BAD = {
    "script": (drawing("<script>alert(1)</script>"), "annat än bild: script"),
    "event": (drawing('<g onclick="x()"/>'), "annat än bild: onclick"),
    "event-of-all": (drawing("", 'onload="x()"'), "annat än bild: onload"),
    "page": (drawing("<foreignObject/>"), "foreignObject"),
    "moving": (drawing('<set attributeName="href" to="http://a"/>'), "set"),
    "sheet": (b'<?xml-stylesheet href="http://a"?>' + drawing(), "xml-stylesheet"),
    "sheet-inside": (drawing('<?xml-stylesheet href="a"?>'), "xml-stylesheet"),
    "picture": (drawing('<image href="http://a/x.png"/>'), "utifrån: image href"),
    "old-way": (drawing('<image xlink:href="//a/x.png"/>'), "utifrån: image href"),
    "file": (drawing('<use href="hemlig.svg#a"/>'), "utifrån: use href"),
    "run": (drawing('<a href="javascript:alert(1)"/>'), "utifrån: a href"),
    "drawing-inside": (drawing('<image href="data:image/svg+xml,x"/>'), "image href"),
    "colour": (drawing('<g fill="url(http://a#b)"/>'), "utifrån: g fill"),
    "quoted": (drawing("<g fill=\"URL( 'a.svg#b')\"/>"), "utifrån: g fill"),
    "in-style": (drawing('<g style="fill:url(//a)"/>'), "utifrån: g style"),
    "import": (drawing('<style>@import "a.css";</style>'), "utifrån: style"),
    "hidden-in-data": (
        drawing('<style>a{b:"url(data:";c:image-set("http://a" 1x)}</style>'),
        "utifrån: style",
    ),
    "in-a-note": (drawing("<style>/* http://a */</style>"), "utifrån: style"),
    "escaped": (drawing(r"<style>a{b:u\72l(x)}</style>"), "utifrån: style"),
    "base": (drawing("", 'xml:base="http://a/"'), "utifrån: svg base"),
    "doctype": (b"<!DOCTYPE svg>" + drawing(), "DOCTYPE"),
    "entity": (
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + drawing("&a;"),
        "DOCTYPE",
    ),
    "broken": (b"<svg", "ingen SVG"),
    "nothing": (b"", "ingen SVG"),
    "page-of-html": (b"<html/>", "ingen SVG"),
}


@pytest.mark.parametrize("raw", GOOD.values(), ids=list(GOOD))
def test_a_drawing_that_holds_all_that_it_shows_is_taken(raw: bytes) -> None:
    assert fault_of(raw, "svg") == ""


@pytest.mark.parametrize(("raw", "told"), BAD.values(), ids=list(BAD))
def test_a_drawing_that_does_more_is_refused(raw: bytes, told: str) -> None:
    assert told in fault_of(raw, "svg")


@pytest.mark.parametrize(("kind", "ending"), [("PNG", "png"), ("JPEG", "jpg")])
@pytest.mark.parametrize("lenient", [False, True])
def test_a_picture_has_to_be_whole_and_of_its_kind(
    kind: str, ending: str, *, lenient: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """WeasyPrint lets Pillow draw what is cut off, in the whole process."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", lenient)
    raw = picture(kind)
    other = picture("JPEG" if kind == "PNG" else "PNG")

    assert fault_of(raw, ending) == ""
    for broken in (b"", raw[:9], raw[: len(raw) // 2], other, b"x" + raw):
        assert "ingen hel" in fault_of(broken, ending)


def test_a_picture_that_is_larger_than_paper_is_refused() -> None:
    file = BytesIO()
    Image.new("1", (MOST_PIXELS // 1000, 1001)).save(file, "PNG")

    assert "för stor" in fault_of(file.getvalue(), "png")


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.svg", BAD["script"][0]), ("a.png", b"\x89PNG"), ("a.jpg", b"\xff\xd8")],
)
def test_a_profile_with_such_a_logo_cannot_be_used(
    tmp_path: Path, name: str, content: bytes
) -> None:
    folder = tmp_path / "profiles"
    folder.mkdir()
    (folder / "kommun.toml").write_text(f'logo = "{name}"', encoding="utf-8")
    (folder / name).write_bytes(content)

    with pytest.raises(UnreadableError, match=r"kommun\.toml kan inte användas: logo"):
        load_profile(tmp_path, "kommun")
