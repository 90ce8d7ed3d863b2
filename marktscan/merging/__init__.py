"""Three requirement lists and human decisions become one programme."""

from marktscan.merging.decisions import while_unread
from marktscan.merging.declared import with_declared_weights
from marktscan.merging.merge import merge
from marktscan.merging.propose import propose
from marktscan.merging.rounds import on_this_round

__all__ = ["merge", "on_this_round", "propose", "while_unread", "with_declared_weights"]
