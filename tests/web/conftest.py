"""Visitors of the service."""

import itertools
from collections.abc import Callable

import pytest
from flask import Flask
from pages import Visitor

from formsvc.app import create_app
from formsvc.config import Settings

NewApp = Callable[..., Flask]


@pytest.fixture(scope="module")
def new_app(tmp_path_factory: pytest.TempPathFactory) -> NewApp:
    """Give what makes a service of its own, with settings beside the neutral ones."""
    numbers = itertools.count()

    def make(**settings: object) -> Flask:
        instance = tmp_path_factory.mktemp(f"instance-{next(numbers)}")
        return create_app(Settings(instance, "", **settings))  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="module")
def visitor(new_app: NewApp) -> Visitor:
    """Give a visitor to a service with a neutral profile."""
    return Visitor(new_app().test_client())
