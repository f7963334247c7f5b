"""Every error that is raised on purpose: the message is Swedish, for the person."""


class FormsvcError(Exception):
    """Something that the person can be told of and do something about."""


class UsageError(FormsvcError):
    """The call itself is wrong: an unknown kind, format or profile."""


class UnreadableError(FormsvcError):
    """A file cannot be read: it is not ours, damaged, or not there."""


class RefusedError(FormsvcError):
    """What was asked for cannot be made from this data."""


class RenderError(FormsvcError):
    """A document could not be laid out: a font, image or template is missing."""
