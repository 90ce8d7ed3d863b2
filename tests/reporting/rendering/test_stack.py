"""A function with room asks the system for no more stack, however deep it is called from."""

import sys

import pytest

from marktscan.reporting.rendering.stack import roomy


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how often memory was asked for")
def test_what_a_roomy_function_calls_never_asks_for_more_stack():
    """At some depth a call of a large function crosses the end of a piece, each of a thousand times."""
    resource = pytest.importorskip("resource")

    def asked():
        return resource.getrusage(resource.RUSAGE_SELF).ru_minflt

    def called(depth):
        if depth:
            return called(depth - 1)
        before = asked()
        for _ in range(1000):
            large()
        return asked() - before

    def large():
        pass

    large.__code__ = large.__code__.replace(co_stacksize=200)

    def most():
        return max(called(depth) for depth in range(300))

    assert most() > 900
    assert roomy(most)() < 100
