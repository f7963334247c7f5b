"""An organisation's own Word templates: copies of those that come along."""

from pathlib import Path

from formsvc.errors import RefusedError
from formsvc.formkit.kind import Kind
from formsvc.i18n import _
from formsvc.whole import write_whole
from formsvc.word.kept import own_template, packaged_template


def copied(kind: Kind, instance: Path) -> Path:
    """Copy the service's template of a kind into the instance folder; return where.

    Raises `RefusedError` when there is one already.
    """
    path = own_template(kind, instance)
    if path.exists():
        raise RefusedError(
            _(
                "{path} finns redan, och skrivs inte över. Flytta eller döp om den "
                "först."
            ).format(path=path)
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, packaged_template(kind).read_bytes())
    return path
