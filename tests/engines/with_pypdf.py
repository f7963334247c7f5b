"""pypdf, which programs read and fill forms with."""

from io import BytesIO

from engines.engine import Values
from pypdf import PdfReader, PdfWriter


class Pypdf:
    """pypdf, which does not draw."""

    name = "pypdf"

    def read(self, content: bytes) -> Values:
        """Return the values; of a choice its value."""
        fields = PdfReader(BytesIO(content)).get_fields() or {}
        return {
            name: field.get("/V", "/Off") != "/Off"
            if field["/FT"] == "/Btn"
            else str(field.get("/V", ""))
            for name, field in fields.items()
        }

    def write(self, content: bytes, values: Values) -> bytes:
        """Set each value, with an appearance that pypdf makes."""
        writer = PdfWriter(BytesIO(content))
        told = {
            name: ("/true" if value else "/Off") if isinstance(value, bool) else value
            for name, value in values.items()
        }
        for page in writer.pages:
            writer.update_page_form_field_values(page, told, auto_regenerate=False)
        buffer = BytesIO()
        writer.write(buffer)
        return buffer.getvalue()
