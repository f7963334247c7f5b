"""The seven areas of "Barnets bästa-hjulet": names, numbers, colours and icons."""

from dataclasses import dataclass

from formsvc.i18n import _


@dataclass(frozen=True)
class Area:
    """One area of the wheel.

    `id` is the word in data and field names, `number` (1-7) and `name` are what people
    read. `colour` is for lines and text: at least 4.5:1 against white and against
    `surface`, the light ground of the same area. `icon` is the data of one SVG path in
    a box of 24 x 24, to be drawn as a line (`ICON_STROKE` wide, round caps and joins)
    without fill.
    """

    id: str
    number: int
    name: str
    colour: str
    surface: str
    icon: str


# Thick enough to hold at 4 mm on an office printer, thin enough to keep the heart of
# the hand and the door of the house open.
ICON_STROKE = 1.8

_HEART = (
    "M12 20.5C6.2 16.4 3 13 3 9.2A4.8 4.8 0 0 1 7.8 4.4C9.6 4.4 11.1 5.3 12 6.9"
    "C12.9 5.3 14.4 4.4 16.2 4.4A4.8 4.8 0 0 1 21 9.2C21 13 17.8 16.4 12 20.5Z"
)
_SPROUT = (
    "M12 21V10.5M12 15.5C12 11.4 9.2 8.7 3.5 8.7C3.5 13 6.6 15.5 12 15.5Z"
    "M12 10.5C12 6 15 3.2 20.5 3.2C20.5 7.9 17.6 10.5 12 10.5ZM7.5 21H16.5"
)
_BOOK = (
    "M12 6.8C9.8 5.2 6.6 4.6 2.8 4.6V17.9C6.6 17.9 9.8 18.5 12 20.2"
    "C14.2 18.5 17.4 17.9 21.2 17.9V4.6C17.4 4.6 14.2 5.2 12 6.8ZM12 6.8V20.2"
)
_HAND_WITH_HEART = (
    "M13.5 9.8C10.7 7.9 9.3 6.4 9.3 4.7A2.2 2.2 0 0 1 13.5 3.6"
    "A2.2 2.2 0 0 1 17.7 4.7C17.7 6.4 16.3 7.9 13.5 9.8Z"
    "M2.5 13V21M2.5 14.4H5.2C7 12.9 8.8 12.8 10.5 13.9H13.4A1.6 1.6 0 0 1 13.4 17.1H10"
    "M14.9 16.4L19.2 13.3A1.55 1.55 0 0 1 21.1 15.7L16.2 19.5C15.6 20 15 20.2 14.2 20.2"
    "H2.5"
)
_HOUSE = "M2.8 11.6L12 3.8L21.2 11.6M5.4 9.4V20.4H18.6V9.4M9.8 20.4V14.4H14.2V20.4"
_TWO_PEOPLE = (
    "M8.6 4.2A3.3 3.3 0 1 1 8.6 10.8A3.3 3.3 0 1 1 8.6 4.2Z"
    "M2.5 20V18.8C2.5 15.9 4.9 14 8.6 14C12.3 14 14.7 15.9 14.7 18.8V20"
    "M15.6 4.6A3 3 0 0 1 15.6 10.4M17.6 14.4C20 15 21.5 16.6 21.5 18.8V20"
)
_SHIELD = (
    "M12 3L19.6 5.7V11.4C19.6 15.9 16.8 19.3 12 21.2C7.2 19.3 4.4 15.9 4.4 11.4V5.7Z"
)

# Calm and warm, and apart from the pink, yellow and green of the documents. Lightness
# goes up and down around the ring, so that neighbours differ in black and white too.
# No two become one to someone with a colour-vision deficiency: every pair stays at
# least 7 apart (CIEDE2000) with protanopia, deuteranopia and tritanopia simulated.
AREAS: tuple[Area, ...] = (
    Area("health", 1, _("Hälsa"), "#a83240", "#fdeeed", _HEART),
    Area("development", 2, _("Utveckling"), "#1f4a0c", "#edf3e9", _SPROUT),
    Area("learning", 3, _("Lärande"), "#2f6cb4", "#edf1fc", _BOOK),
    Area("care", 4, _("Omsorg"), "#5c2457", "#f8eef7", _HAND_WITH_HEART),
    Area("home", 5, _("Hemmet"), "#a0581c", "#fbefe8", _HOUSE),
    Area("relationships", 6, _("Relationer"), "#0b6461", "#e5f4f3", _TWO_PEOPLE),
    Area("safety", 7, _("Trygghet"), "#1b3d8a", "#f0f0fb", _SHIELD),
)

AREAS_BY_ID: dict[str, Area] = {area.id: area for area in AREAS}
