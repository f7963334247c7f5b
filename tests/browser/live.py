"""The service as it runs in earnest: `formsvc serve`, a process of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import formsvc

ROOT = Path(formsvc.__file__).parent.parent
TRIES, PATIENCE = 3, 60

Environment = Mapping[str, str]
_NOTHING: Environment = MappingProxyType({})


@dataclass(frozen=True)
class Service:
    """A service that answers on `url`, and writes to the file `log`."""

    url: str
    log: Path


@contextmanager
def served(folder: Path, environment: Environment = _NOTHING) -> Iterator[Service]:
    """Serve with `folder` as instance folder, and stop at the end.

    `environment` is set beside; `{url}` in it stands for the service's own address.
    """
    for _ in range(TRIES):  # someone else may take the port before it does
        port = _free_port()
        service = Service(f"http://127.0.0.1:{port}", folder / f"serve-{port}.log")
        with service.log.open("wb") as log:
            told = {k: v.format(url=service.url) for k, v in environment.items()}
            process = _start(folder, port, log.fileno(), told)
        try:
            if _answers(process, service.url):
                yield service
                return
        finally:
            process.terminate()
            process.wait(PATIENCE)
    raise RuntimeError(service.log.read_text(encoding="utf-8"))


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def _start(
    folder: Path, port: int, log: int, environment: Environment
) -> subprocess.Popen[bytes]:
    """Start it with the settings of a new installation, whatever is set here."""
    outer = {k: v for k, v in os.environ.items() if not k.startswith("FORMSVC_")}
    return subprocess.Popen(
        [sys.executable, "-m", "formsvc", "serve", "--port", str(port)],
        cwd=folder,
        env={
            **outer,
            "FORMSVC_INSTANCE": str(folder),
            "PYTHONPATH": str(ROOT),
            **environment,
        },
        stdout=log,
        stderr=log,
    )


def _answers(process: subprocess.Popen[bytes], url: str) -> bool:
    """Wait until it answers; say whether it does, or has ended."""
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE):
                return True
        except urllib.error.HTTPError as answer:
            answer.close()
            return True
        except OSError:
            time.sleep(0.05)
    return False
