"""The service behind a real WSGI server: gunicorn, one worker for each core."""

import os
import socket
from typing import Any

from gunicorn.app.base import BaseApplication

from formsvc.app import create_app
from formsvc.config import Settings
from formsvc.errors import RefusedError
from formsvc.i18n import _
from formsvc.keys import load_keys
from formsvc.profiles import load_profile

THREADS = 32
"""Connections that each worker takes at once: pages come while a document is made.

Many, since gunicorn lets one on which nothing comes hold a thread for five seconds.
"""

TIMEOUT = 60
"""Seconds that a request may take: laying out a large form takes a few."""


class Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn with our application and settings, and no settings file."""

    def __init__(self, settings: Settings, bind: str) -> None:
        """Serve with `settings` on the address `bind`."""
        self.settings, self.bind = settings, bind
        super().__init__()

    def load_config(self) -> None:
        """Tell gunicorn where to listen and how many workers to have."""
        self.cfg.set("bind", self.bind)
        self.cfg.set("workers", os.cpu_count() or 1)
        # A browser holds connections open that it does not use yet.
        self.cfg.set("worker_class", "gthread")
        self.cfg.set("threads", THREADS)
        self.cfg.set("timeout", TIMEOUT)
        self.cfg.set("proc_name", "formsvc")
        # It would write to the home folder.
        self.cfg.set("control_socket_disable", "true")

    def load(self) -> Any:
        """Return the WSGI application."""
        return create_app(self.settings)


def run(settings: Settings, *, host: str, port: int) -> None:
    """Serve on `host` and `port` until stopped.

    Raises `RefusedError` when that address cannot be had.
    """
    load_profile(settings.instance, settings.profile)
    load_keys(settings)
    _demand_address(host, port)
    Server(settings, f"{host}:{port}").run()


def _demand_address(host: str, port: int) -> None:
    """Say at once when the address is taken; gunicorn would try on, in English."""
    try:
        with socket.create_server((host, port)):
            return
    except OSError as error:
        raise RefusedError(
            _(
                "Adressen {host}:{port} går inte att svara på. Välj en annan port."
            ).format(host=host, port=port)
        ) from error
