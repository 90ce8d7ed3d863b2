"""A dry run: the declared rules on simulated bids, before anybody has answered."""

from marktscan.rehearsal.advice import advice
from marktscan.rehearsal.assume import assumed, observed
from marktscan.rehearsal.rehearse import rehearse

__all__ = ["advice", "assumed", "observed", "rehearse"]
