"""Barnets bästa-hjulet: as a drawing, as links on a page and as a sentence."""

from formsvc.wheel.drawing import icon_svg, sign_svg, wheel_svg
from formsvc.wheel.linked import linked_wheel_svg
from formsvc.wheel.words import wheel_text

__all__ = ["icon_svg", "linked_wheel_svg", "sign_svg", "wheel_svg", "wheel_text"]
