"""Documents are made of what the package ships: nothing is fetched from elsewhere."""

import base64
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from formsvc.errors import RenderError
from formsvc.renderers.weasy import print_pdf

WAYS = (
    '<link rel="stylesheet" href="{address}">',
    '<style>@import url("{address}");</style>',
    '<img src="{address}" alt="">',
    '<p style="background: url({address})">Text</p>',
    '<p style="list-style: url({address}); display: list-item">Text</p>',
    '<style>@font-face {{ font-family: A; src: url("{address}") }}</style>',
    '<object data="{address}"></object>',
    '<embed src="{address}">',
    '<a rel="attachment" href="{address}">Text</a>',
    '<link rel="attachment" href="{address}">',
)
"""The ways in which HTML names a file."""


@pytest.fixture
def server() -> Iterator[socket.socket]:
    """Give a server that nobody should call."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0)
        yield listening


@pytest.mark.parametrize("way", WAYS)
def test_what_stands_on_the_net_is_refused_and_not_asked_for(
    way: str, server: socket.socket
) -> None:
    port = server.getsockname()[1]

    with pytest.raises(RenderError):
        print_pdf(way.format(address=f"http://127.0.0.1:{port}/a.css"))

    with pytest.raises(BlockingIOError):
        server.accept()


@pytest.mark.parametrize("way", WAYS)
def test_what_stands_on_the_machine_is_refused(way: str, tmp_path: Path) -> None:
    file = tmp_path / "hemligt.css"
    file.write_text("p { color: red }", encoding="utf-8")

    with pytest.raises(RenderError):
        print_pdf(way.format(address=file.as_uri()))


@pytest.mark.parametrize("way", WAYS)
def test_a_missing_packaged_file_stops_the_rendering(way: str) -> None:
    with pytest.raises(RenderError, match=r"något saknas eller är trasigt.*nope\.css"):
        print_pdf(way.format(address="packaged:nope.css"))


@pytest.mark.parametrize(
    "address",
    [
        "packaged:../glyphs.py",
        "packaged:/etc/passwd",
        "packaged:fonts/../../glyphs.py",
        "packaged:",
        "../glyphs.py",
        "ftp://127.0.0.1/a",
        "//127.0.0.1/a",
    ],
)
def test_the_way_out_of_the_packaged_files_is_closed(address: str) -> None:
    with pytest.raises(RenderError):
        print_pdf(f'<img src="{address}" alt="">')


def drawing(address: str) -> str:
    """Return a drawing that holds a picture from elsewhere."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9">'
        f'<image href="{address}" width="9" height="9"/></svg>'
    )


def logo(address: str) -> str:
    """Return such a drawing as the logo of a profile is written."""
    inline = base64.b64encode(drawing(address).encode()).decode()
    return f'<img src="data:image/svg+xml;base64,{inline}" alt="">'


@pytest.mark.parametrize("way", [drawing, logo])
def test_a_picture_in_a_drawing_is_not_asked_for(
    way: Callable[[str], str], server: socket.socket
) -> None:
    with suppress(RenderError):
        print_pdf(way(f"http://127.0.0.1:{server.getsockname()[1]}/a.png"))

    with pytest.raises(BlockingIOError):
        server.accept()


@pytest.mark.parametrize("way", [drawing, logo])
@pytest.mark.parametrize("address", ["http://127.0.0.1:1/a.png", "packaged:nope.png"])
def test_a_drawing_that_lacks_a_picture_stops_the_rendering(
    way: Callable[[str], str], address: str
) -> None:
    with pytest.raises(RenderError):
        print_pdf(way(address))


@pytest.mark.parametrize("media_type", ["image/png", "image/svg+xml"])
def test_a_picture_that_cannot_be_drawn_stops_the_rendering(media_type: str) -> None:
    with pytest.raises(RenderError):
        print_pdf(f'<img src="data:{media_type};base64,AAAA" alt="">')


def test_a_packaged_file_is_found() -> None:
    print_pdf('<link rel="stylesheet" href="packaged:document.css"><p>Text</p>')
