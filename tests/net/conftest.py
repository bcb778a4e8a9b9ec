from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from pkm_app.net.fetch import NetFetcher
from pkm_app.net.proxy import Routes
from tests.servers.loopback import Answer, Loopback


@pytest.fixture
def fetcher() -> Iterator[NetFetcher]:
    """The real one, whatever proxies the system has."""
    one = NetFetcher("1.2.3", routes=lambda: Routes({}))
    yield one
    one.close()


@pytest.fixture
def serve() -> Iterator[Callable[..., Loopback]]:
    """Start loopback servers: ``serve({"/": answer}, host="127.0.0.2")``."""
    with ExitStack() as stack:
        def start(pages: dict[str, Answer] | None = None, **options: object) -> Loopback:
            return stack.enter_context(Loopback(pages=pages, **options))  # type: ignore[arg-type]
        yield start
