"""Click speaks Swedish: its help pages and its errors, said in our own words."""

import click

from formsvc.i18n import _


class SwedishCommand(click.Command):
    """A command whose help page is in Swedish."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how the command is called."""
        pieces = [
            _("[VAL]") if piece == "[OPTIONS]" else piece
            for piece in self.collect_usage_pieces(ctx)
        ]
        formatter.write_usage(
            ctx.command_path, " ".join(pieces), prefix=_("Användning: ")
        )

    def format_options(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the options."""
        records = [param.get_help_record(ctx) for param in self.get_params(ctx)]
        rows = [
            (names, meaning.replace("[required]", _("(måste anges)")))
            for names, meaning in filter(None, records)
        ]
        if rows:
            with formatter.section(_("Val")):
                formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help page."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("Visa den här hjälpen.")
        return option


class WrongCallError(click.UsageError):
    """A wrong call whose message is Swedish already."""


class SwedishGroup(SwedishCommand, click.Group):
    """A group of commands whose help page is in Swedish."""

    command_class = SwedishCommand

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that `args` begin with; say which there are if none."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            raise WrongCallError(
                _("Kommandot ”{name}” finns inte. Välj: {commands}.").format(
                    name=args[0], commands=", ".join(self.commands)
                ),
                ctx,
            )
        return super().resolve_command(ctx, args)

    def format_options(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the options, then the commands with a line each."""
        SwedishCommand.format_options(self, ctx, formatter)
        commands = [(name, self.commands[name]) for name in self.commands]
        with formatter.section(_("Kommandon")):
            formatter.write_dl(
                [(name, command.get_short_help_str(70)) for name, command in commands]
            )


def usage_words(error: click.UsageError) -> str:
    """Return what is wrong with a call, in Swedish, with the way to the help page."""
    path = error.ctx.command_path if error.ctx else "formsvc"
    tail = _("Se {path} --help.").format(path=path)
    return f"{_what(error)} {tail}"


def _what(error: click.UsageError) -> str:
    if isinstance(error, WrongCallError):
        return error.message
    if isinstance(error, click.NoSuchOption):
        return _("Valet {name} finns inte.").format(name=error.option_name)
    if isinstance(error, click.BadOptionUsage):
        return _("Valet {name} ska ha ett värde.").format(name=error.option_name)
    if isinstance(error, click.MissingParameter):
        return _("{name} saknas.").format(name=_name(error))
    if isinstance(error, click.BadParameter):
        return _("Värdet för {name} går inte att använda.").format(name=_name(error))
    return _("Kommandot är inte komplett, eller har något för mycket.")


def _name(error: click.BadParameter) -> str:
    """Return the parameter as it is written in a call: `DATA.json`, `--format`."""
    param, ctx = error.param, error.ctx
    if isinstance(param, click.Argument) and ctx is not None:
        return param.make_metavar(ctx)
    return param.opts[0] if param is not None else ""
