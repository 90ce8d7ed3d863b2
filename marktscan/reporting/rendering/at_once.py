"""Reports each in a process of its own, as many at the same time as there are processors."""

import gc
import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_context
from multiprocessing.context import BaseContext


def make_ready() -> None:
    """Begin to load WeasyPrint in the process that the others are copied from, while this one goes on."""
    if _nursery().get_start_method() == "forkserver":
        from multiprocessing import forkserver

        forkserver.ensure_running()


def rendered(pages: Iterable[str]) -> Iterator[bytes]:
    """The documents in order, each begun as soon as its page is there.

    MemoryError when the system ended a process, which it does when memory is short.
    """
    with ThreadPoolExecutor(os.cpu_count() or 1) as waiting:
        try:
            documents = [waiting.submit(_apart, page) for page in pages]
            for document in documents:
                yield document.result()
        except BaseException:
            waiting.shutdown(wait=False, cancel_futures=True)
            raise


def _apart(page: str) -> bytes:
    """The document from a new process. Its memory goes when it ends, so nothing in it is ever collected."""
    with ProcessPoolExecutor(1, mp_context=_nursery(), initializer=gc.disable) as process:
        try:
            return process.submit(_pdf, page).result()
        except BrokenProcessPool as error:
            raise MemoryError("a process that rendered a report was ended") from error


@cache
def _nursery() -> BaseContext:
    """Where new processes come from.

    On Linux they are copies of one that has done nothing but load WeasyPrint, and the commands that a new
    process loads with the script it was started from: so these are loaded once. Elsewhere a copied process is
    not safe with the system's own libraries.
    """
    if sys.platform != "linux":
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["marktscan.reporting.pdf", "marktscan.cli"])
    return context


def _pdf(html: str) -> bytes:
    from marktscan.reporting.pdf import pdf

    return pdf(html)
