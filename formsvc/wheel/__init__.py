"""Barnets bästa-hjulet: as a drawing, as links on a page and as a sentence."""

from formsvc.wheel.drawing import (
    icon_svg,
    sign_svg,
    tickable_wheel_svg,
    wheel_svg,
)
from formsvc.wheel.linked import linked_wheel_svg
from formsvc.wheel.parts import tick_place
from formsvc.wheel.ring import SIZE
from formsvc.wheel.words import tickable_text, wheel_text

__all__ = [
    "SIZE",
    "icon_svg",
    "linked_wheel_svg",
    "sign_svg",
    "tick_place",
    "tickable_text",
    "tickable_wheel_svg",
    "wheel_svg",
    "wheel_text",
]
