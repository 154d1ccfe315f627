"""What several tests stand on: static files, a PostgreSQL server, a browser, the real site."""

import os
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from hypothesis import settings

pytest_plugins = [
    "world.postgres",
    "world.databases",
    "world.site",
    "world.browser",
    "world.flushing",
    "world.city",
    "world.visitor",
]

# How long one example takes says more about what else runs on the machine than about what is tested.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def _static_files() -> None:
    """Collect the static files once, because every page names them by their hash."""
    call_command("collectstatic", verbosity=0, interactive=False)


@pytest.hookimpl(wrapper=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> Iterator[None]:
    """Fail a run in which no test passed: it proved nothing."""
    yield
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if exitstatus == 0 and reporter and not reporter.stats.get("passed"):
        session.exitstatus = pytest.ExitCode.NO_TESTS_COLLECTED


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run the slow kinds last, so that a plain mistake shows first.

    Where several processes share the tests, one of them begins with the slow kinds and another with the
    plain ones, of which the last are left for the end: so no process waits for another's longest test.
    """
    slow = ("journey", "postgres", "browser")
    items.sort(
        key=lambda item: max((i + 1 for i, kind in enumerate(slow) if kind in item.keywords), default=0),
        reverse=hasattr(config, "workerinput"),
    )


def pytest_report_header() -> str:
    """Say which database the tests use."""
    return f"database: {'PostgreSQL' if os.environ.get('DATABASE_URL') else 'SQLite'}"
