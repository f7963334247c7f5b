"""Every error that is raised on purpose: the message is Swedish, for the person."""


class FormsvcError(Exception):
    """Something that the person can be told of and do something about."""


class UsageError(FormsvcError):
    """The call itself is wrong: an unknown kind, format or profile."""


class UnreadableError(FormsvcError):
    """A file cannot be read: it is not ours, damaged, or not there."""


class RefusedError(FormsvcError):
    """What was asked for cannot be made from this data."""


class NotNowError(RefusedError):
    """It could be made, but the machine is not as it has to be."""


class RenderError(FormsvcError):
    """A document could not be laid out: a font, image or template is missing."""


class RegisterError(FormsvcError):
    """The register of versions cannot be reached, or not be used."""


class UnfinishedError(FormsvcError):
    """The data has errors, and no version is made of it."""


class TakenError(RefusedError):
    """A newer version exists already.

    `version` and `stamped_at` are those of the newest; times are ISO 8601.
    """

    def __init__(self, message: str, version: int, stamped_at: str) -> None:
        """Say so, with the number and the time of the newest."""
        super().__init__(message)
        self.version, self.stamped_at = version, stamped_at
