"""Addresses of kinds: `/samtycke`, `/inbjudan`, `/plan`."""

from werkzeug.routing import BaseConverter, ValidationError

from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS

_BY_PAGE = {kind.page: kind for kind in KINDS.values()}


class KindConverter(BaseConverter):
    """A kind, by the name of its page."""

    def to_python(self, value: str) -> Kind:
        """Return the kind; with none of that name the page is not found."""
        if value not in _BY_PAGE:
            raise ValidationError
        return _BY_PAGE[value]

    def to_url(self, value: Kind) -> str:
        """Return the name of the kind's page."""
        return value.page
