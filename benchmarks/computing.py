"""Scores, and how sure they are."""

from measure import PROJECT, TRIES, Measurement, run

STEPS_OF_SCORE = """
import sys, time
from pathlib import Path
from marktscan import pipeline
begun = []
pipeline.score(Path(sys.argv[1]), lambda step: begun.append((step[0], time.process_time())))
ends = [moment for _, moment in begun[1:]] + [time.process_time()]
print(sum(end - moment for (number, moment), end in zip(begun, ends) if number in "2456"))
"""
STRESS = """
import sys, time
from pathlib import Path
from marktscan import pipeline
outcome = pipeline.score(Path(sys.argv[1]))
begun = time.process_time()
pipeline.sureness(outcome.scan, outcome.results)
print(time.process_time() - begun)
"""


def computing() -> Measurement:
    """Merging, checking, scoring and stress of the whole example, with the libraries they load."""
    ours = min(float(run("-c", STEPS_OF_SCORE, PROJECT)) for _ in range(TRIES))
    return Measurement("merge, check, score, stress", ours, "one second", 1.0, 1.0)


def stressing() -> Measurement:
    """How sure the example is: all closed forms, and 100.000 draws in four scenarios for three municipalities
    and both keys."""
    ours = min(float(run("-c", STRESS, PROJECT)) for _ in range(TRIES))
    return Measurement("stress with 100.000 draws", ours, "three seconds", 3.0, 1.0)
