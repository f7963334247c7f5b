"""An update of a PDF ends every stream clearly, whatever is in it."""

import re
import zlib

import pytest

from formsvc.writable.syntax import ENDS_OF_LINE, Update, clear, literal, text_string

UNCLEAR = re.compile(rb"[\r\n]\nendstream")


@pytest.mark.parametrize("padding", [b"\n", b"\1", b" "])
def test_any_content_packs_with_a_clear_end(padding: bytes) -> None:
    for last in range(600):
        content = bytes([255]) * (last // 256) + bytes([last % 256]) + b"x"
        padded = clear(content, padding)
        assert padded.startswith(content)
        assert zlib.compress(padded)[-1] not in ENDS_OF_LINE


def test_no_stream_of_an_update_ends_as_a_line_does() -> None:
    for number in range(700):
        update = Update(b"%PDF-1.7\n", size=9, start=0, trailer=b"/ID[<00><%s>]")
        update.put(1, b"<</A %d>>" % number)
        update.put_stream(2, b"", b"q Q")
        update.put_packed(3, b"", b"q %d Q" % number)
        assert not UNCLEAR.search(update.finished()), number


def test_what_is_special_in_a_string_is_escaped() -> None:
    assert literal(b"(a\\b)\r\n") == b"(\\(a\\\\b\\)\\r\\n)"
    assert text_string("Åsa") == b"<FEFF00C500730061>"
    assert text_string("Asa (1)") == rb"(Asa \(1\))"
