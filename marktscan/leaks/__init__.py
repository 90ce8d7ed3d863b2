"""The leak check: every finished file is searched for everything its reader may not have."""

from marktscan.leaks.everything import Everything
from marktscan.leaks.known import Said, said, said_in
from marktscan.leaks.search import UNSEARCHABLE, Hit, hits
from marktscan.leaks.secrets import Secrets, secrets_for

__all__ = ["UNSEARCHABLE", "Everything", "Hit", "Said", "Secrets", "hits", "said", "said_in", "secrets_for"]
