"""Content controls in their boxes: what is empty is wide, and prints as nothing."""

from formsvc.word.controls import CHECK, LONG, Control, content, properties
from tools.word_templates.lengths import twips

EN_SPACE = "\N{EN SPACE}"
POINTS_PER_MM = 72 / 25.4
MOST = 60
"""Spaces in the widest placeholder."""


class Controls:
    """Writes content controls, each with an id of its own, and knows their tags."""

    def __init__(self) -> None:
        """Begin with the first id."""
        self.tags: list[str] = []
        self.placeholders: set[int] = set()

    def control(
        self, control: Control, width: float, size: float, *, bold: bool = False
    ) -> str:
        """Return an empty control in a box `width` mm wide, typed in `size` points."""
        self.tags.append(control.tag)
        half = round(size * 2)
        letters = f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
        style = f"<w:rPr>{'<w:b/><w:bCs/>' if bold else ''}{letters}</w:rPr>"
        if control.sort == CHECK:
            style = '<w:rPr><w:sz w:val="30"/><w:szCs w:val="30"/></w:rPr>'
            return self._whole(control, style, "", "")
        spaces = _spaces(width, size)
        self.placeholders.add(spaces)
        empty = (
            '<w:r><w:rPr><w:rStyle w:val="Platshallare"/></w:rPr>'
            f'<w:t xml:space="preserve">{EN_SPACE * spaces}</w:t></w:r>'
        )
        return self._whole(control, style, placeholder_name(spaces), empty)

    def _whole(self, control: Control, style: str, placeholder: str, empty: str) -> str:
        number = len(self.tags)
        told = properties(control, "", number, style=style, placeholder=placeholder)
        shown = content(control, "", style=style, empty=empty)
        return (
            f"<w:sdt><w:sdtPr>{told}</w:sdtPr>"
            f"<w:sdtContent>{shown}</w:sdtContent></w:sdt>"
        )


def placeholder_name(spaces: int) -> str:
    """Return the name of the docPart with so many en spaces."""
    return f"Tomt {spaces}"


def _spaces(width: float, size: float) -> int:
    """Return how many en spaces nearly fill a line of a box."""
    return max(3, min(MOST, int((width - 5) * POINTS_PER_MM / (size / 2))))


def height(control: Control, lines: int, line: float) -> int:
    """Return how tall a box is in twips, with lines of `line` mm."""
    return twips(line * lines if control.sort == LONG else line)
